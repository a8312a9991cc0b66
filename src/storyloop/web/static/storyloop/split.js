// Puts the name of a part over its first sentence, to be moved by arrow keys or by dragging. The
// choice beside each sentence is what counts and what is sent; this only sets it.

const form = document.querySelector("[data-split]");
const rows = Array.from(form.querySelectorAll(".sentence"));
const choices = rows.map((row) => row.querySelector("select"));
const moved = form.querySelector("[data-moved]");
const OPENING = 60;
const EDGE = 80;
const STEP = 12;

const partOf = (row) => choices[row].value;
const nameOf = (row) => choices[row].selectedOptions[0].text;
const begins = (row) => row === 0 || partOf(row) !== partOf(row - 1);

function opening(row) {
  const said = rows[row].querySelector(".said").firstChild.textContent.trim();
  return said.length > OPENING ? `${said.slice(0, OPENING)} …` : said;
}

const heads = rows.map((row, number) => {
  const head = row.querySelector(".begins") ?? document.createElement("span");
  head.className = "begins";
  if (number) {
    head.tabIndex = 0;
    head.setAttribute("role", "slider");
    head.setAttribute("aria-orientation", "vertical");
    head.setAttribute("aria-valuemin", 1);
    head.setAttribute("aria-valuemax", rows.length);
    head.setAttribute("aria-valuenow", number + 1);
    head.addEventListener("keydown", (event) => pressed(event, number));
    head.addEventListener("pointerdown", (event) => held(event, number));
  }
  row.prepend(head);
  return head;
});

function show() {
  heads.forEach((head, row) => {
    head.hidden = !begins(row);
    head.textContent = nameOf(row);
    if (!row) return;
    head.setAttribute("aria-label", `Where ${nameOf(row)} begins`);
    head.setAttribute("aria-valuetext", `sentence ${row + 1}: ${opening(row)}`);
  });
}

// The part above or the part below takes the sentences in between; either may take all of the other.
function move(from, to) {
  const [above, below] = [partOf(from - 1), partOf(from)];
  const name = nameOf(from);
  for (let row = Math.min(from, to); row < Math.max(from, to); row += 1) {
    choices[row].value = to < from ? below : above;
  }
  show();
  const stays = to < rows.length && partOf(to) === below && begins(to);
  moved.textContent = stays ? `${name} now begins with sentence ${to + 1}.` : `${name} has no sentence left there.`;
  const there = Math.min(to, rows.length - 1);
  (stays && to ? heads[to] : choices[there]).focus();
}

function pressed(event, from) {
  const step = { ArrowUp: -1, ArrowLeft: -1, ArrowDown: 1, ArrowRight: 1 }[event.key];
  if (!step || event.ctrlKey || event.altKey || event.metaKey) return;
  event.preventDefault();
  move(from, from + step);
}

// The row that stands nearest below the pointer; behind the last row there is one more place.
function aimOf(y) {
  const row = rows.findIndex((each) => {
    const box = each.querySelector(".said").getBoundingClientRect();
    return y < box.top + box.height / 2;
  });
  return row < 0 ? rows.length : row;
}

function held(event, from) {
  const head = heads[from];
  let aim = from;
  const point = (at) => {
    aim = at;
    rows.forEach((row, number) => row.classList.toggle("is-aim", number === at && at !== from));
  };
  const drag = ({ clientY }) => {
    if (clientY < EDGE) scrollBy(0, -STEP);
    else if (clientY > innerHeight - EDGE) scrollBy(0, STEP);
    point(aimOf(clientY));
  };
  const leave = () => {
    head.classList.remove("is-held");
    point(from);
    for (const [name, act] of Object.entries(acts)) head.removeEventListener(name, act);
  };
  const acts = {
    pointermove: drag,
    pointercancel: leave,
    keydown: ({ key }) => key === "Escape" && leave(),
    pointerup: () => {
      const to = aim;
      leave();
      if (to !== from) move(from, to);
    },
  };
  event.preventDefault();
  head.focus();
  head.setPointerCapture(event.pointerId);
  head.classList.add("is-held");
  for (const [name, act] of Object.entries(acts)) head.addEventListener(name, act);
}

form.addEventListener("change", show);
// The fields have their first values only after the event.
form.addEventListener("reset", () => setTimeout(show));
show();
