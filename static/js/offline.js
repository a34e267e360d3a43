// On every page of somebody who logs spending: the service worker, the count of what is not sent yet, sending it when
// there is a connection, and the question before a sign-out that would delete it.

import { CHANNEL, forget, unsentOf } from "./drafts.js";
import { sendDrafts, whoIsSignedIn } from "./send-drafts.js";

const MINUTE = 60_000; // milliseconds
const sign = document.querySelector("[data-unsent]");
const person = Number(sign.dataset.person);
const { token, worker, signOut } = sign.dataset;

async function count() {
  const unsent = await unsentOf(person);
  sign.hidden = !unsent.length;
  sign.querySelector("[data-unsent-count]").textContent = unsent.length;
  return unsent;
}

async function sendWaiting() {
  try {
    const unsent = await count();
    if (unsent.some((draft) => draft.state === "waiting")) await sendDrafts({ token });
  } catch {
    // No IndexedDB (a private window): nothing is kept, and nothing waits.
  }
}

async function register() {
  if (!navigator.serviceWorker) return; // plain http, or an old browser: all works, with a connection
  try {
    await navigator.serviceWorker.register(worker, { type: "module" });
  } catch {
    return;
  }
  const ready = await navigator.serviceWorker.ready;
  ready.active.postMessage({ keep: person });
}

// Sign-out -----------------------------------------------------------------------------------------------------------

function ask(form, unsent) {
  document.querySelector("dialog.ask")?.remove();
  document.body.append(document.getElementById("sign-out-unsent").content.cloneNode(true));
  const dialog = document.querySelector("dialog.ask");
  const part = (name) => dialog.querySelector(`[data-${name}]`);
  part("count").textContent = unsent.length;
  part("stay").onclick = () => dialog.close();
  part("delete").onclick = () => leave(form).catch(() => (part("failed").hidden = false));
  part("send").onclick = async () => {
    part("failed").hidden = part("left").hidden = true;
    const stop = await sendDrafts({ token });
    const left = await count();
    part("count").textContent = left.length;
    if (left.length) part(stop === "connection" ? "failed" : "left").hidden = false;
    else await leave(form).catch(() => (part("failed").hidden = false));
  };
  dialog.showModal();
}

// First the server, then the device: without a connection nothing is deleted.
async function leave(form) {
  const who = await whoIsSignedIn(token);
  if (who) await fetch(form.action, { method: "POST", headers: { "X-CSRFToken": who.token }, redirect: "manual" });
  await forget(person);
  location.assign("/");
}

document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (new URL(form.action).pathname !== signOut) return;
  event.preventDefault();
  const unsent = await unsentOf(person).catch(() => []);
  if (unsent.length) ask(form, unsent);
  else await leave(form).catch(() => form.submit());
});

// --------------------------------------------------------------------------------------------------------------------

new BroadcastChannel(CHANNEL).onmessage = count;
addEventListener("online", sendWaiting);
setInterval(sendWaiting, MINUTE); // a connection that comes back does not always say so
addEventListener("pageshow", (event) => event.persisted && sendWaiting());
if (document.readyState === "complete") register();
else addEventListener("load", register);
if (new URLSearchParams(location.search).has("draft")) count();
else sendWaiting(); // but not the one that is being opened
