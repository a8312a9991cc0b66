// Sorting a rough text into the parts, as the server reads it.

import type { Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";

import { FIELDS, sentences } from "./parts.ts";
import type { Field } from "./parts.ts";
import { replace, telling } from "./seams.ts";

interface Sorted {
  parts: Record<Field, string>;
  note: string;
}

/** Fewer sentences than these have nothing to sort. */
const ROUGH = 3;

/** Ask the server for the parts, and show them unless the text was changed meanwhile. */
export async function sort(view: EditorView, form: HTMLFormElement, say: (sentence: string) => void): Promise<void> {
  const asked = view.state.doc;
  try {
    const answer = await fetch(form.dataset.sort!, {
      method: "POST",
      body: new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)])),
    });
    if (!answer.ok) throw new Error(String(answer.status));
    const { parts, note } = (await answer.json()) as Sorted;
    if (!view.state.doc.eq(asked)) {
      say("The text was changed meanwhile, so it was left as it is. Sort again when you are ready.");
      return;
    }
    replace(view, FIELDS.map((field) => parts[field]));
    say(note);
  } catch {
    say("The text could not be sorted just now. It stands as it was.");
  }
}

/** A rough text that is pasted into an empty telling is sorted at once. */
export const sortedWhenPasted = (sortNow: () => void): Extension =>
  EditorView.updateListener.of(({ startState, state, transactions }) => {
    if (!transactions.some((each) => each.isUserEvent("input.paste"))) return;
    if (startState.field(telling).parts.some((part) => part.trim())) return;
    if (sentences(state.field(telling).parts).length >= ROUGH) queueMicrotask(sortNow);
  });
