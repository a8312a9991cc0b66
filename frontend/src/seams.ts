// The seams between the parts as the editor keeps them: found, protected, passed over, moved.

import { isolateHistory } from "@codemirror/commands";
import type { Range, Text, Transaction, TransactionSpec } from "@codemirror/state";
import {
  EditorSelection,
  EditorState,
  RangeSet,
  RangeValue,
  StateField,
  Transaction as Transactions,
} from "@codemirror/state";
import { EditorView } from "@codemirror/view";

import { MARK, SEAM, joined, moved, parted, respaced, starts, writable } from "./parts.ts";

export interface Telling {
  parts: string[];
  /** Where each part begins in the document. */
  starts: number[];
}

const read = (text: Text): Telling => {
  const parts = parted(text.toString());
  return { parts, starts: starts(parts) };
};

/** The parts of the document, read anew with each change. */
export const telling = StateField.define<Telling>({
  create: (state) => read(state.doc),
  update: (value, transaction) => (transaction.docChanged ? read(transaction.newDoc) : value),
});

/** Which part a place in the document is in. */
export const partAt = ({ starts: all }: Telling, at: number): number =>
  all.findLastIndex((start) => start <= at);

/** Where the seams begin. */
const seams = (state: EditorState): number[] =>
  state.field(telling).starts.slice(1).map((start) => start - SEAM.length);

/** A place inside a seam becomes the beginning of the part below it. */
const outside = (all: readonly number[], at: number): number => {
  const seam = all.find((start) => start < at && at < start + SEAM.length);
  return seam === undefined ? at : seam + SEAM.length;
};

/** What of a stretch may go: all but the seams. */
function* removable(all: readonly number[], from: number, to: number) {
  let at = from;
  for (const start of all) {
    const end = start + SEAM.length;
    if (end <= at || start >= to) continue;
    if (at < start) yield { from: at, to: start };
    at = Math.max(at, end);
  }
  if (at < to) yield { from: at, to };
}

const plain = (text: string): string => text.replaceAll(SEAM, "\n\n").replaceAll(MARK, "");

/** Leave the seams out of whatever is deleted or typed. */
function kept(transaction: Transaction): TransactionSpec | readonly TransactionSpec[] {
  const all = seams(transaction.startState);
  if (!transaction.docChanged) return placed(transaction, all);
  let touches = false;
  const changes: { from: number; to?: number; insert?: string }[] = [];
  let typed = { at: transaction.startState.selection.main.head, length: 0 };
  transaction.changes.iterChanges((from, to, _from, _to, inserted) => {
    const text = inserted.toString();
    const at = outside(all, from);
    const gone = [...removable(all, from, to)];
    const isWhole = gone.length === 1 && gone[0]!.from === from && gone[0]!.to === to;
    touches ||= at !== from || !(isWhole || from === to) || text.includes(MARK);
    changes.push(...gone);
    const insert = plain(text);
    if (insert) changes.push({ from: at, insert });
    typed = { at, length: insert.length };
  });
  if (!touches) return transaction;
  const set = transaction.startState.changes(changes);
  const event = transaction.annotation(Transactions.userEvent);
  return {
    changes: set,
    selection: EditorSelection.cursor(set.mapPos(typed.at, -1) + typed.length),
    effects: transaction.effects,
    scrollIntoView: transaction.scrollIntoView,
    ...(event ? { userEvent: event } : {}),
  };
}

/** Keep the ends of a selection out of the seams. */
function placed(transaction: Transaction, all: readonly number[]) {
  const { main } = transaction.newSelection;
  const anchor = outside(all, main.anchor);
  const head = outside(all, main.head);
  if (anchor === main.anchor && head === main.head) return transaction;
  return [transaction, { selection: { anchor, head }, sequential: true }];
}

class Passed extends RangeValue {}
const passed = new Passed();

const passedOver = (view: EditorView): RangeSet<RangeValue> =>
  RangeSet.of(
    seams(view.state).map((start): Range<RangeValue> => passed.range(start, start + SEAM.length)),
  );

export const seamed = [
  telling,
  EditorState.transactionFilter.of(kept),
  EditorView.atomicRanges.of(passedOver),
  EditorView.clipboardInputFilter.of(writable),
  EditorView.clipboardOutputFilter.of(plain),
];

/** Select the part that the caret is in; if it is selected already, the whole telling. */
export function selectPart(view: EditorView): boolean {
  const all = view.state.field(telling);
  const { from, to } = view.state.selection.main;
  const part = partAt(all, from);
  const start = all.starts[part]!;
  const end = start + all.parts[part]!.length;
  const isWhole = start < end && from === start && to === end;
  const selection = isWhole ? { anchor: 0, head: view.state.doc.length } : { anchor: start, head: end };
  view.dispatch({ selection, userEvent: "select" });
  return true;
}

/** Let a part begin with the sentence at this place; one step of undo takes it back. */
export function move(view: EditorView, part: number, place: number): void {
  const { parts } = view.state.field(telling);
  const next = moved(parts, part, place);
  view.dispatch({
    changes: respaced(joined(parts), joined(next)),
    selection: { anchor: starts(next)[part] ?? 0 },
    annotations: isolateHistory.of("full"),
    userEvent: "move.seam",
    filter: false,
  });
}

/** Put other texts in the place of the parts; one step of undo takes it back. */
export function replace(view: EditorView, parts: readonly string[]): void {
  const { parts: former } = view.state.field(telling);
  const next = parts.map((part, place) => writable(part) === former[place] ? former[place] : part);
  view.dispatch({
    changes: { from: 0, to: view.state.doc.length, insert: joined(next) },
    selection: { anchor: 0 },
    annotations: isolateHistory.of("full"),
    userEvent: "input.parts",
    filter: false,
  });
}
