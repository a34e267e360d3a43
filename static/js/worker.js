// The service worker: keeps the pages that the server says may be kept, with their style sheets and modules, and shows
// them when there is no connection; sends what waits when the connection is back and no page is open.
// Nothing else passes through it: only pages that are opened and static files are looked at.

import { sendDrafts } from "./send-drafts.js";

const PAGES = "pages-"; // one cache, named after the person for whom the pages were made
const FILES = "files";
const HOUR = 3_600_000; // milliseconds; kept pages are fetched anew at most once in this time
const PATIENCE = 10_000; // milliseconds, before a page that was kept is shown although the server may still answer
const underway = new Map(); // the pages that are being kept, by address
const ANY = { ignoreVary: true }; // a cache holds the pages of one person, in the language they read
const CHOOSING = ["activity", "draft"]; // only choose something inside the page, which is the same

/** `unsent`: the page that lists what waits, and with data-keep the pages to keep; `token`: says who is signed in. */
export function start({ unsent, token }) {
  addEventListener("install", () => skipWaiting());
  addEventListener("activate", (event) => event.waitUntil(clients.claim()));
  addEventListener("message", (event) => event.data.keep && event.waitUntil(keepAll(unsent, String(event.data.keep))));
  addEventListener("sync", (event) => event.tag === "drafts" && event.waitUntil(send(token)));
  addEventListener("fetch", (event) => {
    const { request } = event;
    if (request.method !== "GET") return;
    if (request.mode === "navigate") event.respondWith(page(event, unsent));
    else if (new URL(request.url).pathname.startsWith("/static/")) event.respondWith(file(request));
  });
}

// The browser tries again later when this fails.
async function send(token) {
  const stop = await sendDrafts({ token });
  if (stop === "connection" || stop === "server") throw new Error(stop);
}

async function page(event, unsent) {
  const address = keptAddress(event.request.url);
  const answer = fetch(event.request).then((response) => {
    event.waitUntil(look(event.request.url, response.clone()).catch(() => {}));
    return response;
  });
  event.waitUntil(answer.catch(() => {}));
  try {
    return await ((await caches.match(address, ANY)) ? inTime(answer) : answer);
  } catch {
    return (await kept(address, "page")) || (await home(address, unsent)) || (await kept(unsent, "instead")) || Response.error();
  }
}

const inTime = (answer) =>
  Promise.race([answer, new Promise((_, late) => setTimeout(late, PATIENCE, new Error("late")))]);

/** The address under which a page is kept: without what only chooses in it. */
function keptAddress(address) {
  const url = new URL(address);
  for (const name of CHOOSING) url.searchParams.delete(name);
  url.hash = "";
  return url.href;
}

// A kept page shows that it is one: the style sheet then shows as of when its figures are.
async function kept(address, how) {
  const found = await caches.match(address, ANY);
  if (!found) return undefined;
  const html = (await found.text()).replace("<html ", `<html data-kept="${how}" `);
  return new Response(html, { headers: found.headers });
}

// The start page leads on to the first page of the person's work.
async function home(address, unsent) {
  if (new URL(address).pathname !== "/") return undefined;
  const list = await caches.match(unsent, ANY);
  const first = list && keepLinks(await list.text())[0];
  return first && Response.redirect(first);
}

// Every page that comes says for whom it was made: those kept for anybody else go.
async function look(address, response) {
  const person = response.headers.get("X-Person");
  if (!person) return;
  for (const name of await caches.keys()) if (name.startsWith(PAGES) && name !== PAGES + person) await caches.delete(name);
  if (response.headers.get("X-Keep") && keptAddress(address) === address) await keepPage(address, response, person);
}

function keepPage(address, response, person) {
  const keeping = putPage(address, response, person).finally(() => underway.delete(address));
  underway.set(address, keeping);
  return keeping;
}

async function putPage(address, response, person) {
  const html = await response.text();
  for (const name of fileNames(html)) await keepFile(new URL(name, location.href).href);
  const headers = new Headers(response.headers);
  for (const name of ["Content-Encoding", "Content-Length", "X-Keep"]) headers.delete(name);
  await (await caches.open(PAGES + person)).put(address, new Response(html, { headers }));
  return html;
}

// The icon for the home screen is no part of the page.
const withoutIcon = (html) => html.replace(/<link rel="apple-touch-icon"[^>]*>/, "");
const fileNames = (html) => [...withoutIcon(html).matchAll(/(?:href|src)="(\/static\/[^"#]+)/g)].map((match) => match[1]);
const imports = (code) => [...code.matchAll(/ from "(\.\/[^"]+)";/g)].map((match) => match[1]);
const linksTo = (pattern, html) => [...html.matchAll(pattern)].map((match) => new URL(match[1], location.href).href);
const keepLinks = (html) => linksTo(/href="([^"]+)" data-keep/g, html);
const firstLinks = (html) => linksTo(/href="([^"]+)" data-keep="first"/g, html);

// A file with its fingerprint in the name never changes: kept once. Others (development) are fetched anew.
const isFixed = (address) => /\.[0-9a-f]{12}\.\w+(#|$)/.test(address);

async function keepFile(address) {
  const files = await caches.open(FILES);
  if (isFixed(address) && (await files.match(address, ANY))) return;
  const response = await fetch(address);
  if (!response.ok) return;
  const copy = response.clone();
  if (address.endsWith(".js")) for (const name of imports(await copy.text())) await keepFile(new URL(name, address).href);
  await files.put(address, response);
}

async function file(request) {
  if (!isFixed(request.url)) return fetch(request).catch(async () => (await caches.match(request, ANY)) || Response.error());
  return (await caches.match(request, ANY)) || fetch(request);
}

// The first time the list and the forms, so that a first visit stays light; the other pages when the next page is opened.
// All are fetched anew when they are older than an hour; then the files that none of them needs any more go.
async function keepAll(unsent, person) {
  const pages = await caches.open(PAGES + person);
  const held = await pages.match(unsent, ANY);
  const isFresh = held && Date.now() - Date.parse(held.headers.get("Date")) < HOUR;
  const list = isFresh ? await held.text() : await fetchPage(new URL(unsent, location.href).href, person);
  if (!list) return;
  for (const address of held ? keepLinks(list) : firstLinks(list)) {
    await underway.get(address)?.catch(() => {});
    if (!isFresh || !(await pages.match(address, ANY))) await fetchPage(address, person);
  }
  if (held && !isFresh) await tidy(pages);
}

async function tidy(pages) {
  const needed = new Set();
  for (const page of await pages.matchAll()) for (const name of fileNames(await page.text())) needed.add(name);
  const files = await caches.open(FILES);
  const modules = [...needed].filter((name) => name.endsWith(".js"));
  for (const name of modules) {
    const code = await files.match(name, ANY);
    for (const other of code ? imports(await code.text()) : []) needed.add(new URL(other, new URL(name, location.href)).pathname);
  }
  for (const request of await files.keys()) if (!needed.has(new URL(request.url).pathname)) await files.delete(request);
}

async function fetchPage(address, person) {
  const response = await fetch(address, { redirect: "manual" });
  if (!response.ok || !response.headers.get("X-Keep") || response.headers.get("X-Person") !== person) return "";
  return keepPage(address, response, person);
}
