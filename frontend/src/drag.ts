// Dragging a heading: the words that would change sides are tinted until the heading is let go.

import type { EditorState } from "@codemirror/state";
import { StateEffect, StateField } from "@codemirror/state";
import { Decoration, EditorView } from "@codemirror/view";

import { before, sentences } from "./parts.ts";
import type { Telling } from "./seams.ts";
import { telling } from "./seams.ts";

interface Taken {
  from: number;
  to: number;
  className: string;
}

const take = StateEffect.define<Taken | null>();

/** The words that would go to another part if the heading were let go now. */
export const taken = StateField.define({
  create: () => Decoration.none,
  update: (value, transaction) => {
    for (const effect of transaction.effects) {
      if (!effect.is(take)) continue;
      const { from, to, className } = effect.value ?? { from: 0, to: 0, className: "" };
      const mark = Decoration.mark({ class: `is-taken ${className}` });
      return from < to ? Decoration.set(mark.range(from, to)) : Decoration.none;
    }
    return value.map(transaction.changes);
  },
  provide: (field) => EditorView.decorations.from(field),
});

const EDGE = 72;
const STEP = 14;

interface Drag {
  part: number;
  classNames: readonly string[];
  drop: (place: number) => void;
}

const places = ({ parts, starts }: Telling, end: number): number[] => [
  ...sentences(parts).map(({ part, at }) => starts[part]! + at),
  end,
];

const nearest = (all: readonly number[], at: number): number =>
  all.reduce((best, each, i) => (Math.abs(each - at) < Math.abs(all[best]! - at) ? i : best), 0);

function shown(state: EditorState, { part, classNames }: Drag, place: number): Taken {
  const { parts, starts } = state.field(telling);
  const all = places({ parts, starts }, state.doc.length);
  const home = starts[part]!;
  const there = all[place]!;
  const gains = there < home ? part : part - 1;
  return {
    from: Math.min(home, there),
    to: Math.max(home, there),
    className: classNames[gains] ?? "",
  };
}

/** Follow the pointer from the handle of a heading, and say where it was let go. */
export function drag(view: EditorView, handle: HTMLElement, start: PointerEvent, of: Drag): void {
  let { clientX: x, clientY: y } = start;
  const home = before(sentences(view.state.field(telling).parts), of.part);
  let place = home;
  let scrolling = 0;
  const show = () => {
    const at = view.posAtCoords({ x, y }, false);
    place = nearest(places(view.state.field(telling), view.state.doc.length), at);
    view.dispatch({ effects: take.of(shown(view.state, of, place)) });
  };
  const scroll = () => {
    const by = y < EDGE ? -STEP : y > innerHeight - EDGE ? STEP : 0;
    if (by) scrollBy({ top: by, behavior: "instant" });
    if (by) show();
    scrolling = requestAnimationFrame(scroll);
  };
  const follow = (event: PointerEvent) => {
    ({ clientX: x, clientY: y } = event);
    show();
  };
  const end = (event: Event) => {
    cancelAnimationFrame(scrolling);
    listening.abort();
    view.dispatch({ effects: take.of(null) });
    if (event.type === "pointerup" && place !== home) of.drop(place);
  };
  const stop = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    end(event);
  };
  const listening = new AbortController();
  const { signal } = listening;
  handle.setPointerCapture(start.pointerId);
  handle.addEventListener("pointermove", follow, { signal });
  handle.addEventListener("pointerup", end, { signal });
  handle.addEventListener("pointercancel", end, { signal });
  handle.addEventListener("keydown", stop, { signal });
  scrolling = requestAnimationFrame(scroll);
}
