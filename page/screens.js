// What the results of commands look like. Every text goes in as text, never as markup.

function el(tag, about = {}, ...inside) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(about)) {
    if (name === "class") made.className = value;
    else if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else made.setAttribute(name, value);
  }
  made.append(...inside);
  return made;
}

const button = (text, onclick, css = "") => el("button", { type: "button", class: css, onclick }, text);

// A colour never without its word.
const colour = (word) => (word ? el("span", { class: "kleur" }, word) : "–");

const DAY = new Intl.DateTimeFormat("nl-NL", { day: "numeric", month: "long", year: "numeric" });

function day(iso) {
  const [year, month, date] = iso.split("-").map(Number);
  return DAY.format(new Date(year, month - 1, date));
}

const GRAVEST = ["fout", "waarschuwing", "melding"];

// The findings by what there is to do, gravest first.
function byWhatToDo(findings) {
  const groups = new Map();
  for (const finding of findings) {
    const known = groups.get(finding.actie) ?? [];
    groups.set(finding.actie, [...known, finding]);
  }
  const rank = (group) => Math.min(...group.map((f) => GRAVEST.indexOf(f.ernst)));
  return [...groups.entries()].sort(([, a], [, b]) => rank(a) - rank(b));
}

function place(finding) {
  const cell = [finding.blad, finding.cel].filter(Boolean).join("!");
  return [finding.herkomst ?? finding.bestand, cell].filter(Boolean).join(", ");
}

function findingList(findings) {
  if (findings.length === 0) return el("p", {}, "Er is niets op te merken.");
  const items = byWhatToDo(findings).map(([todo, group]) => {
    const worst = GRAVEST.find((ernst) => group.some((f) => f.ernst === ernst));
    const lines = group.map((finding) => {
      const more = finding.aantal > 1 ? ` (${finding.aantal} keer)` : "";
      const where = place(finding);
      return el("li", {}, `${where ? `${where}: ` : ""}${finding.tekst}${more} `,
        el("code", {}, finding.code), ...rowButtons(finding));
    });
    return el("li", { class: worst }, el("span", { class: "ernst" }, `${worst}: `), todo,
      el("ul", {}, ...lines));
  });
  return el("ul", { class: "doen" }, ...items);
}

// Those of a command, each with the hash of the file that it is about, and the zip or mail that brought it.
function findingsIn(document_) {
  const of = (inside) => (inside.bevindingen ?? []).map((f) => (
    { sha256: inside.sha256 ?? "", ...(inside.herkomst?.endsWith(f.bestand) ? { herkomst: inside.herkomst } : {}), ...f }));
  const parts = [document_, ...(document_.inzendingen ?? []), ...(document_.mails ?? [])];
  return [...parts.flatMap(of), ...archiveFindings(document_)];
}

function table(caption, heads, rows) {
  const head = el("tr", {}, ...heads.map((text) => el("th", { scope: "col" }, text)));
  const body = rows.map(([first, ...cells]) =>
    el("tr", {}, el("th", { scope: "row" }, first), ...cells.map((cell) => el("td", {}, cell))),
  );
  const made = el("table", {}, el("caption", {}, caption), el("thead", {}, head),
    el("tbody", {}, ...body));
  return el("div", { class: "rol", tabindex: "0", role: "region", "aria-label": caption }, made);
}

const WHAT = {
  invulbladen: "Invulbladen",
  mail: "Mails",
  herstel: "Herstelbladen, om terug te sturen",
  matrix: "De matrix en wat erbij hoort",
  retour: "Wat binnenkwam",
};

// The files of a ronde by the folder they stand in, each to be saved.
function fileLists(files, under, save) {
  const groups = new Map();
  for (const { path } of files) {
    const parts = path.startsWith(`${under}/`) ? path.slice(under.length + 1).split("/") : [];
    if (parts.length > 1 && parts[0] in WHAT) {
      groups.set(parts[0], [...(groups.get(parts[0]) ?? []), path]);
    }
  }
  return Object.keys(WHAT).filter((key) => groups.has(key)).map((key) => {
    const items = groups.get(key).map((path) => {
      const name = path.slice(under.length + key.length + 2);
      return el("li", {}, button(`Bewaren: ${name}`, () => save(path), "rustig"));
    });
    return el("details", {}, el("summary", {}, `${WHAT[key]} (${items.length})`),
      el("ul", {}, ...items));
  });
}

// A command as one types it.
function asTyped(words) {
  return ["kaderxl", ...words].map((w) => (/^[\w./-]+$/.test(w) ? w : `"${w}"`)).join(" ");
}

const typed = (words) =>
  el("p", { class: "opdracht" }, "Dit is de opdracht ", el("code", {}, asTyped(words)), ".");
