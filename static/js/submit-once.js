// A form with data-once is sent once: a second tap while it travels does nothing.
// data-busy="Saving…" on the form is the word the button shows meanwhile.

const label = (button, text) => {
  if (button instanceof HTMLInputElement) button.value = text;
  else button.textContent = text;
};

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.matches("form[data-once]") || event.defaultPrevented) return;
  if (form.dataset.sending) {
    event.preventDefault();
    return;
  }
  form.dataset.sending = "yes";
  const button = event.submitter;
  if (!button) return;
  button.setAttribute("aria-busy", "true");
  if (!form.dataset.busy) return;
  button.dataset.idle = button.innerHTML || button.value;
  // After the browser has read the button's own name and value.
  setTimeout(() => label(button, form.dataset.busy));
});

window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sending]")) {
    delete form.dataset.sending;
    for (const button of form.querySelectorAll("[aria-busy]")) {
      button.removeAttribute("aria-busy");
      if (!button.dataset.idle) continue;
      if (button instanceof HTMLInputElement) button.value = button.dataset.idle;
      else button.innerHTML = button.dataset.idle;
    }
  }
});
