// The matrix on the screen: every afspraak, and side by side where partijen say different things.

SHOWS.merge = (matrix) => {
  showMatrix(matrix);
  showDifferences(matrix);
};

// As it is now; made in a copy, so that looking changes nothing.
async function lookAtMatrix() {
  const came = await trial(["merge", ...ronde()]);
  if (came.document) SHOWS.merge(came.document);
}

function showMatrix(matrix) {
  if (!matrix.afspraken) return;
  const path = `${ROUND()}/matrix/monitoringsmatrix-${matrix.ronde}.xlsx`;
  at("afspraken").replaceChildren(
    el("p", {}, button("Werkboek bewaren en openen", () => save(path), "rustig")), matrixTable(matrix));
  at("matrix").hidden = false;
}

function matrixTable(matrix) {
  const differs = new Map();
  for (const row of matrix.indicatoren) {
    if (row.verschil) differs.set(row.afspraak, [...(differs.get(row.afspraak) ?? []), row.code]);
  }
  const rows = matrix.afspraken.map((a) => [
    `Afspraak ${a.nummer}`,
    colour(a.voorstel),
    (differs.get(a.nummer) ?? []).join(", ") || "–",
    colour(a.besluit),
    [a.reden_besluit, a.datum_bo && day(a.datum_bo)].filter(Boolean).join("; ") || "–",
  ]);
  const caption = `${rows.length} afspraken: het voorstel en het besluit`;
  const heads = ["Afspraak", "Voorstel", "Verschil bij", "Besluit", "Reden en datum"];
  return table(caption, heads, rows);
}

function showDifferences(matrix) {
  const differing = (matrix.indicatoren ?? []).filter((row) => row.verschil);
  at("verschillen").hidden = differing.length === 0;
  at("verschillen-tekst").replaceChildren(...differing.map(difference));
}

function difference(row) {
  const names = new Map(row.standen.map((s) => [s.code, s.omschrijving]));
  const cards = Object.entries(row.inbreng).map(([party, told]) =>
    el("li", { class: "kaart" }, el("h4", {}, party), told ? answers(told, names) : el("p", {}, "Nog niets.")));
  const title = `${row.code}, bij afspraak ${row.afspraak}: verschil in ${row.verschillen.join(", ")}`;
  const proposal = el("p", {}, "Voorstel: ", colour(row.voorstel));
  return el("div", { class: "verschil" }, el("h3", {}, title), proposal, el("ul", { class: "kaarten" }, ...cards));
}

function answers(told, names) {
  const lines = [["Kleur", told.beoordeling ? colour(told.beoordeling) : ""], ["Reden", told.reden], ["Toelichting", told.toelichting]];
  for (const [code, value] of Object.entries(told.waarden ?? {})) {
    lines.push([names.get(code) ?? code, told.als_geschreven?.[code] ?? value]);
  }
  const inside = lines.filter(([, value]) => value !== null && value !== undefined && value !== "");
  return el("dl", {}, ...inside.flatMap(([name, value]) =>
    [el("dt", {}, name), el("dd", {}, value instanceof Node ? value : said("", value))]));
}
