// A file input says what was chosen, and makes photos small before they travel.
// On the input: data-shrink (longest side, pixels), data-max-bytes (each file), data-too-large (the sentence to show),
// data-original (the words of a check box that sends photos as they are). input.shrinking is a promise while it works.

const size = new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 1 });

async function shrink(file, side) {
  if (!side || !file.type.startsWith("image/") || file.size < 500_000) return file;
  try {
    const photo = await createImageBitmap(file);
    const scale = Math.min(1, side / Math.max(photo.width, photo.height));
    const canvas = document.createElement("canvas");
    canvas.width = photo.width * scale;
    canvas.height = photo.height * scale;
    canvas.getContext("2d").drawImage(photo, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.85));
    return blob && blob.size < file.size ? new File([blob], file.name.replace(/\.\w+$/, "") + ".jpg", { type: "image/jpeg" }) : file;
  } catch {
    return file; // A format this browser cannot draw: the server takes it as it is.
  }
}

function put(input, files) {
  const list = new DataTransfer();
  for (const file of files) list.items.add(file);
  input.files = list.files;
}

const below = (input, kind) => input.parentElement.querySelector(`:scope > ${kind}`);

/** Say what was chosen, how large it is, and whether that is too much. */
function tell(input) {
  let note = below(input, ".file-chosen");
  if (!note) input.after((note = Object.assign(document.createElement("p"), { className: "file-chosen", role: "status" })));
  const files = [...input.files];
  const tooLarge = files.some((file) => file.size > Number(input.dataset.maxBytes || Infinity));
  input.setCustomValidity(tooLarge ? input.dataset.tooLarge || "> 10 MB" : "");
  note.classList.toggle("too-large", tooLarge);
  note.textContent = files.map((file) => `${file.name} · ${size.format(file.size / 1_000_000)} MB`).join(", ") + (tooLarge ? ". " + input.validationMessage : "");
}

/** Where photos were made smaller, the originals go only when somebody asks for it. */
function offerOriginals(input, originals, small) {
  below(input, ".file-original")?.remove();
  if (!input.dataset.original || originals.every((file, i) => file === small[i])) return;
  const label = Object.assign(document.createElement("label"), { className: "file-original form-check-label" });
  const box = Object.assign(document.createElement("input"), { type: "checkbox", className: "form-check-input" });
  const bytes = originals.reduce((sum, file) => sum + file.size, 0);
  label.append(box, ` ${input.dataset.original.replace("{size}", `${size.format(bytes / 1_000_000)} MB`)}`);
  below(input, ".file-chosen").after(label);
  box.addEventListener("change", (event) => {
    event.stopPropagation();
    put(input, box.checked ? originals : small);
    tell(input);
  });
}

async function choose(input) {
  const chosen = [...input.files];
  const files = await Promise.all(chosen.map((file) => shrink(file, Number(input.dataset.shrink))));
  if (input.files.length !== chosen.length || chosen.some((file, i) => file !== input.files[i])) return; // Chosen anew meanwhile.
  if (files.some((file, i) => file !== chosen[i])) put(input, files);
  tell(input);
  offerOriginals(input, chosen, files);
}

document.addEventListener("change", (event) => {
  if (event.target.matches("input[type=file]")) event.target.shrinking = choose(event.target);
});
