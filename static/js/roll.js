// Roll call: the list narrows while a name is typed, and the number of people marked is always told.
// Everything works without it: the button of the search asks the server, which also saves the marks.

const form = document.querySelector("form[data-roll]");
const boxes = [...form.querySelectorAll("[name=marked]")];
const rows = [...form.querySelectorAll("li[data-name]")];
const search = form.querySelector("[data-roll-search]");
const none = form.querySelector("[data-roll-none]");
const count = form.querySelector("[data-roll-count]");
const outside = Number(count.textContent) - boxes.filter((box) => box.defaultChecked).length;

const plain = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");

function narrow() {
  const words = plain(search.value).split(/\s+/).filter(Boolean);
  let found = 0;
  for (const row of rows) {
    row.hidden = !words.every((word) => row.dataset.name.includes(word));
    if (!row.hidden) found += 1;
  }
  if (none) none.hidden = found > 0;
}

function tell() {
  count.textContent = Math.max(0, outside) + boxes.filter((box) => box.checked).length;
}

search.addEventListener("input", narrow);
search.addEventListener("keydown", (event) => {
  // Enter would send the form; the list has narrowed already.
  if (event.key === "Enter" && !form.querySelector("[data-roll-more]")) event.preventDefault();
});
form.addEventListener("change", tell);
narrow();  // on a slow phone a name may be typed before this runs
tell();
