// The heading before each part, its colour along the lines, and the handle that moves it.

import { RangeSetBuilder, StateField } from "@codemirror/state";
import type { EditorState, Extension } from "@codemirror/state";
import type { BlockInfo } from "@codemirror/view";
import { Decoration, EditorView, GutterMarker, WidgetType, gutter, runScopeHandlers } from "@codemirror/view";

import { drag, taken } from "./drag.ts";
import { SEAM, before, sentences } from "./parts.ts";
import { move, partAt, telling } from "./seams.ts";

/** What the page says of a part: its name, what it holds, and the questions of the guide. */
export interface Named {
  name: string;
  className: string;
  hint: string;
  asks: Element | null;
}

/** What the editor needs from the page. */
export interface Page {
  named: readonly Named[];
  /** How long a text is, in words and seconds; empty for none. */
  length: (text: string) => string;
  say: (sentence: string) => void;
}

const STEPS: Record<string, number> = { ArrowUp: -1, ArrowLeft: -1, ArrowDown: 1, ArrowRight: 1 };
const QUOTED = 8;

const element = (tag: string, className: string, text = ""): HTMLElement => {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
};

const opening = (text: string): string => {
  const words = text.split(/\s+/);
  return words.length > QUOTED ? `${words.slice(0, QUOTED).join(" ")} …` : words.join(" ");
};

class Heading extends WidgetType {
  readonly page: Page;
  readonly part: number;
  readonly length: string;
  readonly place: number;
  readonly count: number;
  readonly first: string;

  constructor(page: Page, part: number, parts: readonly string[], all = sentences(parts)) {
    super();
    this.page = page;
    this.part = part;
    this.length = page.length(parts[part] ?? "");
    this.place = before(all, part);
    this.count = all.length;
    this.first = all.find((sentence) => sentence.part === part)?.text ?? "";
  }

  override eq(other: Heading): boolean {
    return (
      this.part === other.part &&
      this.length === other.length &&
      this.place === other.place &&
      this.count === other.count &&
      this.first === other.first
    );
  }

  /** Where the part begins, in words. */
  get begins(): string {
    return this.first ? `with “${opening(this.first)}”` : "nowhere yet: it is empty";
  }

  override toDOM(view: EditorView): HTMLElement {
    const { name, className, hint, asks } = this.page.named[this.part]!;
    const head = element("div", `telling-head ${className}`);
    const line = element("div", "telling-line");
    if (this.part) line.append(this.handle(view));
    line.append(element("h3", "", name), element("span", "hint", hint), element("span", "word-count"));
    head.append(line);
    if (asks) head.append(asks.cloneNode(true));
    head.addEventListener("click", () => this.enter(view, head));
    this.updateDOM(head);
    return head;
  }

  override updateDOM(head: HTMLElement): boolean {
    if (Number(head.dataset.part ?? this.part) !== this.part) return false;
    head.dataset.part = String(this.part);
    head.querySelector(".word-count")!.textContent = this.length;
    const handle = head.querySelector(".seam-handle");
    handle?.setAttribute("aria-valuemax", String(this.count));
    handle?.setAttribute("aria-valuenow", String(this.place));
    handle?.setAttribute("aria-valuetext", this.begins);
    return true;
  }

  private handle(view: EditorView): HTMLElement {
    const { name } = this.page.named[this.part]!;
    const handle = element("span", "seam-handle");
    const values = { role: "slider", tabindex: "0", "aria-orientation": "vertical" };
    for (const [key, value] of Object.entries(values)) handle.setAttribute(key, value);
    handle.setAttribute("aria-label", `Where ${name} begins`);
    handle.setAttribute("aria-valuemin", "0");
    handle.title = "Drag it, or press the up and down arrows, to begin the part elsewhere";
    handle.addEventListener("keydown", (event) => this.press(view, event));
    // The caret is elsewhere, and nothing is meant for it.
    handle.addEventListener("beforeinput", (event) => event.preventDefault());
    handle.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      handle.focus({ preventScroll: true });
      const classNames = this.page.named.map((each) => each.className);
      const drop = (place: number) => this.go(view, place);
      drag(view, handle, event, { part: this.part, classNames, drop });
    });
    return handle;
  }

  private press(view: EditorView, event: KeyboardEvent): void {
    const step = STEPS[event.key];
    if (event.ctrlKey || event.metaKey) {
      if (runScopeHandlers(view, event, "editor")) event.preventDefault();
    } else if (step) {
      event.preventDefault();
      const all = sentences(view.state.field(telling).parts);
      const place = before(all, this.part) + step;
      if (place >= 0 && place <= all.length) this.go(view, place);
    }
  }

  private go(view: EditorView, place: number): void {
    const { name } = this.page.named[this.part]!;
    move(view, this.part, place);
    const now = new Heading(this.page, this.part, view.state.field(telling).parts);
    this.page.say(`${name} begins ${now.begins}.`);
    // The heading may have been drawn anew, elsewhere.
    const handle = view.contentDOM.querySelector<HTMLElement>(`[data-part="${this.part}"] .seam-handle`);
    handle?.focus();
  }

  private enter(view: EditorView, head: HTMLElement): void {
    if (document.activeElement?.closest(".telling-head") === head) return;
    view.dispatch({ selection: { anchor: view.state.field(telling).starts[this.part]! } });
    view.focus();
  }
}

function drawn(state: EditorState, page: Page) {
  const { parts, starts } = state.field(telling);
  const all = sentences(parts);
  const builder = new RangeSetBuilder<Decoration>();
  starts.forEach((start, part) => {
    const widget = new Heading(page, part, parts, all);
    const from = start - SEAM.length + 1;
    if (part) builder.add(from, from + 1, Decoration.replace({ widget, block: true }));
    else builder.add(0, 0, Decoration.widget({ widget, block: true, side: -1 }));
    const end = start + parts[part]!.length;
    for (let at = start; at <= end; at = state.doc.lineAt(at).to + 1) {
      const isLast = state.doc.lineAt(at).to >= end;
      const className = `${page.named[part]!.className}${isLast ? " is-last" : ""}`;
      builder.add(at, at, Decoration.line({ class: className }));
    }
  });
  return builder.finish();
}

class Colour extends GutterMarker {
  override readonly elementClass: string;

  constructor(className: string) {
    super();
    this.elementClass = className;
  }

  override eq(other: Colour): boolean {
    return this.elementClass === other.elementClass;
  }
}

/** Headings, colours and handles for the parts of a telling. */
export function headings(page: Page): Extension {
  const colours = page.named.map(({ className }) => new Colour(className));
  const at = (view: EditorView, block: BlockInfo) => {
    // A heading stands in the place of a seam, and has the colour of the part below.
    const place = Math.min(view.state.doc.length, block.from + (block.widget ? 2 : 0));
    return colours[block.widget && !block.length ? 0 : partAt(view.state.field(telling), place)]!;
  };
  return [
    StateField.define({
      create: (state) => drawn(state, page),
      update: (value, transaction) => (transaction.docChanged ? drawn(transaction.state, page) : value),
      provide: (field) => EditorView.decorations.from(field),
    }),
    taken,
    gutter({
      class: "telling-colours",
      lineMarker: at,
      widgetMarker: (view, _widget, block) => at(view, block),
      lineMarkerChange: (update) => update.docChanged,
    }),
  ];
}
