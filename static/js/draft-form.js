// The spending form on a phone: what was typed is kept on the device first, with its photos, then sent. A cut connection
// loses nothing, and the key of the form sees to it that it counts once. Without this module the form is sent as ever.

import { CHANNEL, keep, newKey, read, remove } from "./drafts.js";
import { clear, showRefusal } from "./draft-errors.js";
import { sendDrafts } from "./send-drafts.js";

const SLOW = 12_000; // milliseconds until the person is told that they need not wait
const NOT_TYPED = ["csrfmiddlewaretoken", "form_key", "vouchers"];

const place = document.querySelector("[data-draft-form]");
const form = document.querySelector("form[data-once]");
const sign = document.querySelector("[data-unsent]");
const button = form.querySelector("[type=submit]");
const files = form.querySelector("input[name=vouchers]");
const idle = button.textContent;
const person = sign && Number(sign.dataset.person);
const isKept = "kept" in document.documentElement.dataset;
let key = newKey();
let made = Date.now();
let busy = false;

function today() {
  const now = new Date();
  return new Date(now - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

/** The form as a record: what was typed, and what a list of records shows of it. */
function record() {
  const chosen = JSON.parse(document.getElementById("activities").textContent)[new FormData(form).get("activity")];
  const url = new URL(location.href);
  url.searchParams.delete("draft");
  return {
    key, person, made,
    changed: Date.now(),
    state: "waiting",
    send: place.dataset.send,
    form: url.pathname + url.search,
    fields: [...new FormData(form)].filter(([name, value]) => typeof value === "string" && !NOT_TYPED.includes(name)),
    files: files ? [...files.files] : [],
    shown: {
      amount: `${form.elements.amount.value} ${place.dataset.currency}`,
      payee: form.elements.payee.value,
      day: form.elements.spent_on.value,
      activity: chosen ? chosen.title : "",
    },
  };
}

function put(name, text) {
  for (const field of form.querySelectorAll(`[name="${CSS.escape(name)}"]`)) {
    if (["radio", "checkbox"].includes(field.type)) field.checked = field.value === text;
    else field.value = text;
  }
}

/** Put a record back into the form, with the files and what the server said about it. */
function restore(draft) {
  ({ key, made } = draft);
  for (const [name, text] of draft.fields) put(name, text);
  if (files && draft.files.length) {
    const list = new DataTransfer();
    for (const file of draft.files) list.items.add(file);
    files.files = list.files;
  }
  form.dispatchEvent(new Event("change", { bubbles: true }));
  files?.dispatchEvent(new Event("change", { bubbles: true }));
  const fold = form.elements.document_number?.closest("details");
  if (fold && form.elements.document_number.value) fold.open = true;
  if (draft.said) showRefusal(form, draft);
}

function idleAgain() {
  busy = false;
  button.textContent = idle;
  button.removeAttribute("aria-busy");
}

async function submit(event) {
  event.preventDefault();
  if (busy) return;
  busy = true;
  clear(form);
  button.textContent = form.dataset.busy;
  button.setAttribute("aria-busy", "true");
  await files?.shrinking;
  try {
    await keep(record());
  } catch {
    form.submit(); // no room, or a private window: as without this module
    return;
  }
  navigator.storage?.persist?.();
  form.removeAttribute("data-unsaved"); // it is safe now: leaving needs no question
  const slow = setTimeout(() => button.after(document.getElementById("draft-slow").content.cloneNode(true)), SLOW);
  const stop = await sendDrafts({ token: sign.dataset.token, only: key, waiting: true });
  clearTimeout(slow);
  await answer(stop, await read(key));
}

async function answer(stop, draft) {
  if (draft?.state === "saved") {
    const { url } = draft.said;
    await remove(key); // the page that comes next says what was saved
    location.assign(url);
  } else if (stop || !draft?.said) {
    showKept(stop);
  } else {
    idleAgain();
    form.dataset.unsaved = "";
    showRefusal(form, draft);
  }
}

// Not sent: say why, what happens next, and where it is.
async function showKept(stop) {
  const part = document.getElementById("draft-kept").content.cloneNode(true).firstElementChild;
  const { shown } = record();
  part.querySelector(`[data-why="${stop || "server"}"]`).hidden = false;
  part.querySelector(".draft-kept-facts").textContent = `${shown.payee} · ${shown.amount} · ${shown.activity}`;
  part.querySelector("[data-sign-in-link]").href = `${place.dataset.signIn}?next=${encodeURIComponent(place.dataset.list)}`;
  part.querySelector("[data-list-link]").href = place.dataset.list;
  part.querySelector("[data-another-link]").href = location.pathname;
  form.replaceWith(part);
  part.focus();
  new BroadcastChannel(CHANNEL).onmessage = leadOn;
  await leadOn();
  const ready = await navigator.serviceWorker?.getRegistration();
  await ready?.sync?.register("drafts").catch(() => {});
}

// Sent meanwhile, by this page or another: the answer is in the list.
async function leadOn() {
  const draft = await read(key);
  if (draft && draft.state !== "waiting") location.assign(place.dataset.list);
}

async function begin() {
  if (isKept) form.elements.spent_on.value = today(); // the page may be some days old
  if (isKept) form.elements.spent_on.max = today();
  const wanted = new URLSearchParams(location.search);
  if (isKept && wanted.has("activity")) put("activity", wanted.get("activity"));
  form.addEventListener("submit", submit);
  const draft = wanted.has("draft") && (await read(wanted.get("draft")));
  if (!draft || draft.person !== person || draft.state === "saved") return;
  if (draft.state === "waiting") await keep({ ...draft, state: "held", changed: Date.now() }); // not sent under their hands
  restore(draft);
}

// Back from the next page, the browser may show this one as it was: another expense needs another key.
addEventListener("pageshow", (event) => {
  if (!event.persisted || !busy) return;
  key = newKey();
  made = Date.now();
  idleAgain();
});

if (place && sign && window.indexedDB) begin();
