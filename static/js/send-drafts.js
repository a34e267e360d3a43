// Sends what waits on this device. Used by pages and by the service worker (Background Sync).
// The server is first asked whose session this is: only that person's drafts are sent, and it checks that again.

import { draftsOf, keep, read } from "./drafts.js";

const PATIENCE = 180_000; // milliseconds for one draft with its photos over a weak signal
const CODES = { 403: "forbidden", 404: "gone", 413: "large" };

/** Who is signed in, {person, token}, or null. Throws without a connection. */
export async function whoIsSignedIn(address) {
  const answer = await fetch(address, { redirect: "manual", cache: "no-store", signal: AbortSignal.timeout(30_000) });
  if (answer.type === "opaqueredirect") return null; // to the sign-in page
  if (!answer.ok) throw new Error(`${answer.status}`);
  return answer.json();
}

// Two tabs and the worker take turns. Where they can't, the key of the form still makes one expense.
const inTurn = (work) => (navigator.locks ? navigator.locks.request("send-drafts", work) : work());

/**
 * Send what waits, or the one draft `only`. `waiting`: somebody looks at the answer.
 * Returns why it stopped early: "connection", "server", "signed-out", "other" (person); "" when it came to the end.
 */
export const sendDrafts = (options) => inTurn(() => send(options));

async function send({ token, only = "", waiting = false }) {
  let who;
  try {
    who = await whoIsSignedIn(token);
  } catch (error) {
    return /^\d+$/.test(error.message) ? "server" : "connection";
  }
  if (!who) return "signed-out";
  if (only && (await read(only))?.person !== who.person) return "other";
  for (const draft of await draftsOf(who.person)) {
    if (only ? draft.key !== only : draft.state !== "waiting") continue;
    const stop = await sendOne(draft, who.token, waiting);
    if (stop) return stop;
  }
  return "";
}

async function sendOne(draft, token, waiting) {
  const body = new FormData();
  for (const [name, text] of draft.fields) body.append(name, text);
  for (const file of draft.files) body.append("vouchers", file, file.name);
  body.set("form_key", draft.key);
  body.set("person", draft.person);
  if (waiting) body.set("waiting", "yes");
  let answer, said;
  try {
    const options = { method: "POST", body, headers: { "X-CSRFToken": token }, redirect: "manual", signal: AbortSignal.timeout(PATIENCE) };
    answer = await fetch(draft.send, options);
    said = [200, 422].includes(answer.status) ? await answer.json() : { state: "refused", code: CODES[answer.status] };
  } catch {
    return "connection"; // perhaps saved, perhaps not: the next sending will know by the key
  }
  if (answer.type === "opaqueredirect") return "signed-out";
  if (answer.status === 409) return "other";
  if (!said.state || (said.state === "refused" && !said.sentences && !said.code)) return "server";
  await note(draft, said);
  return "";
}

// The record may have been deleted or typed anew while it travelled; then it stays as it is now.
async function note(draft, said) {
  const now = await read(draft.key);
  if (!now || now.changed !== draft.changed) return;
  const { key, person, made, shown } = draft;
  if (said.state === "saved") await keep({ key, person, made, shown, state: "saved", said, answered: Date.now() });
  else await keep({ ...draft, state: said.state, said });
}
