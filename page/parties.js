// The board of the parties: who answered, which of their returns counts, and what was said elsewhere.

function showParties(status, files) {
  if (!status) {
    at("partijen").replaceChildren(el("p", {}, "Nog niets: begin met het sjabloon en de invulbladen."));
    return;
  }
  const findings = status.bevindingen.length ? [findingList(status.bevindingen)] : [];
  at("partijen").replaceChildren(partyTable(status), ...findings, ...letters(status),
    ...whichCounts(status, files), onBehalf(status));
}

function partyTable(status) {
  const rows = status.partijen.map((p) => {
    const asked = p.gevraagd ? `${p.ingevuld} van ${p.gevraagd}` : "niets gevraagd";
    const names = p.bestanden.map((file) => file.bestand).join(", ");
    const besides = p.namens ? [`namens haar ingevuld (${p.namens})`] : [];
    if (p.verzonden && !p.ontvangen) besides.push(`gevraagd op ${day(p.verzonden.slice(0, 10))}`);
    return [p.partij, p.ontvangen ? "ontvangen" : "nog niet", asked, [names, ...besides].filter(Boolean).join("; ") || "–"];
  });
  const answered = status.partijen.filter((p) => p.ontvangen).length;
  const caption = `${answered} van ${status.partijen.length} partijen stuurden iets`;
  return table(caption, ["Partij", "Retour", "Ingevuld", "Bestand"], rows);
}

// What a choice is about stays closed until somebody asks for it.
function fold(title, ...inside) {
  return el("details", {}, el("summary", {}, title), ...inside);
}

function field(text, control) {
  return el("label", { class: "veld" }, text, control);
}

const reasonField = () => el("input", { type: "text", required: "", autocomplete: "off" });

function onSubmit(form, job) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    job(event.submitter?.value);
  });
  return form;
}

// -- which return counts ----------------------------------------------------------------------------

function whichCounts(status, files) {
  const folder = `${ROUND()}/retour/`;
  const names = files.filter(({ path }) => path.startsWith(folder)).map(({ path }) => path.slice(folder.length));
  const filed = names.filter((name) => !name.includes("/") && !name.endsWith(".csv"));
  if (filed.length === 0) return [];
  const ofWhom = new Map(status.partijen.flatMap((p) => p.bestanden.map((b) => [b.sha256.slice(0, 8), p.partij])));
  const items = filed.map((name) => el("li", {}, choice(name, ofWhom.get(name.slice(0, 8)))));
  const about = el("p", { class: "uitleg" }, "Kwam er van een partij meer dan één inzending, dan gaat per antwoord "
    + "de nieuwste voor. Kies hier zelf welke telt, of laat er een buiten beschouwing. Uw keuze en de reden blijven "
    + "bij de ronde staan.");
  return [fold(`Kiezen welke inzending telt (${filed.length})`, about, el("ul", { class: "keuzes" }, ...items))];
}

function choice(name, party) {
  const reason = reasonField();
  const option = (value, text) => el("button", { type: "submit", value, class: "rustig" }, text);
  const form = el("form", { class: "regel" }, field("Reden", reason),
    option("--choose", "Deze telt"), option("--exclude", "Telt niet mee"));
  onSubmit(form, (way) => step("De keuze vastleggen …", async () =>
    ({ words: ["collect", ...ronde(), way, name, "--reason", reason.value.trim()] })));
  const stand = party ? `antwoorden hieruit tellen voor ${party}` : "hieruit telt nu niets";
  return fold(`${name.slice(9)} (${name.slice(0, 8)}): ${stand}`, form);
}

// -- what partijen wrote beside their sheets --------------------------------------------------------

function letters(status) {
  const items = status.partijen.flatMap((p) => p.post.map((piece) => letter(p.partij, piece)));
  return items.length ? [fold(`Wat partijen erbij schreven (${items.length})`, el("ul", { class: "keuzes" }, ...items))] : [];
}

function letter(party, piece) {
  const about = `${party}, ${piece.soort}${piece.moment ? `, ${day(piece.moment.slice(0, 10))}` : ""}`;
  const inside = [el("p", {}, el("strong", {}, about)), el("blockquote", {}, piece.tekst || "(geen tekst)")];
  if (!piece.bestand) return el("li", {}, ...inside);
  const reason = reasonField();
  const form = el("form", { class: "regel" }, field("Wat u deed", reason),
    el("button", { type: "submit", class: "rustig" }, "Afgehandeld"));
  onSubmit(form, () => step("Het vastleggen …", async () =>
    ({ words: ["collect", ...ronde(), "--done", piece.bestand, "--reason", reason.value.trim()] })));
  return el("li", {}, ...inside, form);
}

// -- a sheet that was filled in for somebody --------------------------------------------------------

function onBehalf(status) {
  const party = el("select", { required: "" }, ...status.partijen.map((p) => el("option", {}, p.partij)));
  const sheet = el("input", { type: "file", required: "" });
  const source = reasonField();
  source.placeholder = "telefoon, 12 februari";
  const document_ = el("input", { type: "file" });
  const either = () => {
    source.required = document_.files.length === 0;
  };
  document_.addEventListener("change", either);
  const form = el("form", { class: "velden" },
    field("Partij", party), field("Het invulblad dat u voor haar invulde", sheet),
    field("Waaruit, in woorden", source), field("of het stuk zelf: een mail of ander bestand", document_),
    el("button", { type: "submit" }, "Antwoorden innemen"));
  onSubmit(form, () => takeOnBehalf(party.value, sheet.files[0], document_.files[0] ?? source.value.trim()));
  const about = el("p", { class: "uitleg" }, "Belde of mailde een partij haar antwoorden? Vul haar invulblad in en "
    + "geef het hier, met waar u het vandaan hebt. Dat blijft bij haar antwoorden staan.");
  return fold("Antwoorden innemen namens een partij", about, form);
}

function takeOnBehalf(party, sheet, source) {
  return step("Antwoorden innemen …", async () => {
    const words = ["collect", ...ronde(), "--on-behalf", party, "--source"];
    const given = await hand([{ path: sheet.name, file: sheet }]);
    if (typeof source === "string") return withFiles([...words, source], given);
    const from = await hand([{ path: source.name, file: source }]);
    return {
      words: [...words, ...from.paths, ...given.paths], shown: [...words, ...from.tops, ...given.tops],
    };
  });
}
