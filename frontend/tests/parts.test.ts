import assert from "node:assert/strict";
import { test } from "node:test";

import { before, joined, moved, parted, respaced, sentences, starts, tidy } from "../src/parts.ts";

const TOLD = [
  "The belt broke. It rained.",
  "I had to keep the vans leaving.",
  "I counted the jams. I moved the tape.\n\nI asked the packers to stay.",
  "Jams fell from 40 to 3.",
  "",
];

const applied = (text: string, other: string): string =>
  respaced(text, other).reduceRight(
    (done, { from, to, insert }) => done.slice(0, from) + insert + done.slice(to),
    text,
  );

test("a telling is joined and parted without loss", () => {
  assert.deepEqual(parted(joined(TOLD)), TOLD);
  const text = joined(TOLD);
  starts(TOLD).forEach((start, part) => assert.ok(text.startsWith(TOLD[part]!, start)));
});

test("what the bank would drop does not come in", () => {
  assert.deepEqual(parted(joined(["a\x1fb\r\nc\x00", "", "", "", ""])), ["ab\nc", "", "", "", ""]);
});

test("a part begins one sentence earlier, and back again", () => {
  const earlier = moved(TOLD, 1, 1);
  assert.equal(earlier[0], "The belt broke.");
  assert.equal(earlier[1], "It rained. I had to keep the vans leaving.");
  assert.deepEqual(moved(earlier, 1, 2), TOLD);
});

test("a part begins one sentence later, and back again, with its paragraphs", () => {
  const later = moved(TOLD, 3, before(sentences(TOLD), 3) - 1);
  assert.equal(later[2], "I counted the jams. I moved the tape.");
  assert.equal(later[3], "I asked the packers to stay.\n\nJams fell from 40 to 3.");
  assert.deepEqual(moved(later, 3, 6), TOLD);
});

test("a part on the way is left empty", () => {
  assert.deepEqual(moved(TOLD, 2, 1), [
    "The belt broke.",
    "",
    `It rained.\n\n${TOLD[1]} ${TOLD[2]}`,
    TOLD[3],
    "",
  ]);
});

test("a seam may go to either end", () => {
  const none = moved(TOLD, 1, 0);
  assert.equal(none[0], "");
  const all = moved(TOLD, 4, 0);
  assert.deepEqual(all.slice(0, 4), ["", "", "", ""]);
  assert.deepEqual(moved(all, 4, sentences(all).length).slice(4), [""]);
  for (let place = 0; place <= sentences(TOLD).length; place += 1) {
    assert.equal(before(sentences(moved(TOLD, 2, place)), 2), place);
  }
});

const PIECES = ["I", "jams", "Four?", "Five!", "é🦉", ".", "", " ", "  ", "\n", "\n\n", ". ", "! "];

/** Texts of all sorts, the same ones each time. */
function* tellings(): Generator<string[]> {
  let seed = 7;
  const next = (below: number) => {
    seed = (seed * 48271) % 2147483647;
    return seed % below;
  };
  const text = () => Array.from({ length: next(9) }, () => PIECES[next(PIECES.length)]).join("");
  for (let round = 0; round < 400; round += 1) yield Array.from({ length: 5 }, text);
}

test("only white space ever changes, wherever a seam goes", () => {
  const bare = (parts: readonly string[]) => parts.join(" ").split(/\s+/).filter(Boolean);
  for (const told of [TOLD, ...tellings()]) {
    const count = sentences(told).length;
    for (let part = 1; part < 5; part += 1) {
      for (let place = 0; place <= count; place += 1) {
        const after = moved(told, part, place);
        assert.deepEqual(bare(after), bare(told));
        assert.equal(after.length, told.length);
        assert.equal(applied(joined(told), joined(after)), joined(after));
      }
    }
  }
});

test("two tellings are the same if the bank would keep them alike", () => {
  assert.equal(tidy(["\n  a  \n", "b", "", "", ""]), tidy(["  a", "b  ", "", "", ""]));
  assert.notEqual(tidy(["a", "b", "", "", ""]), tidy(["a b", "", "", "", ""]));
});
