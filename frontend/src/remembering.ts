// Undo across reloads: the steps so far wait in the tab's own storage until the text comes back.

import { historyField } from "@codemirror/commands";
import { EditorState, Transaction } from "@codemirror/state";
import type { Extension } from "@codemirror/state";

import { joined, parted, respaced, tidy } from "./parts.ts";

/** The steps of a long evening; far below what a tab may keep. */
const MOST_CHARACTERS = 400_000;
const FIELDS = { history: historyField };

interface Steps {
  done: unknown[];
  undone: unknown[];
}

const key = (): string => `storyloop-telling:${location.pathname}`;

/** Keep the text and the newest steps that fit. */
export function remember(state: EditorState): void {
  const kept = state.toJSON(FIELDS) as { history: Steps };
  let text = JSON.stringify(kept);
  while (text.length > MOST_CHARACTERS && kept.history.done.length) {
    const { done } = kept.history;
    kept.history = { done: done.slice(Math.ceil(done.length / 2)), undone: [] };
    text = JSON.stringify(kept);
  }
  try {
    sessionStorage.setItem(key(), text);
  } catch {
    // Without room there is no undo across reloads, and everything else goes on.
  }
}

/** The state that was remembered, if it holds the same telling; else one that begins with it. */
export function recalled(parts: readonly string[], extensions: Extension): EditorState {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key()) ?? "");
    const state = EditorState.fromJSON(kept, { extensions }, FIELDS);
    const text = state.doc.toString();
    if (tidy(parted(text)) === tidy(parts)) {
      // The bank may have trimmed what was saved; what it holds is what stands here.
      return state.update({
        changes: respaced(text, joined(parts)),
        annotations: Transaction.addToHistory.of(false),
        filter: false,
      }).state;
    }
  } catch {
    // Nothing was kept, or by another version of the editor.
  }
  return EditorState.create({ doc: joined(parts), extensions });
}
