// j and k, or the arrows from within, walk from story to story in a list; Enter opens, as ever.

import { isForThePage } from "./shortcuts.js";

const STEPS = { j: 1, k: -1, ArrowDown: 1, ArrowUp: -1 };

for (const list of document.querySelectorAll("[data-walk]")) {
  addEventListener("keydown", (event) => {
    if (!isForThePage(event) || event.shiftKey || !(event.key in STEPS)) return;
    const links = [...list.querySelectorAll(".entry-title a")];
    const here = links.findIndex((link) => link.closest("li").contains(document.activeElement));
    // From outside, the arrows scroll the page as they always do.
    if (here < 0 && event.key.startsWith("Arrow")) return;
    const next = here < 0 ? 0 : here + STEPS[event.key];
    if (!links[next]) return;
    event.preventDefault();
    links[next].focus();
  });
}
