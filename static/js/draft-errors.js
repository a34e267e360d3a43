// Shows in the spending form what the server refused or asks: on top, and at each field, as the server's own page does.

/** Take earlier sentences away. */
export function clear(form) {
  form.querySelectorAll(".alert[role=alert]").forEach((one) => one.remove());
  form.querySelectorAll(".invalid-feedback").forEach((one) => one.remove());
  for (const field of form.querySelectorAll(".is-invalid")) {
    field.classList.remove("is-invalid");
    field.removeAttribute("aria-invalid");
  }
}

/** `draft.said` holds state, sentences [{field, label, text}], and the address of an entry it is about. */
export function showRefusal(form, draft) {
  clear(form);
  const alert = document.getElementById("draft-refused").content.cloneNode(true).firstElementChild;
  const { sentences = [], url } = draft.said;
  for (const { field, label, text } of sentences) {
    const line = document.createElement("li");
    line.textContent = label ? `${label}: ${text}` : text;
    alert.querySelector("[data-sentences]").append(line);
    if (field) mark(form, field, text);
  }
  if (url) {
    alert.querySelector("[data-link]").hidden = false;
    alert.querySelector("[data-link] a").href = url;
  }
  form.prepend(alert);
  if (draft.state === "asks" && !form.elements.is_another) alert.after(document.getElementById("draft-another").content.cloneNode(true));
  alert.focus();
}

function mark(form, name, text) {
  const note = document.createElement("div");
  note.className = "invalid-feedback";
  note.id = `draft-error-${name}`;
  note.textContent = text;
  form.querySelector(`#div_id_${name}`)?.append(note);
  for (const field of form.querySelectorAll(`[name="${CSS.escape(name)}"]`)) {
    field.classList.add("is-invalid");
    field.setAttribute("aria-invalid", "true");
    field.setAttribute("aria-describedby", `${field.getAttribute("aria-describedby") || ""} ${note.id}`.trim());
  }
}
