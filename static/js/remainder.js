// The spending form says what will be left before it is sent. The server decides; this only looks ahead.
// <script type="application/json" id="activities"> holds {key: {left, title}}; [data-remainder] the sentences.

const activities = JSON.parse(document.getElementById("activities").textContent);
const form = document.querySelector("form[data-once]");
const output = document.querySelector("[data-remainder]");
const language = document.documentElement.lang;
const money = new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const mark = new Intl.NumberFormat(language).formatToParts(1.5).find((part) => part.type === "decimal").value;

function read(text) {
  text = text.replace(/[\s$]|R\$|US\$/g, "");
  let match;
  if (/^\d+$/.test(text)) return Number(text);
  if ((match = text.match(/^(\d+)[.,](\d{1,2})$/))) return Number(`${match[1]}.${match[2]}`);
  if ((match = text.match(/^(\d{1,3}(?:([.,])\d{3})+)([.,])(\d{1,2})$/)) && match[2] !== match[3])
    return Number(`${match[1].replaceAll(match[2], "")}.${match[4]}`);
  if ((match = text.match(/^\d{1,3}(?:([.,])\d{3})+$/)) && (match[1] !== mark || text.split(match[1]).length > 2))
    return Number(text.replaceAll(match[1], ""));
  return NaN; // Unclear or no amount: the server will ask.
}

function show() {
  const chosen = activities[new FormData(form).get("activity")];
  const amount = read(form.elements.amount.value);
  output.hidden = !chosen || !(amount > 0);
  if (output.hidden) return;
  const rest = Math.round(Number(chosen.left) * 100) - Math.round(amount * 100);
  output.classList.toggle("over", rest < 0);
  output.textContent = (rest < 0 ? output.dataset.over : output.dataset.rest)
    .replace("{amount}", money.format(Math.abs(rest) / 100) + " " + output.dataset.currency)
    .replace("{left}", money.format(chosen.left) + " " + output.dataset.currency)
    .replace("{activity}", chosen.title);
}

form.addEventListener("input", show);
form.addEventListener("change", show);
show();
