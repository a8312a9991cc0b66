// Keeps what is typed into a form as a draft, and says so. The form works without it.

const PAUSE = 1000;
// Who never pauses is kept too.
const LONGEST = 10_000;
const RETRY = 5000;
const PATIENCE = 10_000;
// A browser sends no more than 64 kB for a page that it is leaving.
const PARTING = 60_000;

const STATES = {
  away: "Not kept: the app does not answer. Your words are still here.",
  refused: "Not kept: the app could not take it. Your words are still here.",
  "stale-draft": "Not kept: another window kept a newer draft. Your words are still here.",
  stale: "Draft kept. The story was saved elsewhere meanwhile.",
};

const token = () => Array.from(crypto.getRandomValues(new Uint32Array(4)), (n) => n.toString(36)).join("-");

function ago(moment) {
  const seconds = Math.round((Date.now() - moment) / 1000);
  if (seconds < 10) return "just now";
  if (seconds < 60) return `${Math.floor(seconds / 10) * 10} seconds ago`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return minutes === 1 ? "1 minute ago" : `${minutes} minutes ago`;
  return `at ${new Date(moment).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" })}`;
}

// What was typed, without what the form says of itself.
function typedIn(form) {
  const typed = new URLSearchParams(new FormData(form));
  for (const name of [...typed.keys()]) {
    if (name.startsWith("draft-") || name === "csrfmiddlewaretoken") typed.delete(name);
  }
  return typed.toString();
}

// Whether every field is as the page came: who is quick, or a browser that fills the form again,
// types before this script runs.
function isUntouched(form) {
  return Array.from(form.elements).every((field) => {
    if (field.type === "checkbox" || field.type === "radio") return field.checked === field.defaultChecked;
    if (field.type === "select-one") return !Array.from(field.options).some((each) => each.defaultSelected && !each.selected);
    return field.name.startsWith("draft-") || field.defaultValue === undefined || field.value === field.defaultValue;
  });
}

function stateOf(form) {
  const shown = form.querySelector("[data-draft-state]");
  const said = form.querySelector("[data-draft-said]");
  const button = form.querySelector("[data-keep-draft]");
  let keptAt = shown.dataset.kept ? Date.parse(shown.dataset.kept) : 0;
  let state = keptAt ? "kept" : "";
  const show = () => {
    if (state === "kept") shown.textContent = `Draft kept ${ago(keptAt)}`;
  };
  setInterval(show, 10_000);
  show();
  return (next) => {
    if (next === "kept") keptAt = Date.now();
    // The first keep is read out, and then whatever changes; not every keep.
    const words = STATES[next] ?? "Draft kept";
    if (said.textContent !== words) said.textContent = words;
    state = next;
    shown.textContent = STATES[next] ?? "";
    shown.classList.toggle("is-warning", next !== "kept");
    if (next.startsWith("stale")) {
      button.dataset.keepDraft = "needed";
      button.textContent = "See both texts";
    }
    show();
  };
}

function keepDraft(form) {
  const say = stateOf(form);
  const own = (name) => form.elements[`draft-${name}`];
  own("page").value = token();
  // The draft brings the words back. A browser that did so too would put old ones over newer ones.
  form.autocomplete = "off";
  let turn = 0;
  let kept = form.dataset.guard !== "typed" && isUntouched(form) ? typedIn(form) : "";
  let sent = kept;
  let isStopped = false;
  let isFailing = false;
  let isLeaving = false;
  let typedAt = 0;
  let timer;
  let onItsWay = null;

  const take = (answer, text) => {
    isFailing = false;
    if (answer.error?.code === "stale-draft") isStopped = true;
    if (answer.draft) {
      kept = text;
      own("key").value = answer.draft.key;
      own("version").value = Math.max(own("version").value, answer.draft.version);
      const here = location.pathname + location.search;
      if (here !== answer.draft.address) history.replaceState(history.state, "", answer.draft.address);
    }
    say(answer.error?.code ?? "kept");
  };

  const fail = (why) => {
    isFailing = true;
    sent = kept;
    say(why);
  };

  const send = async (text, keepalive) => {
    own("turn").value = turn += 1;
    try {
      const answer = await fetch(form.dataset.draft, {
        method: "POST",
        body: new URLSearchParams(new FormData(form)),
        headers: { "X-CSRFToken": form.elements.csrfmiddlewaretoken.value },
        signal: AbortSignal.timeout(PATIENCE),
        keepalive,
      });
      const isJson = answer.headers.get("Content-Type") === "application/json";
      if (isJson) take(await answer.json(), text);
      else fail("refused");
    } catch {
      fail("away");
    }
  };

  const keep = async ({ parting = false } = {}) => {
    clearTimeout(timer);
    const text = typedIn(form);
    if (isStopped || isLeaving || text === kept || text === sent) return;
    typedAt = 0;
    sent = text;
    const sending = send(text, parting && text.length < PARTING);
    onItsWay = sending;
    await sending;
    if (onItsWay === sending) onItsWay = null;
    if (typedIn(form) !== kept) later(isFailing ? RETRY : PAUSE);
  };

  const later = (pause) => {
    typedAt ||= Date.now();
    clearTimeout(timer);
    timer = setTimeout(keep, Math.min(pause, Math.max(typedAt + LONGEST - Date.now(), 0)));
  };

  form.addEventListener("input", () => {
    if (!onItsWay) later(PAUSE);
  });
  addEventListener("visibilitychange", () => document.hidden && keep({ parting: true }));
  addEventListener("pagehide", () => keep({ parting: true }));
  addEventListener("pageshow", () => { isLeaving = false; });
  // A form that is sent decides over the draft; what is still on its way must not come after it.
  document.addEventListener("submit", async (event) => {
    if (event.defaultPrevented || event.target.method !== "post") return;
    isLeaving = true;
    clearTimeout(timer);
    own("turn").value = turn += 1;
    if (!onItsWay) return;
    event.preventDefault();
    await onItsWay;
    clearTimeout(timer);
    event.target.requestSubmit(event.submitter);
  });
  addEventListener("beforeunload", (event) => {
    const text = typedIn(form);
    const isKept = text === kept || !(isStopped || isFailing || text.length >= PARTING);
    if (!isLeaving && !isKept) event.preventDefault();
  });
  if (typedIn(form) !== kept) later(PAUSE);
}

for (const form of document.querySelectorAll("[data-draft]")) keepDraft(form);
