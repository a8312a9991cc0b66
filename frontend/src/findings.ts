// The findings as underlines: by pointer, by caret, by F8, and as a list in a panel.

import type { Diagnostic } from "@codemirror/lint";
import { forEachDiagnostic, lintKeymap, nextDiagnostic, previousDiagnostic, setDiagnostics } from "@codemirror/lint";
import type { EditorState, Extension } from "@codemirror/state";
import type { Command } from "@codemirror/view";
import { EditorView, activateHover, closeHoverTooltips, hasHoverTooltips, keymap } from "@codemirror/view";

import { FIELDS } from "./parts.ts";
import type { Field } from "./parts.ts";
import { telling } from "./seams.ts";

/** A finding as the server tells it; places count UTF-16 units from the beginning of a part. */
export interface Finding {
  field: Field;
  from: number;
  to: number;
  severity: "error" | "warning" | "advice";
  message: string;
  remedy: string;
}

const GRADES = { error: "error", warning: "warning", advice: "info" } as const;
const NAMES = { error: "Error", warning: "Warning", info: "Advice", hint: "Advice" } as const;

const paragraph = (className: string, text: string): HTMLElement => {
  const made = document.createElement("span");
  made.className = className;
  made.textContent = text;
  return made;
};

function rendered({ severity, message, remedy }: Finding): Node {
  const said = document.createDocumentFragment();
  said.append(
    paragraph("finding-message", message),
    paragraph("finding-remedy", remedy),
    paragraph("finding-price", NAMES[GRADES[severity]]),
  );
  return said;
}

/** Mark these findings, each kept within its part. */
export function mark(view: EditorView, findings: readonly Finding[]): void {
  const { parts, starts } = view.state.field(telling);
  const diagnostics = findings.map((finding): Diagnostic => {
    const part = FIELDS.indexOf(finding.field);
    const within = (at: number) => starts[part]! + Math.min(Math.max(at, 0), parts[part]!.length);
    return {
      from: within(finding.from),
      to: within(finding.to),
      severity: GRADES[finding.severity],
      markClass: ` passage is-${finding.severity}`,
      message: `${finding.message} ${finding.remedy}`,
      renderMessage: () => rendered(finding),
    };
  });
  view.dispatch(setDiagnostics(view.state, diagnostics.filter(({ from, to }) => from < to)));
}

function under(state: EditorState, at: number): string[] {
  const found: string[] = [];
  forEachDiagnostic(state, ({ severity, message }, from, to) => {
    if (from <= at && at <= to) found.push(`${NAMES[severity]}: ${message}`);
  });
  return found;
}

/** Wherever the caret comes to rest in a passage, show what is said of it. */
const shownAtCaret = EditorView.updateListener.of(({ view, selectionSet, docChanged, transactions }) => {
  const { empty, head } = view.state.selection.main;
  if (!selectionSet || docChanged || !empty) return;
  if (!transactions.some((each) => each.isUserEvent("select")) || !under(view.state, head).length) return;
  const moved = (from: number) => from !== head;
  // Not while the view is still being updated.
  queueMicrotask(() => activateHover(view, head, 1, {
    until: (next) => next.docChanged || moved(next.newSelection.main.head),
  }));
});

const told = (view: EditorView, went: boolean): void => {
  const found = under(view.state, view.state.selection.main.from).join(" ");
  const sentence = went ? found : "There is no further finding in the text.";
  view.dispatch({ effects: EditorView.announce.of(sentence) });
};

const spoken = (go: Command): Command => (view) => {
  told(view, go(view));
  return true;
};

const close: Command = (view) => {
  if (!hasHoverTooltips(view.state)) return false;
  view.dispatch({ effects: closeHoverTooltips });
  return true;
};

/** Underlines, their tooltips and their keys; what a key leads to is read out. */
export const findings: Extension = [
  keymap.of([
    { key: "F8", run: spoken(nextDiagnostic), shift: spoken(previousDiagnostic) },
    { key: "Escape", run: close },
    ...lintKeymap.filter(({ key }) => key !== "F8"),
  ]),
  shownAtCaret,
];

/** Go to the next finding, as F8 does. */
export function goToNext(view: EditorView): void {
  view.focus();
  told(view, nextDiagnostic(view));
}
