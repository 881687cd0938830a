// Places in a text: from code points to what JavaScript counts, and over edits.

// A function from offsets in code points to offsets in UTF-16 units.
export function units(text) {
  if (!/[\ud800-\udbff]/.test(text)) return (offset) => offset;
  const starts = [];
  let at = 0;
  for (const letter of text) {
    starts.push(at);
    at += letter.length;
  }
  starts.push(at);
  return (offset) => starts[Math.min(offset, starts.length - 1)];
}

// The one stretch in which two texts differ: where it starts, and where it ends in each.
export function difference(old, fresh) {
  const most = Math.min(old.length, fresh.length);
  let start = 0;
  while (start < most && old[start] === fresh[start]) start += 1;
  let tail = 0;
  while (tail < most - start && old[old.length - 1 - tail] === fresh[fresh.length - 1 - tail]) tail += 1;
  return { start, oldEnd: old.length - tail, newEnd: fresh.length - tail };
}

// The findings that an edit leaves, in their new places.
export function moved(findings, { start, oldEnd, newEnd }) {
  const by = newEnd - oldEnd;
  const place = (at) => (at >= oldEnd ? at + by : at);
  return findings
    .filter((finding) => finding.end < start || finding.start > oldEnd
      || (finding.end === start && start === oldEnd && by === 0))
    .map((finding) => ({
      ...finding,
      start: place(finding.start),
      end: place(finding.end),
      edits: finding.edits.map((edit) => ({ ...edit, start: place(edit.start), end: place(edit.end) })),
    }));
}

// A text with edits made, which do not overlap.
export function edited(text, edits) {
  return [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce((made, { start, end, text: fresh }) => made.slice(0, start) + fresh + made.slice(end), text);
}

// The edits of several findings, without those that overlap or touch an earlier one.
export function together(findings) {
  const made = [];
  const apart = (a, b) => a.end < b.start || b.end < a.start;
  for (const { edits } of findings) {
    if (edits.every((edit) => made.every((other) => apart(edit, other)))) made.push(...edits);
  }
  return made;
}
