"use strict";
// The page counts its own marks, lets a reader filter them, and go from one to the next.
(() => {
  const marks = [...document.querySelectorAll("mark")];
  const articles = [...document.querySelectorAll("article")];
  const filter = document.getElementById("filter");
  const total = document.getElementById("total");
  const chosen = new Set();

  const texts = new Map(marks.map((mark) => [mark, [
    mark.textContent,
    mark.nextElementSibling.textContent,
    mark.closest("article").dataset.path,
  ].join(" ").toLowerCase()]));

  const findings = (mark) => mark.nextElementSibling.children.length;
  const number = (count, noun) => `${count} ${noun}${count === 1 ? "" : "s"}`;

  function cell(row, content) {
    row.insertCell().append(content);
  }

  function button(text, act) {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = text;
    made.addEventListener("click", () => act(made));
    return made;
  }

  function countRules() {
    const counts = new Map();
    for (const mark of marks) {
      for (const rule of mark.dataset.rules.split(" ")) {
        counts.set(rule, (counts.get(rule) || 0) + 1);
      }
    }
    const table = document.getElementById("rules");
    for (const [rule, count] of [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))) {
      const row = table.insertRow();
      cell(row, button(rule, (made) => {
        if (!chosen.delete(rule)) chosen.add(rule);
        made.setAttribute("aria-pressed", chosen.has(rule));
        show();
      }));
      cell(row, String(count));
    }
  }

  function countArticles() {
    const table = document.getElementById("articles");
    for (const article of articles) {
      const row = table.insertRow();
      cell(row, button(article.dataset.path, () => article.scrollIntoView()));
      const own = [...article.querySelectorAll("mark")];
      cell(row, String(own.reduce((sum, mark) => sum + findings(mark), 0)));
    }
  }

  function wanted(mark, word) {
    const rules = mark.dataset.rules.split(" ");
    return (!chosen.size || rules.some((rule) => chosen.has(rule))) && texts.get(mark).includes(word);
  }

  function show() {
    const word = filter.value.trim().toLowerCase();
    const shown = new Set();
    let count = 0;
    for (const mark of marks) {
      const inside = wanted(mark, word);
      mark.classList.toggle("out", !inside);
      mark.tabIndex = inside ? 0 : -1;
      if (inside) {
        count += findings(mark);
        shown.add(mark.closest("article"));
      }
    }
    for (const article of articles) article.classList.toggle("hidden", !shown.has(article));
    total.textContent = marks.length
      ? `${number(count, "finding")} in ${number(shown.size, "article")}.`
      : "Nothing to report.";
  }

  function go(step) {
    const open = marks.filter((mark) => !mark.classList.contains("out"));
    if (!open.length) return;
    const at = open.indexOf(document.activeElement);
    const next = at < 0 ? (step > 0 ? 0 : open.length - 1) : (at + step + open.length) % open.length;
    open[next].focus({ preventScroll: true });
    open[next].scrollIntoView({ block: "center" });
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (document.activeElement === filter) {
      if (event.key === "Escape") filter.blur();
      return;
    }
    if (event.key === "n") go(1);
    else if (event.key === "p") go(-1);
    else if (event.key === "/") filter.focus();
    else return;
    event.preventDefault();
  });
  filter.addEventListener("input", show);

  countRules();
  countArticles();
  show();
})();
