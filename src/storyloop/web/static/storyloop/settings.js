// Measures how fast somebody reads aloud. Without scripts the number is typed in.

const LEAST = 80;
const MOST = 240;

for (const part of document.querySelectorAll("[data-aloud]")) {
  const words = Number(part.dataset.aloud);
  const button = part.querySelector("[data-start]");
  const said = part.querySelector("[data-found]");
  const field = part.closest("form").elements.words_a_minute;
  let began = 0;
  part.querySelector("[data-clocked]").hidden = false;
  button.addEventListener("click", () => {
    if (!began) {
      began = performance.now();
      button.textContent = "Stop";
      said.textContent = "Read to the end, then press Stop.";
      return;
    }
    const pace = Math.round((words * 60_000) / (performance.now() - began));
    began = 0;
    button.textContent = "Start again";
    if (pace < LEAST || pace > MOST) {
      said.textContent = `That would be ${pace} words a minute, so something went amiss. Try once more.`;
      return;
    }
    field.value = pace;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    said.textContent = `${pace} words a minute. It stands in the field above; Save keeps it.`;
  });
}
