// What makes the forms kinder where scripts run. Every page works without it.

import "./shortcuts.js";

function growAreas(form) {
  if (CSS.supports("field-sizing", "content")) return;
  const grow = (area) => {
    area.rows = Math.max(Number(area.dataset.least), area.value.split("\n").length + Math.floor(area.value.length / 70));
  };
  for (const area of form.querySelectorAll("textarea")) {
    area.dataset.least = area.rows;
    grow(area);
  }
  form.addEventListener("input", ({ target }) => target.dataset.least && grow(target));
}

function guard(form) {
  const said = () => new URLSearchParams(new FormData(form)).toString();
  const before = said();
  // A form that came back was not saved: its words are typed ones from the start.
  const typed = form.dataset.guard === "typed";
  let leaving = false;
  form.addEventListener("submit", () => { leaving = true; });
  addEventListener("pageshow", () => { leaving = false; });
  addEventListener("beforeunload", (event) => {
    if (!leaving && (typed || said() !== before)) event.preventDefault();
  });
}

// A question is read once its writer pauses; the answer to it comes within a blink.
const PAUSE = 250;

function askWhileTyping(form) {
  const shown = document.querySelector("[data-answers]");
  const kept = document.querySelector("[data-keep]");
  const show = (question) => {
    document.querySelector("[data-when-empty]").hidden = Boolean(question);
    document.querySelector("[data-when-asked]").hidden = !question;
    kept.elements.question.value = question;
  };
  let asked = 0;
  let timer;
  const ask = async () => {
    clearTimeout(timer);
    asked += 1;
    const mine = asked;
    const question = form.elements.q.value.trim();
    const query = new URLSearchParams(new FormData(form));
    try {
      const answer = await fetch(`${form.dataset.ask}?${query}`);
      const html = answer.ok ? await answer.text() : "";
      // An older answer than the last question is of no use, and the same one need not be read out.
      if (mine !== asked || !html || html === shown.dataset.html) return;
      shown.innerHTML = html;
      shown.dataset.html = html;
      show(question);
      history.replaceState(null, "", question ? `${form.getAttribute("action")}?${query}` : form.getAttribute("action"));
    } catch {
      // The server is away: what stands there is the last that is known, and typing goes on.
    }
  };
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    ask();
  });
  form.elements.q.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    ask();
  });
}

// The clock only shows the time: nothing happens when it runs out.
const CLOCK = "storyloop-clock";

function drill(form) {
  const began = Date.now();
  const passed = () => Math.round((Date.now() - began) / 1000);
  const clock = form.querySelector("[data-clock]");
  const bar = clock.querySelector("progress");
  const button = clock.querySelector("button");
  const run = (isOn) => {
    bar.hidden = !isOn;
    button.textContent = isOn ? "Hide the clock" : "Show the clock";
  };
  run(localStorage.getItem(CLOCK) !== "off");
  button.addEventListener("click", () => {
    const isOn = bar.hidden;
    localStorage.setItem(CLOCK, isOn ? "on" : "off");
    run(isOn);
  });
  const tick = () => { bar.value = Math.max(bar.max - passed(), 0); };
  const timer = setInterval(() => {
    tick();
    if (bar.value === 0) clearInterval(timer);
  }, 1000);
  form.addEventListener("submit", () => {
    if (!bar.hidden) form.querySelector("[data-seconds]").value = passed();
  });
  // Keys pick a principle while the focus is in the form, but not where they are for typing.
  form.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.target.matches("select")) return;
    const choice = form.querySelector(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
    if (!choice) return;
    event.preventDefault();
    choice.checked = true;
    choice.focus();
  });
  form.querySelector("[data-choices] input").focus({ preventScroll: true });
}

// A story that is dragged onto a slot is chosen in the slot's own form, and that form is sent.
const STORY = "text/x-storyloop";

function dragging(plan) {
  const stories = document.querySelector("[data-stories]");
  if (!plan.querySelector("[data-slot]")) return;
  stories.hidden = false;
  document.addEventListener("dragstart", (event) => {
    const story = event.target.closest?.("[data-story]");
    if (!story) return;
    event.dataTransfer.setData(STORY, story.dataset.story);
    event.dataTransfer.effectAllowed = "copy";
  });
  for (const slot of plan.querySelectorAll("[data-slot]")) {
    const here = (isHere) => slot.classList.toggle("is-over-here", isHere);
    slot.addEventListener("dragover", (event) => {
      if (!event.dataTransfer.types.includes(STORY)) return;
      event.preventDefault();
      here(true);
    });
    slot.addEventListener("dragleave", (event) => !slot.contains(event.relatedTarget) && here(false));
    slot.addEventListener("drop", (event) => {
      const story = event.dataTransfer.getData(STORY);
      here(false);
      if (!story) return;
      event.preventDefault();
      const form = slot.querySelector("[data-pin]");
      const choice = form.elements.story;
      if (![...choice.options].some((option) => option.value === story)) choice.add(new Option(story, story));
      choice.value = story;
      form.requestSubmit();
    });
  }
}

for (const plan of document.querySelectorAll("[data-plan]")) dragging(plan);
for (const part of document.querySelectorAll("[data-show-on-change]")) {
  const button = part.querySelector("button");
  part.querySelector("select").addEventListener("change", () => button.form.requestSubmit(button));
}
for (const form of document.querySelectorAll("[data-ask]")) {
  askWhileTyping(form);
  growAreas(form);
}
for (const form of document.querySelectorAll("[data-drill]")) drill(form);
for (const form of document.querySelectorAll("[data-guard]")) {
  // A form that is kept as a draft guards itself.
  if (!form.dataset.draft) guard(form);
  growAreas(form);
}
if (document.querySelector("[data-telling], [data-rows]")) import("./writing.js");
for (const form of document.querySelectorAll("[data-submit-on-change]")) {
  form.addEventListener("change", ({ target }) => target.matches("select") && form.requestSubmit());
}
for (const form of document.querySelectorAll("[data-next]")) {
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    form.requestSubmit();
  });
}
if (document.querySelector("[data-draft]")) import("./drafts.js");
if (document.querySelector("[data-split]")) import("./split.js");
if (document.querySelector("[data-files]")) import("./files.js");
if (document.querySelector("[data-walk]")) import("./list.js");
if (document.querySelector("[data-aloud]")) import("./settings.js");
document.querySelector(".faults")?.focus();
