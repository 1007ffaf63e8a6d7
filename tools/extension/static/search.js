/** Sphinx's search shows pages; this adds the section of the best hit and the text around it. */
const SPHINX_HIGHLIGHT_ENABLED = false;

(() => {
  const messages = JSON.parse(document.querySelector("#search-messages").textContent);
  Object.assign(Documentation.TRANSLATIONS, messages);

  const AROUND = 70;
  const query = (new URLSearchParams(location.search).get("q") ?? "").trim();
  const results = document.querySelector("#search-results");

  const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

  /** The query, its words, and what Sphinx made of them, as one pattern; the longest first. */
  const makePattern = () => {
    const stems = splitQuery(query).map((word) => new Stemmer().stemWord(word.toLowerCase()));
    const terms = [...new Set([query, ...query.split(/\s+/), ...stems])].filter(Boolean);
    terms.sort((a, b) => b.length - a.length);
    return new RegExp(terms.map(escaped).join("|"), "giu");
  };

  /** The section that holds most of the query, and where in it; prose before code. */
  const bestHit = (sections, pattern) => {
    const texts = [
      ...sections.map(([id, heading, prose]) => ({ id, heading, text: prose })),
      ...sections.map(([id, heading, , code]) => ({ id, heading, text: code })),
    ];
    const hits = texts.map((hit) => {
      const found = [...hit.text.matchAll(pattern)];
      const all = [...found, ...hit.heading.matchAll(pattern)].map(([word]) => word.toLowerCase());
      const score = [...new Set(all)].reduce((sum, { length }) => sum + length ** 2, 0);
      const longest = found.reduce((a, b) => (b[0].length > a[0].length ? b : a), found[0]);
      return { ...hit, score, at: longest?.index ?? 0 };
    });
    return hits.reduce((a, b) => (b.score > a.score ? b : a));
  };

  /** The text around a place, with what was searched for marked. */
  const context = ({ text, at }, pattern) => {
    const [from, to] = [Math.max(0, at - AROUND), at + 2 * AROUND];
    const part = text.slice(from, to);
    const line = document.createElement("p");
    line.className = "context";
    line.append(from > 0 ? "…" : "");
    let end = 0;
    for (const { 0: word, index } of part.matchAll(pattern)) {
      const mark = document.createElement("mark");
      mark.textContent = word;
      line.append(part.slice(end, index), mark);
      end = index + word.length;
    }
    line.append(part.slice(end), to < text.length ? "…" : "");
    return line;
  };

  const addContext = (item, pattern) => {
    const link = item.querySelector("a");
    const [page, id] = link.getAttribute("href").split("#");
    const sections = SEARCH_TEXTS[page.replace(/\.html$/, "")];
    const chosen = sections.filter(([own]) => !id || own === id);
    const hit = bestHit(chosen.length ? chosen : sections, pattern);
    if (!id && hit.id) {
      const deeper = document.createElement("a");
      deeper.href = `${page}#${hit.id}`;
      deeper.textContent = hit.heading;
      item.append(" › ", deeper);
    }
    item.append(context(hit, pattern));
  };

  const onChange = (changes) => {
    for (const { addedNodes } of changes) {
      for (const node of addedNodes) {
        if (node.localName === "li") addContext(node, makePattern());
        else if (node.matches?.(".search-summary")) node.role = "status";
      }
    }
  };
  new MutationObserver(onChange).observe(results, { childList: true, subtree: true });

  /** What a query needs, in this order: the index starts Sphinx's search, which comes after this. */
  const load = (address) => {
    const script = document.createElement("script");
    script.src = address;
    script.async = false;
    document.head.append(script);
  };
  const loadAll = () => ["search-texts.js", "searchindex.js"].forEach(load);
  if (query) document.addEventListener("DOMContentLoaded", loadAll);
  else document.querySelector("form.bd-search input").focus();
})();
