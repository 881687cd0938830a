// Findings as cards, grouped where several spellings are one name.

const SHOWN = 200; // cards; the rest is shown when these are done

export function made(name, options = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(options)) {
    if (key === "on") element.addEventListener("click", value);
    else if (key === "class") element.className = value;
    else if (key === "text") element.textContent = value;
    else element.setAttribute(key, value);
  }
  element.append(...children);
  return element;
}

const button = (text, act, key) => made("button", {
  type: "button", text, on: act, ...(key ? { "aria-keyshortcuts": key } : {}),
});

export const isName = (finding) => finding.rule.startsWith("names/");
export const mayBeRemembered = (finding) => isName(finding) || finding.rule === "spelling/typo";

// What an accepted finding writes; nothing for one that proposes nothing.
export function proposal(finding) {
  if (finding.suggestions.length) return finding.suggestions[0];
  return finding.edits.length ? "" : null;
}

const said = (suggestion) => (suggestion.trim() ? `Write ‘${suggestion}’` : "Leave it out");

// The findings by what is right, in reading order of the first of each.
function groups(findings) {
  const found = new Map();
  for (const finding of findings) {
    const right = finding.suggestions[0];
    const key = right ? `${finding.rule.split("/")[0]} ${right}` : `${finding.rule} ${finding.start}`;
    if (!found.has(key)) found.set(key, []);
    found.get(key).push(finding);
  }
  return [...found.values()];
}

function card(finding, able, act) {
  const actions = made("div", { class: "actions" });
  const first = proposal(finding);
  if (first !== null) actions.append(button(said(first), () => act.accept(finding), "Enter"));
  finding.suggestions.slice(1, 9).forEach((other, at) => {
    actions.append(button(said(other), () => act.write(finding, other), String(at + 2)));
  });
  actions.append(button("Ignore here", () => act.ignore(finding), "I"));
  if (able.writes_names && mayBeRemembered(finding)) {
    actions.append(button("Right: remember it", () => act.remember(finding), "R"));
  }
  if (able.writes_names && isName(finding) && finding.suggestions.length) {
    actions.append(button(`‘${finding.text}’ is always wrong`, () => act.condemn(finding), "W"));
  }
  const heading = made("h3", { text: finding.message });
  const element = made("article", { class: `finding ${finding.severity}`, tabindex: "-1" }, heading);
  if (finding.evidence.length) {
    element.append(made("ul", {}, ...finding.evidence.map((text) => made("li", { text }))));
  }
  const where = `${finding.severity}, line ${finding.line}, ${finding.rule}`;
  element.append(actions, made("p", { class: "where", text: where }));
  element.addEventListener("focusin", () => act.choose(finding));
  element.addEventListener("click", () => act.choose(finding));
  return element;
}

// Show the cards of the findings, and return the card of each.
export function show(place, findings, able, act) {
  const cards = new Map();
  const parts = [];
  for (const group of groups(findings)) {
    if (cards.size >= SHOWN) break;
    const section = made("section", { class: "group" });
    if (group.length > 1) {
      const spellings = new Set(group.map((finding) => finding.text));
      const count = spellings.size > 1 ? `${spellings.size} spellings` : `${group.length} times`;
      const right = group[0].suggestions[0];
      section.append(made("h2", {},
        made("span", { text: `${right}: ${count}` }),
        button(`Accept all ${group.length}`, () => act.acceptAll(group))));
    }
    for (const finding of group) {
      cards.set(finding, card(finding, able, act));
      section.append(cards.get(finding));
    }
    parts.push(section);
  }
  place.replaceChildren(...parts);
  return cards;
}
