// The list of what is not sent yet, and of what the server answered to what was. Works without a connection.

import { CHANNEL, draftsOf, keep, read, remove } from "./drafts.js";
import { sendDrafts } from "./send-drafts.js";

const DAY = 86_400_000; // milliseconds that an answer stays, unless it is cleared before

const waiting = document.querySelector("[data-drafts]");
const answers = document.querySelector("[data-answers]");
const sendAll = waiting.querySelector("[data-send-all]");
const button = sendAll.querySelector("button");
const idle = button.textContent;
const person = Number(waiting.dataset.person);
const sign = document.querySelector("[data-unsent]");
const writtenDay = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "medium", timeZone: "UTC" });

function row(draft) {
  const item = document.getElementById("draft").content.cloneNode(true).firstElementChild;
  const part = (name) => item.querySelector(`[data-${name}]`);
  const { shown, said = {}, state } = draft;
  part("payee").textContent = shown.payee;
  part("amount").textContent = shown.amount;
  const day = shown.day ? writtenDay.format(new Date(shown.day)) : "";
  part("what").textContent = [day, shown.activity].filter(Boolean).join(" · ") + " ";
  part("photos").hidden = !draft.files?.length;
  item.querySelector(`[data-state="${state}"]`).hidden = false;
  if (said.code) item.querySelector(`[data-code="${said.code}"]`).hidden = false;
  const sentences = said.sentence ? [said.sentence] : (said.sentences || []).map((one) => (one.label ? `${one.label}: ${one.text}` : one.text));
  part("sentences").hidden = !sentences.length;
  for (const text of sentences) part("sentences").append(Object.assign(document.createElement("li"), { textContent: text }));
  part("open").hidden = state === "saved";
  if (state !== "saved") part("open").href = address(draft);
  part("see").hidden = !said.url;
  if (said.url) part("see").href = said.url;
  part("delete").hidden = state === "saved";
  part("delete").onclick = () => confirm(part("delete").dataset.sure) && remove(draft.key);
  return item;
}

function address(draft) {
  const url = new URL(draft.form, location.href);
  url.searchParams.set("draft", draft.key);
  return url.pathname + url.search;
}

async function show() {
  const drafts = await draftsOf(person);
  const unsent = drafts.filter((draft) => draft.state !== "saved");
  const saved = drafts.filter((draft) => draft.state === "saved");
  waiting.hidden = false;
  waiting.querySelector("[data-list]").replaceChildren(...unsent.map(row));
  waiting.querySelector("[data-nothing]").hidden = unsent.length > 0;
  sendAll.hidden = !unsent.length;
  answers.hidden = !saved.length;
  answers.querySelector("[data-list]").replaceChildren(...saved.map(row).reverse());
}

// By tapping, what was left open in the form, or refused for a reason that may be gone (a vote, a role), goes too.
async function send() {
  if (button.getAttribute("aria-busy")) return;
  button.setAttribute("aria-busy", "true");
  button.textContent = button.dataset.busy;
  for (const draft of await draftsOf(person)) {
    const now = ["held", "refused"].includes(draft.state) && (await read(draft.key));
    if (now) await keep({ ...now, state: "waiting" });
  }
  const stop = await sendDrafts({ token: sign.dataset.token });
  for (const notice of waiting.querySelectorAll("[data-notice]")) notice.hidden = notice.dataset.notice !== (stop === "other" ? "signed-out" : stop);
  button.removeAttribute("aria-busy");
  button.textContent = idle;
  await show();
}

async function begin() {
  const old = (await draftsOf(person)).filter((draft) => draft.state === "saved" && draft.answered < Date.now() - DAY);
  if (old.length) await remove(...old.map((draft) => draft.key));
  button.onclick = send;
  answers.querySelector("[data-clear]").onclick = async () => {
    await remove(...(await draftsOf(person)).filter((draft) => draft.state === "saved").map((draft) => draft.key));
  };
  new BroadcastChannel(CHANNEL).onmessage = show;
  await show();
}

if (sign && window.indexedDB) begin();
else waiting.hidden = false;
