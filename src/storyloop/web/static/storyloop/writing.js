// What stands beside a story while it is written: its length, how it reads, the editor; and rows, of a loop too.

const TOLD = ["situation", "task", "action", "result"];
const FIELDS = [...TOLD, "learned"];

const words = (text) => text.split(/\s+/).filter(Boolean).length;

const duration = (count, pace) => {
  const seconds = Math.round((count * 60) / pace);
  const minutes = Math.floor(seconds / 60);
  const rest = seconds % 60;
  return [minutes && `${minutes} min`, (rest || !minutes) && `${rest} s`].filter(Boolean).join(" ");
};

const length = (text, pace) => {
  const count = words(text);
  return count ? `${count} words, ${duration(count, pace)}` : "";
};

// The bar and its legend, as the server draws them, after each key.
function showShares(form, lengths, pace) {
  const shown = form.querySelector("[data-shares]");
  const total = [...lengths.values()].reduce((sum, count) => sum + count, 0) || 1;
  const bar = shown.querySelector(".bar");
  const said = [];
  let left = 0;
  bar.replaceChildren();
  for (const [field, count] of lengths) {
    const area = form.elements[field];
    const part = [...area.closest(".part").classList].find((name) => name.startsWith("part-"));
    const item = shown.querySelector(`.legend .${part}`);
    item.querySelector(".legend-figures").textContent = length(area.value, pace) || "not written";
    if (!count) continue;
    const band = document.createElementNS(bar.namespaceURI, "rect");
    const width = (100 * count) / total;
    const places = { class: part, x: left, y: 0, width, height: 8 };
    for (const [name, value] of Object.entries(places)) band.setAttribute(name, value);
    bar.append(band);
    said.push(`${item.querySelector(".legend-name").textContent} ${count}`);
    left += width;
  }
  bar.setAttribute("aria-label", said.length ? `Words: ${said.join(", ")}` : "Nothing written yet");
}

function countWords(form) {
  const told = form.querySelector("[data-told]");
  const pace = Number(form.dataset.pace);
  const show = () => {
    const lengths = new Map(FIELDS.map((field) => [field, words(form.elements[field].value)]));
    for (const field of FIELDS) {
      const area = form.elements[field];
      area.closest(".field").querySelector("[data-count]").textContent = length(area.value, pace);
    }
    showShares(form, lengths, pace);
    const total = TOLD.reduce((sum, field) => sum + lengths.get(field), 0);
    told.textContent = `${total} words in the four parts: ${duration(total, pace)} aloud`;
    told.hidden = false;
  };
  form.addEventListener("input", show);
  show();
}

// Together with the server's answer this stays within 300 ms of the last key.
const QUIET = 150;

function checkWhileTyping(form) {
  const region = form.querySelector("[data-check]");
  const shown = region.querySelector("[data-checked]");
  let asked = 0;
  let timer;
  const check = async () => {
    clearTimeout(timer);
    asked += 1;
    const mine = asked;
    // The editor notes which text the answer will be about.
    form.dispatchEvent(new Event("checking"));
    try {
      const answer = await fetch(region.dataset.check, {
        method: "POST",
        body: new URLSearchParams(new FormData(form)),
      });
      const found = answer.ok ? await answer.json() : null;
      // An older answer than the last question is of no use, and the same one need not be read out.
      if (mine !== asked || !found) return;
      form.dispatchEvent(new CustomEvent("checked", { detail: found }));
      if (found.beside === shown.dataset.html) return;
      shown.innerHTML = found.beside;
      shown.dataset.html = found.beside;
    } catch {
      // The server is away: what stands there is the last that is known, and typing goes on.
    }
  };
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(check, QUIET);
  });
  form.elements.check.addEventListener("click", async (event) => {
    event.preventDefault();
    await check();
    region.focus();
  });
  return check;
}

function addRow(section) {
  const total = section.querySelector(`[name="${section.dataset.rows}-TOTAL_FORMS"]`);
  const number = Number(total.value);
  const holder = document.createElement("div");
  holder.append(section.querySelector("template").content.cloneNode(true));
  holder.innerHTML = holder.innerHTML.replaceAll("__prefix__", number).replaceAll("__number__", number + 1);
  const row = holder.firstElementChild;
  section.querySelector(".row-list").append(row);
  total.value = number + 1;
  return row;
}

const fields = (row) => [...row.querySelectorAll("input, textarea, select")];

// A number of the text goes into the first row that is empty; its name is the writer's to find.
function addNumber(form, button) {
  const section = form.querySelector('[data-rows="metrics"]');
  const texts = (row) => fields(row).filter((field) => field.matches('[type="text"]'));
  const rows = [...section.querySelectorAll(".row-list > .row")];
  const row = rows.find((each) => texts(each).every((field) => !field.value)) ?? addRow(section);
  const found = new URLSearchParams(button.value);
  for (const field of texts(row)) field.value = found.get(key(field)) ?? "";
  texts(row)[0].focus();
  row.dispatchEvent(new Event("input", { bubbles: true }));
}

const key = (field) => field.name.split("-").at(-1);

// Two rows exchange what is in them; the row in hand keeps the focus.
function exchange(row, other, button) {
  const theirs = new Map(fields(other).map((field) => [key(field), field]));
  for (const field of fields(row)) {
    const there = theirs.get(key(field));
    // A new row has no box to take it out; then nothing is taken out.
    if (!there) field.checked = false;
    else if (field.type === "checkbox") [field.checked, there.checked] = [there.checked, field.checked];
    else [field.value, there.value] = [there.value, field.value];
  }
  const buttons = [...other.querySelectorAll(".row-order button")];
  const same = buttons.find((each) => each.name === button.name);
  (same.checkVisibility({ visibilityProperty: true }) ? same : buttons.find((each) => each !== same)).focus();
  row.dispatchEvent(new Event("input", { bubbles: true }));
}

function keepRows(form) {
  const pressed = {
    more: (button) => addRow(button.closest("[data-rows]")).querySelector("input, textarea").focus(),
    found: (button) => addNumber(form, button),
    up: (button) => move(button, "previousElementSibling"),
    down: (button) => move(button, "nextElementSibling"),
  };
  const move = (button, to) => {
    const row = button.closest(".row");
    if (row[to]) exchange(row, row[to], button);
  };
  form.addEventListener("click", (event) => {
    const button = event.target.closest("button[name]");
    if (!button || !pressed[button.name]) return;
    event.preventDefault();
    pressed[button.name](button);
  });
}

async function openEditor(form, check) {
  try {
    const { mount } = await import(form.dataset.editor);
    mount(form, (text) => length(text, Number(form.dataset.pace)));
    check();
  } catch (error) {
    // The text areas do all of it, only less comfortably.
    form.querySelector("[data-telling]").classList.add("is-plain");
    console.error(error);
  }
}

for (const form of document.querySelectorAll("form:has([data-rows])")) keepRows(form);
for (const form of document.querySelectorAll("form:has([data-telling])")) {
  const check = checkWhileTyping(form);
  countWords(form);
  openEditor(form, check);
}
