// Keys that work on every page. Single ones can be switched off, and never work in a field.

import { openPalette } from "./palette.js";

const IS_MAC = /Mac|iPhone|iPad/.test(navigator.platform);
const PATIENCE = 1500;
const FIELDS = "input, textarea, select, [contenteditable]:not([contenteditable=false])";
const keys = JSON.parse(document.body.dataset.keys);

/** Tell whether a key is meant for the page: no field, no dialog and no modifier is in its way. */
export function isForThePage(event) {
  return !(
    document.documentElement.dataset.shortcuts === "off" ||
    event.defaultPrevented || event.isComposing || event.repeat ||
    event.ctrlKey || event.altKey || event.metaKey ||
    event.target.closest?.(FIELDS) || document.querySelector("dialog[open]")
  );
}

// Ctrl+K erases to the end of the line where a Mac's user types, so there it is Command alone.
addEventListener("keydown", (event) => {
  const modified = IS_MAC ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey;
  if (!modified || event.altKey || event.shiftKey || event.key.toLowerCase() !== "k") return;
  event.preventDefault();
  openPalette();
});

async function help(address) {
  if (!document.querySelector("dialog.help")) {
    const page = await (await fetch(address)).text();
    const list = new DOMParser().parseFromString(page, "text/html").querySelector("[data-shortcut-list]");
    document.body.append(document.getElementById("help-shell").content.cloneNode(true));
    const dialog = document.querySelector("dialog.help");
    dialog.addEventListener("click", (event) => {
      if (event.target === dialog || event.target.closest("[data-close]")) dialog.close();
    });
    // Below the dialog's own heading, and without the ids of the page that may be open.
    for (const heading of list.querySelectorAll("h2")) {
      const lower = document.createElement("h3");
      lower.textContent = heading.textContent;
      heading.replaceWith(lower);
    }
    for (const section of list.querySelectorAll("section")) section.removeAttribute("aria-labelledby");
    dialog.querySelector("[data-list]").replaceWith(list);
  }
  document.querySelector("dialog.help").showModal();
}

const DOES = {
  "/": openPalette,
  "?": () => help(keys["?"]).catch(() => location.assign(keys["?"])),
  e: () => document.querySelector("main [data-edits]")?.click(),
};

let first = "";
let timer;
addEventListener("keydown", (event) => {
  if (!isForThePage(event) || event.key === "Shift") return;
  clearTimeout(timer);
  const pressed = first ? `${first} ${event.key}` : event.key;
  first = "";
  if (pressed in DOES) {
    event.preventDefault();
    DOES[pressed]();
  } else if (pressed in keys) {
    event.preventDefault();
    location.assign(keys[pressed]);
  } else if (Object.keys(keys).some((each) => each.startsWith(`${pressed} `))) {
    first = pressed;
    timer = setTimeout(() => { first = ""; }, PATIENCE);
  }
});
