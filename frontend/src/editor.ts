// The island: the text areas of a telling become one text with its parts, and stay in step with it.

import { history, historyKeymap, standardKeymap } from "@codemirror/commands";
import type { Extension } from "@codemirror/state";
import { EditorState } from "@codemirror/state";
import type { ViewUpdate } from "@codemirror/view";
import { EditorView, keymap } from "@codemirror/view";

import { findings, goToNext, mark } from "./findings.ts";
import type { Finding } from "./findings.ts";
import { headings } from "./headings.ts";
import type { Named } from "./headings.ts";
import { FIELDS, writable } from "./parts.ts";
import type { Field } from "./parts.ts";
import { recalled, remember } from "./remembering.ts";
import { partAt, seamed, selectPart, telling } from "./seams.ts";
import { sort, sortedWhenPasted } from "./sorting.ts";
import { adoptStyles } from "./styles.ts";

type Say = (sentence: string) => void;

const areas = (form: HTMLFormElement): HTMLTextAreaElement[] =>
  FIELDS.map((field) => form.elements.namedItem(field) as HTMLTextAreaElement);

function named(area: HTMLTextAreaElement): Named {
  const field = area.closest(".field")!;
  return {
    name: field.querySelector("label")!.textContent,
    className: [...area.closest(".part")!.classList].find((name) => name.startsWith("part-"))!,
    hint: field.querySelector(".hint")?.textContent ?? "",
    asks: field.querySelector(".asks"),
  };
}

/** Write each part into its text area, and let the form know of those that changed. */
function handOver(form: HTMLFormElement, parts: readonly string[]): void {
  const changed = areas(form).filter((area, part) => area.value !== parts[part]);
  // All of them first: whoever listens sees the telling as it is now.
  for (const area of changed) area.value = parts[FIELDS.indexOf(area.name as Field)]!;
  for (const area of changed) area.dispatchEvent(new Event("input", { bubbles: true }));
}

/** Take over what something else wrote into a text area. */
function takeOver(view: EditorView, form: HTMLFormElement): void {
  const { parts, starts } = view.state.field(telling);
  const changes = areas(form).flatMap((area, part) => {
    const insert = writable(area.value);
    const from = starts[part]!;
    return insert === parts[part] ? [] : [{ from, to: from + parts[part]!.length, insert }];
  });
  if (changes.length) view.dispatch({ changes });
}

/** Say which part the caret has come to, as the headings are passed over. */
const entered = (names: readonly string[]): Extension =>
  EditorView.updateListener.of(({ startState, state, selectionSet, docChanged, view }: ViewUpdate) => {
    if (!selectionSet || docChanged || !view.hasFocus) return;
    const part = partAt(state.field(telling), state.selection.main.head);
    if (part === partAt(startState.field(telling), startState.selection.main.head)) return;
    view.dispatch({ effects: EditorView.announce.of(names[part]!) });
  });

/** The caret stays clear of what is fixed at the top and the foot of the page. */
const clear = EditorView.scrollMargins.of(() => {
  const { scrollPaddingTop, scrollPaddingBottom } = getComputedStyle(document.documentElement);
  return { top: parseFloat(scrollPaddingTop) || 0, bottom: parseFloat(scrollPaddingBottom) || 0 };
});

/**
 * What is typed over several lines is put there by the editor.
 *
 * A browser left to it joins the lines with inline styles, which the pages forbid.
 */
const overtyped = EditorView.domEventHandlers({
  beforeinput: ({ inputType, data, isComposing }, { state, dispatch }) => {
    const { from, to } = state.selection.main;
    if (inputType !== "insertText" || !data || isComposing) return false;
    if (state.doc.lineAt(from).number === state.doc.lineAt(to).number) return false;
    dispatch(state.update(state.replaceSelection(data), { userEvent: "input.type", scrollIntoView: true }));
    return true;
  },
});

const content = (heading: string): Extension =>
  EditorView.contentAttributes.of({
    "aria-labelledby": heading,
    "aria-describedby": "telling-help",
    autocapitalize: "sentences",
    autocorrect: "on",
    spellcheck: "true",
  });

const PHRASES = EditorState.phrases.of({
  Diagnostics: "Findings in the text",
  "No diagnostics": "There is no finding in the text.",
  close: "Close the findings",
});

/** Far longer than any telling; the rest of a text beyond it is drawn as it is scrolled to. */
const MOST_DRAWN = 100_000;

/**
 * Draw the whole telling and not only what is on the screen, as CodeMirror does for print.
 *
 * Else the headings further down could not be reached with the tab key, by a screen reader or
 * with the browser's own search.
 */
function drawAll(view: EditorView): void {
  const { viewState } = view as unknown as { viewState: { printing: boolean } };
  Object.defineProperty(viewState, "printing", {
    get: () => view.state.doc.length < MOST_DRAWN,
    set: () => {},
  });
}

/** Put the editor in the place of the text areas; `length` says how long a text is. */
export function mount(form: HTMLFormElement, length: (text: string) => string): void {
  const place = form.querySelector<HTMLElement>("[data-telling]")!;
  const next = place.querySelector<HTMLElement>("[data-next-finding]")!;
  const said = place.querySelector<HTMLElement>("[data-said]")!;
  const say: Say = (sentence) => {
    said.textContent = sentence;
  };
  const all = areas(form).map(named);
  const sortNow = () => void sort(view, form, say);
  const extensions = [
    seamed,
    headings({ named: all, length, say }),
    history(),
    findings,
    keymap.of([{ key: "Mod-a", run: selectPart }, ...standardKeymap, ...historyKeymap]),
    EditorView.lineWrapping,
    overtyped,
    content("s-parts"),
    PHRASES,
    entered(all.map(({ name }) => name)),
    clear,
    sortedWhenPasted(sortNow),
    EditorView.updateListener.of(({ docChanged, state }) => {
      if (docChanged) handOver(form, state.field(telling).parts);
    }),
  ];
  adoptStyles();
  const state = recalled(areas(form).map(({ value }) => writable(value)), extensions);
  const view = new EditorView({ state });
  drawAll(view);
  handOver(form, state.field(telling).parts);
  listen(view, form);
  next.addEventListener("click", () => goToNext(view));
  form.querySelector("[data-sort-now]")!.addEventListener("click", (event) => {
    event.preventDefault();
    sortNow();
  });
  for (const area of areas(form)) area.closest<HTMLElement>(".part")!.hidden = true;
  place.prepend(view.dom);
  next.hidden = false;
  place.classList.add("is-ready");
}

function listen(view: EditorView, form: HTMLFormElement): void {
  let asked = view.state.doc;
  form.addEventListener("input", ({ target }) => {
    if (areas(form).includes(target as HTMLTextAreaElement)) takeOver(view, form);
  });
  form.addEventListener("checking", () => {
    asked = view.state.doc;
  });
  form.addEventListener("checked", (event) => {
    const { findings: found } = (event as CustomEvent<{ findings: Finding[] }>).detail;
    // An answer to another text than the one that stands here would mark the wrong words.
    if (view.state.doc.eq(asked)) mark(view, found);
  });
  // A phone may end a tab that it has hidden without another word.
  for (const leaving of ["pagehide", "visibilitychange"]) addEventListener(leaving, () => remember(view.state));
}
