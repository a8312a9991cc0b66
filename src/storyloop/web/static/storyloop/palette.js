// The palette: what one types finds pages, things to do, stories and the guide.

const QUIET = 80;
const NONE = null;
const MOVES = { ArrowDown: 1, ArrowUp: -1 };

// Made when it is first opened, since most pages are left without it.
function make() {
  const shell = document.getElementById("palette-shell");
  document.body.append(shell.content.cloneNode(true));
  const dialog = document.querySelector("dialog.palette");
  const input = dialog.querySelector("input");
  const list = dialog.querySelector("[role=listbox]");
  const state = dialog.querySelector("[role=status]");
  let active = NONE;
  let isStale = false;
  let asked = 0;
  let timer;

  const options = () => [...list.querySelectorAll("[role=option]")];

  const choose = (number) => {
    const all = options();
    // Round the ends, so that one key is enough for the last as for the first.
    active = number === NONE || !all.length ? NONE : (number + all.length) % all.length;
    all.forEach((option, place) => option.setAttribute("aria-selected", place === active));
    if (active === NONE) {
      input.removeAttribute("aria-activedescendant");
    } else {
      input.setAttribute("aria-activedescendant", all[active].id);
      all[active].scrollIntoView({ block: "nearest" });
    }
  };

  const show = (html, query) => {
    list.innerHTML = html;
    isStale = false;
    options().forEach((option, place) => {
      option.id = `palette-${place}`;
      option.tabIndex = -1;
    });
    const count = options().length;
    input.setAttribute("aria-expanded", count > 0);
    state.textContent = query ? `${count} found` : "";
    state.classList.add("visually-hidden");
    list.scrollTop = 0;
    // Nothing is chosen before something is typed: Enter alone goes nowhere.
    choose(query ? 0 : NONE);
  };

  const find = async () => {
    clearTimeout(timer);
    asked += 1;
    const mine = asked;
    const query = input.value.trim();
    try {
      const answer = await fetch(`${dialog.dataset.palette}?${new URLSearchParams({ q: query })}`);
      const html = await answer.text();
      // An older answer than the last question is of no use.
      if (mine === asked && answer.ok) show(html, query);
    } catch {
      show("", query);
      state.textContent = "Storyloop does not answer. Is it still running?";
      state.classList.remove("visually-hidden");
    }
  };

  input.addEventListener("input", () => {
    isStale = true;
    clearTimeout(timer);
    timer = setTimeout(find, QUIET);
  });
  const open = async () => {
    // What stands there may still answer to fewer letters than were typed.
    if (isStale) await find();
    if (active !== NONE) options()[active].click();
    else if (input.value.trim()) input.form.requestSubmit();
  };

  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key in MOVES) {
      event.preventDefault();
      if (active === NONE) choose(event.key === "ArrowDown" ? 0 : options().length - 1);
      else choose(active + MOVES[event.key]);
    } else if (event.key === "Enter") {
      event.preventDefault();
      open();
    }
  });
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (!option) return;
    // On the page that is open already, only the place changes.
    dialog.close();
    const look = option.dataset.appearance;
    if (look) document.querySelector(`.appearance [value="${look}"]`).click();
  });
  // A press on the ground around it closes it, and so does its button.
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog || event.target.closest("[data-close]")) dialog.close();
  });
  return {
    open() {
      if (dialog.open) return;
      input.value = "";
      dialog.showModal();
      find();
    },
  };
}

let palette;
export function openPalette() {
  palette ??= make();
  palette.open();
}

const link = document.querySelector("[data-opens-palette]");
link.setAttribute("role", "button");
link.setAttribute("aria-haspopup", "dialog");
link.addEventListener("click", (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  openPalette();
});
link.addEventListener("keydown", (event) => {
  if (event.key !== " ") return;
  event.preventDefault();
  openPalette();
});
