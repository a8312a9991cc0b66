// What makes the forms kinder where scripts run. Every page works without it.

const WORDS_A_MINUTE = 150;
const PARTS = ["situation", "task", "action", "result"];

const words = (text) => text.split(/\s+/).filter(Boolean).length;

const duration = (count) => {
  const seconds = Math.round((count * 60) / WORDS_A_MINUTE);
  const minutes = Math.floor(seconds / 60);
  const rest = seconds % 60;
  return [minutes && `${minutes} min`, (rest || !minutes) && `${rest} s`].filter(Boolean).join(" ");
};

function countWords(form) {
  const told = form.querySelector("[data-told]");
  const show = () => {
    for (const area of form.querySelectorAll("[data-words]")) {
      const count = words(area.value);
      const output = area.closest(".field").querySelector("[data-count]");
      if (output) output.textContent = count ? `${count} words, ${duration(count)}` : "";
    }
    const total = PARTS.reduce((sum, part) => sum + words(form.elements[part]?.value ?? ""), 0);
    told.textContent = `${total} words in the four parts: ${duration(total)} aloud`;
    told.hidden = false;
  };
  form.addEventListener("input", show);
  show();
}

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

function addRows(section) {
  const total = section.querySelector(`[name="${section.dataset.rows}-TOTAL_FORMS"]`);
  section.querySelector("[data-more]").addEventListener("click", (event) => {
    event.preventDefault();
    const number = Number(total.value);
    const holder = document.createElement("div");
    holder.append(section.querySelector("template").content.cloneNode(true));
    holder.innerHTML = holder.innerHTML.replaceAll("__prefix__", number).replaceAll("__number__", number + 1);
    const row = holder.firstElementChild;
    section.querySelector(".row-list").append(row);
    total.value = number + 1;
    row.querySelector("input, textarea").focus();
  });
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
    try {
      const answer = await fetch(region.dataset.check, {
        method: "POST",
        body: new URLSearchParams(new FormData(form)),
        headers: { "X-CSRFToken": form.elements.csrfmiddlewaretoken.value },
      });
      const html = answer.ok ? await answer.text() : "";
      // An older answer than the last question is of no use, and the same one need not be read out.
      if (mine !== asked || !html || html === shown.dataset.html) return;
      shown.innerHTML = html;
      shown.dataset.html = html;
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
}

for (const form of document.querySelectorAll("[data-guard]")) {
  checkWhileTyping(form);
  guard(form);
  countWords(form);
  growAreas(form);
  form.querySelectorAll("[data-rows]").forEach(addRows);
}
for (const form of document.querySelectorAll("[data-submit-on-change]")) {
  form.addEventListener("change", ({ target }) => target.matches("select") && form.requestSubmit());
}
document.querySelector(".faults")?.focus();
