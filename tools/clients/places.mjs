// Places in the page's text: from code points to UTF-16, and over edits.
import assert from "node:assert/strict";
import { difference, edited, moved, together, units } from "./text.mjs";

assert.equal(units("a\u{1d11e}b")(2), 3);
assert.equal(units("a\u{1d11e}b")(3), 4);
assert.deepEqual(difference("abc", "abXc"), { start: 2, oldEnd: 2, newEnd: 3 });
assert.deepEqual(difference("aa", "aaa"), { start: 2, oldEnd: 2, newEnd: 3 });
assert.deepEqual(difference("same", "same"), { start: 4, oldEnd: 4, newEnd: 4 });

const at = (start, end) => ({ start, end, edits: [{ start, end, text: "x" }] });
const left = moved([at(0, 2), at(3, 5), at(7, 9)], { start: 3, oldEnd: 5, newEnd: 8 });
assert.deepEqual(left.map(({ start, end }) => [start, end]), [[0, 2], [10, 12]]);
assert.equal(left[1].edits[0].start, 10);

const the = (start) => ({ start, end: start + 3, text: "the" });
assert.equal(edited("a teh b teh", [the(2), the(8)]), "a the b the");
assert.equal(together([at(0, 2), at(1, 3), at(4, 5)]).length, 2);
