// Takes files wherever they are dropped, and says before they are sent that they are too large.

const form = document.querySelector("[data-files]");
const field = form.elements.files;
const fault = form.querySelector("[data-fault]");

function look() {
  const bytes = Array.from(field.files).reduce((sum, file) => sum + file.size, 0);
  const most = Number(form.dataset.most);
  const isTooLarge = bytes > most;
  fault.textContent = isTooLarge
    ? `Together these files have ${Math.ceil(bytes / 1e6)} MB, and at most ${most / 1e6} MB come in at a time.`
    : "";
  field.setCustomValidity(fault.textContent);
}

field.addEventListener("change", look);
const isFiles = (event) => event.dataTransfer?.types.includes("Files");
// A file that misses the field would take the place of the page.
addEventListener("dragover", (event) => {
  if (!isFiles(event)) return;
  event.preventDefault();
  field.classList.add("is-over-here");
});
addEventListener("dragleave", (event) => event.relatedTarget || field.classList.remove("is-over-here"));
addEventListener("drop", (event) => {
  if (!isFiles(event)) return;
  event.preventDefault();
  field.classList.remove("is-over-here");
  field.files = event.dataTransfer.files;
  look();
});

look();
form.dataset.ready = "";
