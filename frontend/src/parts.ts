// The telling as one text: five parts with a seam between each two, and what moves a seam.

/** The fields of the form that hold the parts, in the order of the telling. */
export const FIELDS = ["situation", "task", "action", "result", "learned"] as const;
export type Field = (typeof FIELDS)[number];

/** The unit separator; the bank keeps no control characters, so no text of a story holds it. */
export const MARK = "\x1f";
/** A seam is a line of its own, which the editor shows as the heading of the part below. */
export const SEAM = `\n${MARK}\n`;

const UNWRITABLE = /[\x00-\x08\x0b-\x1f\x7f]/g;
const LINE_BREAKS = /\r\n?|[\x85\u2028\u2029]/g;

/** A text without what the bank would drop, so that places in it stay places in it. */
export const writable = (text: string): string =>
  text.replace(LINE_BREAKS, "\n").replace(UNWRITABLE, "");

export const joined = (parts: readonly string[]): string => parts.map(writable).join(SEAM);
export const parted = (text: string): string[] => text.split(SEAM);

/** Where each part begins in the text. */
export function starts(parts: readonly string[]): number[] {
  let at = 0;
  return parts.map((part) => {
    const start = at;
    at += part.length + SEAM.length;
    return start;
  });
}

export interface Sentence {
  part: number;
  /** Where it begins in its part. */
  at: number;
  text: string;
}

const segmenter = new Intl.Segmenter("en-GB", { granularity: "sentence" });

/** The sentences of all parts, in order; each but the first of a part stands behind white space. */
export function sentences(parts: readonly string[]): Sentence[] {
  return parts.flatMap((text, part) => {
    const begins = [...segmenter.segment(text)]
      .filter(({ segment }) => segment.trim())
      .map(({ segment, index }) => index + segment.length - segment.trimStart().length)
      .filter((at) => !text.slice(0, at).trim() || /\s/.test(text[at - 1]!));
    return begins.map((at, place) => ({ part, at, text: text.slice(at, begins[place + 1]).trim() }));
  });
}

/** How many of the sentences stand before a part. */
export const before = (all: readonly Sentence[], part: number): number =>
  all.filter((sentence) => sentence.part < part).length;

const PARAGRAPH = "\n\n";

/** Join two texts; the gap stands between them only if there is something on both sides. */
const bound = (left: string, gap: string, right: string): string =>
  left.trim() && right.trim() ? left.trimEnd() + gap + right.trimStart() : left + right;

const together = (texts: readonly string[]): string =>
  texts.reduce((left, right) => bound(left, PARAGRAPH, right), "");

/**
 * Let a part begin with the sentence at this place in the order of all of them.
 *
 * A part on the way is left empty. The gap at the new seam is what stands at the old one
 * afterwards, so that moving back restores the text.
 */
export function moved(parts: readonly string[], part: number, place: number): string[] {
  const all = sentences(parts);
  const target = all[place];
  const home = before(all, part);
  const found = [...parts];
  if (place === home) return found;
  const to = place < home ? target!.part : (all[place - 1]?.part ?? part);
  const text = parts[to] ?? "";
  const next = all[place];
  const cut = next && next.part === to ? next.at : text.length;
  const head = text.slice(0, cut).trimEnd();
  const gap = text.slice(head.length, cut) || PARAGRAPH;
  const tail = text.slice(cut);
  if (place < home) {
    const rest = together([tail, ...parts.slice(to + 1, part)]);
    found.fill("", to + 1, part);
    found[to] = head;
    found[part] = bound(rest, head ? gap : PARAGRAPH, parts[part] ?? "");
  } else {
    const rest = together([...parts.slice(part, to), head]);
    found.fill("", part, to);
    found[to] = tail;
    found[part - 1] = bound(parts[part - 1] ?? "", tail ? gap : PARAGRAPH, rest);
  }
  return found;
}

export interface Change {
  from: number;
  to: number;
  insert: string;
}

const GAP = /[\s\x1f]+/g;

/** What to change in a text so that it becomes another one, which differs only in its gaps. */
export function respaced(text: string, other: string): Change[] {
  const pieces = (whole: string) => {
    const gaps = [...whole.matchAll(GAP)].map((gap) => ({ from: gap.index, said: gap[0] }));
    const opens = gaps[0]?.from === 0 ? [] : [{ from: 0, said: "" }];
    const closed = /[\s\x1f]$/.test(whole) ? [] : [{ from: whole.length, said: "" }];
    return [...opens, ...gaps, ...closed];
  };
  const others = pieces(other);
  return pieces(text).flatMap(({ from, said }, place) => {
    const insert = others[place]?.said ?? "";
    return said === insert ? [] : [{ from, to: from + said.length, insert }];
  });
}

/** The texts as the bank would keep them, to tell whether two tellings are the same. */
export const tidy = (parts: readonly string[]): string =>
  parts.map((part) => part.trimEnd().replace(/^(?:[^\S\n]*\n)+/, "")).join(SEAM);
