// The matrix that comes back from a meeting: first what is read in it, then it is taken over.

const READ_AS = {
  besluiten: "Besluiten", afgesproken: "Afgesproken in het AO", focuspunten: "Focuspunten",
  stemmingen: "Stemmingen", jaarprogramma: "Jaarprogramma", notities: "Notities",
  wijzigingen: "Voorgestelde wijzigingen", stempunten: "Stempunten",
};

async function adopt(files) {
  let given;
  const came = await work(`${files[0].path}: lezen wat erin staat …`, async () => {
    given = await hand(files.slice(0, 1));
    return trial(["adopt", ...ronde(), ...given.paths]);
  });
  if (came) showPreview(came, given);
}

function showPreview(came, given) {
  const read = came.document?.begrepen;
  const findings = came.document ? findingsIn(came.document) : [];
  const choices = (came.document?.keuzes ?? []).map(eitherOr);
  const known = came.document && !came.document.overgenomen;
  const chosen = () => choices.flatMap((c) => c.taken().flatMap((name) => ["--choose", name]));
  const words = () => ["adopt", ...ronde(), ...chosen()];
  const line = el("div", {}, typed([...words(), ...given.tops]));
  const update = () => line.replaceChildren(typed([...words(), ...given.tops]));
  choices.forEach((c) => c.shown.addEventListener("input", update));
  const inside = [el("p", {}, `Uit ${given.tops[0]}. Er is nog niets veranderd.`)];
  if (!known) inside.push(...(read ? understood(read, choices.length > 0) : came.sentences.map((text) => el("p", { class: "bericht" }, text))));
  if (findings.length) inside.push(findingList(findings));
  inside.push(...toChoose(choices));
  const buttons = [button("Niet overnemen", () => leave(), "rustig")];
  if (read) {
    inside.push(line);
    buttons.unshift(button("Overnemen", () => step("Overnemen …", async () => withFiles(words(), given))));
  }
  at("overnemen-tekst").replaceChildren(...inside, el("p", { class: "knoppen" }, ...buttons));
  at("overnemen").hidden = false;
  at("overnemen-kop").focus();
}

function understood(read, undecided) {
  const shown = Object.entries(READ_AS).filter(([key]) => read[key]?.length)
    .map(([key, title]) => listed(title, read[key]));
  if (read.vastgesteld) shown.push(el("p", {}, `Vastgesteld in het BO van ${day(read.vastgesteld)}.`));
  return shown.length || undecided ? shown : [el("p", {}, "Er is niets nieuws ingevuld in de gele cellen.")];
}

// Rows of the same keys as a table: the keys are Dutch words.
function listed(title, rows) {
  const filled = (key) => rows.some((row) => !["", null, undefined].includes(row[key]) && `${row[key]}` !== "");
  const keys = [...new Set(rows.flatMap(Object.keys))].filter(filled);
  const name = (key) => (key === "nummer" ? "afspraak" : key).replaceAll("_", " ").replace(/^./, (letter) => letter.toUpperCase());
  return table(title, keys.map(name), rows.map((row) => keys.map((key) => said(key, row[key]))));
}

function said(key, value) {
  if (value === null || value === undefined || value === "") return "–";
  if (key === "kleur") return colour(value);
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return day(value);
  if (typeof value === "boolean") return value ? "ja" : "nee";
  if (Array.isArray(value)) return value.map((v) => said("", v)).join(", ") || "–";
  if (typeof value === "object") return Object.entries(value).map(([k, v]) => `${k}: ${said("", v)}`).join("; ");
  return String(value);
}

// What of the file can be chosen: in sight where two changed it, and else for who asks.
function toChoose(choices) {
  const shown = (clash) => choices.filter((c) => c.clash === clash).map((c) => c.shown);
  const besides = shown(false);
  const title = `Wilt u nog iets uit dit bestand dat nu niet wordt overgenomen? (${besides.length})`;
  return [...shown(true), ...(besides.length ? [fold(title, ...besides)] : [])];
}

// A person says which of the two holds.
function eitherOr(choice, n) {
  const radio = (value, text) => {
    const input = el("input", { type: "radio", name: `keuze-${n}`, value });
    if (value === "matrix") input.checked = true;
    return el("label", { class: "keus" }, input, `${text}: ${choice[value] || "niets"}`);
  };
  const shown = el("fieldset", {}, el("legend", {}, choice.wat), radio("matrix", "Wat in de matrix staat blijft staan"),
    radio("bestand", "Neem over wat in dit bestand staat"));
  const taken = () => (shown.querySelector("input:checked").value === "bestand" ? [choice.naam] : []);
  return { shown, taken, clash: choice.botst };
}

function leave() {
  at("overnemen").hidden = true;
  at("pad-kop").focus();
}

SHOWS.adopt = async () => {
  at("overnemen").hidden = true;
  await lookAtMatrix();
};
