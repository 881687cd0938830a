// The desk's page: a text with its findings marked in place, and what can be done about each.

import { made, proposal, show, isName, mayBeRemembered } from "./findings.js";
import * as server from "./server.js";
import { difference, edited, moved, together, units } from "./text.js";

const PAUSE = 350; // milliseconds without a keystroke after which the text is checked
const AROUND = 60; // letters beside a name that may belong to it
const part = (id) => document.getElementById(id);
const [text, marked, status, list] = ["text", "marked", "status", "findings"].map(part);

let able = { writes_names: false };
let findings = [];
let cards = new Map();
let current = null;
let last = ""; // the text that the findings' places are in
let file = null; // what was opened: its name and its bytes
let waiting = 0;
let asking = null;
let ignored = []; // findings that are ignored where they stand, wherever that moves

const say = (words) => { status.textContent = words; };
const counted = (count, noun) => `${count} ${noun}${count === 1 ? "" : "s"}`;
const name = () => (file ? file.name : `story.${part("format").value}`);
const safe = () => findings.filter((finding) => finding.safe);

const isSame = (one, other) => one.rule === other.rule && one.start === other.start;

function mark() {
  const pieces = [];
  let at = 0;
  for (const finding of findings) {
    if (finding.start < at) continue;
    const end = Math.max(finding.end, Math.min(finding.start + 1, text.value.length));
    pieces.push(text.value.slice(at, finding.start));
    const kind = `${finding.severity}${finding === current ? " current" : ""}`;
    pieces.push(made("mark", { class: kind, text: text.value.slice(finding.start, end) }));
    at = end;
  }
  marked.replaceChildren(...pieces, text.value.slice(at), "\n\u200b");
}

function draw() {
  if (!findings.includes(current)) current = null;
  const inList = list.contains(document.activeElement);
  mark();
  cards = show(list, findings, able, act);
  if (current) cards.get(current)?.setAttribute("aria-current", "true");
  if (inList) cards.get(current)?.focus({ preventScroll: true });
  part("safe").disabled = !safe().length;
  part("safe").textContent = safe().length
    ? `Accept all safe ones (${safe().length})` : "Accept all safe ones";
}

// Forget what was found in the letters that changed, and keep the rest where it belongs.
function follow() {
  if (text.value === last) return;
  const change = difference(last, text.value);
  const at = findings.indexOf(current);
  const kept = moved(findings, change);
  current = at >= 0 ? kept.find((finding) => finding.id === findings[at].id) ?? null : null;
  findings = kept;
  ignored = moved(ignored, change);
  last = text.value;
  draw();
}

function later(pause = PAUSE) {
  clearTimeout(waiting);
  waiting = setTimeout(check, pause);
}

async function check() {
  asking?.abort();
  const mine = asking = new AbortController();
  const copy = text.value;
  if (!copy.trim()) {
    findings = [];
    draw();
    say("Nothing to check yet.");
    return;
  }
  try {
    const language = part("language").value;
    const release = part("sources").value;
    const sources = release.trim() && { sources: { "sources.txt": release } };
    const article = { path: name(), text: copy, ...(language && { language }), ...sources };
    const answer = await server.lint(article, mine.signal);
    if (text.value === copy) take(answer.findings, copy);
  } catch (error) {
    if (error.name !== "AbortError") say(`Not checked: ${error.message}.`);
  }
}

function take(found, copy) {
  const at = units(copy);
  const chosen = current;
  findings = found.map((finding, id) => ({
    ...finding,
    id,
    line: finding.start.line,
    start: at(finding.start.offset),
    end: at(finding.end.offset),
    safe: finding.fix?.applicability === "safe",
    edits: (finding.fix?.edits ?? []).map((edit) => ({ ...edit, start: at(edit.start), end: at(edit.end) })),
  })).filter((finding) => !ignored.some((other) => isSame(other, finding)));
  current = findings.find((finding) => chosen && isSame(chosen, finding)) ?? null;
  last = copy;
  draw();
  const rest = findings.length > cards.size ? `, of which ${cards.size} are shown` : "";
  say(findings.length ? `${counted(findings.length, "finding")}${rest}.` : "Nothing found.");
}

// Put a new text in place of the old one, as one step that the browser can undo.
function write(fresh) {
  const { start, oldEnd, newEnd } = difference(text.value, fresh);
  const scrolled = [window.scrollX, window.scrollY];
  text.focus({ preventScroll: true });
  text.setSelectionRange(start, oldEnd);
  const put = fresh.slice(start, newEnd);
  const done = put
    ? document.execCommand("insertText", false, put)
    : start === oldEnd || document.execCommand("delete");
  if (!done || text.value !== fresh) text.value = fresh;
  window.scrollTo(...scrolled);
  follow();
  later(0);
}

function change(edits) {
  const inList = list.contains(document.activeElement);
  const at = current ? findings.indexOf(current) : -1;
  write(edited(text.value, edits));
  if (inList) choose(findings[Math.min(Math.max(at, 0), findings.length - 1)], true);
}

function editsOf(finding) {
  if (finding.edits.length) return finding.edits;
  return [{ start: finding.start, end: finding.end, text: finding.suggestions[0] }];
}

async function rule(finding, ruling) {
  try {
    const answer = await server.rule({
      ruling,
      found: finding.text,
      right: finding.suggestions[0] ?? "",
      before: text.value.slice(Math.max(0, finding.start - AROUND), finding.start),
      behind: text.value.slice(finding.end, finding.end + AROUND),
    });
    await check();
    say(answer.written.join(" "));
  } catch (error) {
    say(`Not written: ${error.message}.`);
  }
}

const decided = (accepted, ...some) => server.decided(some.map((one) => ({ rule: one.rule, accepted })));

const act = {
  choose: (finding) => choose(finding, false),
  accept: (finding) => {
    if (proposal(finding) === null) return;
    decided(true, finding);
    change(editsOf(finding));
  },
  write: (finding, other) => {
    decided(true, finding);
    change([{ start: finding.start, end: finding.end, text: other }]);
  },
  acceptAll: (group) => {
    decided(true, ...group);
    change(together(group.map((finding) => ({ edits: editsOf(finding) }))));
  },
  ignore: (finding) => {
    decided(false, finding);
    const at = findings.indexOf(finding);
    ignored.push(finding);
    findings = findings.filter((other) => other !== finding);
    draw();
    say(findings.length ? `${counted(findings.length, "finding")} left.` : "Nothing left.");
    choose(findings[Math.min(at, findings.length - 1)], true);
  },
  remember: (finding) => {
    decided(false, finding);
    rule(finding, isName(finding) ? "name" : "word");
  },
  condemn: (finding) => {
    decided(true, finding);
    rule(finding, "always-wrong");
  },
};

function choose(finding, withFocus) {
  if (!finding) {
    if (withFocus) text.focus();
    return;
  }
  if (finding !== current) {
    cards.get(current)?.removeAttribute("aria-current");
    current = finding;
    mark();
    cards.get(finding)?.setAttribute("aria-current", "true");
  }
  if (withFocus) cards.get(finding)?.focus({ preventScroll: true });
  cards.get(finding)?.scrollIntoView({ block: "nearest" });
  if (withFocus) marked.querySelector(".current")?.scrollIntoView({ block: "center" });
}

function go(step) {
  if (!findings.length) return;
  const from = current ? findings.indexOf(current) : step > 0 ? -1 : 0;
  choose(findings[(from + step + findings.length) % findings.length], true);
}

function undo() {
  text.focus();
  document.execCommand("undo");
}

async function open(chosen) {
  try {
    const content = await server.base64(chosen);
    const answer = await server.lint({ path: chosen.name, file: content });
    file = { name: chosen.name, content };
    part("name").textContent = chosen.name;
    part("format").disabled = true;
    text.value = last = "";
    ignored = [];
    write(answer.text.replace(/\r\n?/g, "\n"));
  } catch (error) {
    say(`${chosen.name} was not opened: ${error.message}.`);
  }
}

async function download() {
  try {
    const made_ = file
      ? await server.pack({ path: file.name, file: file.content, text: text.value })
      : new Blob([text.value], { type: "text/plain" });
    const link = made("a", { href: URL.createObjectURL(made_), download: name() });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  } catch (error) {
    say(`Not downloaded: ${error.message}.`);
  }
}

async function copy() {
  try {
    await navigator.clipboard.writeText(text.value);
  } catch {
    text.focus();
    text.select();
    document.execCommand("copy");
  }
  say("The text is copied.");
}

const KEYS = {
  Enter: (finding) => act.accept(finding),
  ArrowDown: () => go(1),
  ArrowUp: () => go(-1),
  Escape: (finding) => { text.focus(); text.setSelectionRange(finding.start, finding.end); },
  i: act.ignore,
  a: () => change(together(safe())),
  r: (finding) => { if (able.writes_names && mayBeRemembered(finding)) act.remember(finding); },
  w: (finding) => { if (able.writes_names && isName(finding) && finding.suggestions.length) act.condemn(finding); },
};

document.addEventListener("keydown", (event) => {
  if (event.key === "F8") {
    event.preventDefault();
    go(event.shiftKey ? -1 : 1);
    return;
  }
  if (!list.contains(document.activeElement) || !current) return;
  if ((event.ctrlKey || event.metaKey) && event.key === "z") {
    event.preventDefault();
    undo();
  }
  const onButton = document.activeElement.tagName === "BUTTON" && event.key === "Enter";
  if (event.ctrlKey || event.metaKey || event.altKey || onButton) return;
  const other = /^[2-9]$/.test(event.key) && current.suggestions[event.key - 1];
  const key = KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  if (other === false && !key) return;
  event.preventDefault();
  if (other) act.write(current, other);
  else key?.(current);
});

text.addEventListener("input", () => { follow(); later(); });
text.addEventListener("click", () => {
  const at = text.selectionStart;
  choose(findings.find((finding) => finding.start <= at && at <= finding.end), false);
});
part("sources").addEventListener("input", () => later());
for (const id of ["format", "language"]) part(id).addEventListener("change", () => later(0));
part("safe").addEventListener("click", () => change(together(safe())));
part("undo").addEventListener("click", undo);
part("copy").addEventListener("click", copy);
part("download").addEventListener("click", download);
part("open").addEventListener("click", () => part("file").click());
part("file").addEventListener("change", (event) => {
  if (event.target.files[0]) open(event.target.files[0]);
  event.target.value = "";
});
const editor = part("editor");
editor.addEventListener("dragover", (event) => {
  event.preventDefault();
  editor.classList.add("dropping");
});
editor.addEventListener("dragleave", () => editor.classList.remove("dropping"));
editor.addEventListener("drop", (event) => {
  editor.classList.remove("dropping");
  if (!event.dataTransfer.files[0]) return;
  event.preventDefault();
  open(event.dataTransfer.files[0]);
});

draw();
server.able().then((answer) => { able = answer; draw(); later(0); }, (error) => say(`${error.message}.`));
