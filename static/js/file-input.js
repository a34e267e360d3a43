// A file input says what was chosen, and makes photos small before they travel.
// On the input: data-shrink (longest side, pixels), data-max-bytes (each file), data-too-large (the sentence to show).

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

document.addEventListener("change", async (event) => {
  const input = event.target;
  if (!input.matches("input[type=file]")) return;
  let note = input.parentElement.querySelector(".file-chosen");
  if (!note) input.after((note = Object.assign(document.createElement("p"), { className: "file-chosen", role: "status" })));
  const chosen = [...input.files];
  const files = await Promise.all(chosen.map((file) => shrink(file, Number(input.dataset.shrink))));
  if (input.files.length !== chosen.length || chosen.some((file, i) => file !== input.files[i])) return; // Chosen anew meanwhile.
  if (files.some((file, i) => file !== chosen[i])) {
    const list = new DataTransfer();
    for (const file of files) list.items.add(file);
    input.files = list.files;
  }
  const tooLarge = files.some((file) => file.size > Number(input.dataset.maxBytes || Infinity));
  input.setCustomValidity(tooLarge ? input.dataset.tooLarge || "> 10 MB" : "");
  note.classList.toggle("too-large", tooLarge);
  note.textContent = files.map((file) => `${file.name} · ${size.format(file.size / 1_000_000)} MB`).join(", ") + (tooLarge ? ". " + input.validationMessage : "");
});
