// The row of the sheet that a finding is about, as who filled it in sees it.

const MOST_ROWS = 5; // buttons at one finding

function rowButtons(finding) {
  const places = [finding, ...(finding.ook ?? [])].filter(({ cel }) => /^[A-Z]{1,3}[1-9]/.test(cel ?? ""));
  if (!finding.bestand && !finding.sha256) return [];
  return places.slice(0, MOST_ROWS).flatMap(({ blad, cel }) => [" ", rowButton(finding, blad, cel)]);
}

function rowButton({ bestand, sha256 = "" }, sheet, cell) {
  const made = button(`Toon ${cell} in het blad`, () => toggleRow(made, [bestand, sha256, sheet, cell]), "rustig klein");
  made.setAttribute("aria-expanded", "false");
  return made;
}

async function toggleRow(button_, words) {
  const item = button_.closest("li");
  const open = button_.getAttribute("aria-expanded") === "true";
  item.querySelector(":scope > .blad, :scope > .bericht")?.remove();
  item.querySelectorAll("[aria-expanded]").forEach((other) => other.setAttribute("aria-expanded", "false"));
  if (open) return;
  const row = await work("Het blad lezen …", () => engine.ask("look", { words: [...words, ROUND()] }));
  if (!row) return;
  button_.setAttribute("aria-expanded", "true");
  const shown = row.refused ? el("p", { class: "bericht", tabindex: "-1" }, row.refused) : sheetPart(row);
  item.append(shown);
  shown.focus();
}

function sheetPart(row) {
  const cells = (tag, texts) => texts.map((text) => el(tag, {}, text));
  const here = (line, n) => line.number === row.row && row.columns[n] === row.column;
  const lines = row.rows.map((line) =>
    el("tr", {}, el("th", { scope: "row", class: "nummer" }, String(line.number)),
      ...line.cells.map((text, n) => sheetCell(text, here(line, n), row.filled_in[n]))));
  const wide = row.columns.length + 1;
  const head = [el("tr", {}, el("td", { class: "nummer" }), ...cells("th", row.columns))];
  if (row.heads.some(Boolean)) head.push(el("tr", { class: "kop" }, el("td", {}), ...cells("th", row.heads)));
  if (row.heading) head.push(el("tr", { class: "titel" }, el("td", { colspan: String(wide) }, row.heading)));
  head[0].className = "letters";
  head.slice(0, 2).forEach((line) => line.querySelectorAll("th").forEach((th) => th.setAttribute("scope", "col")));
  const caption = `${row.sheet}, regel ${row.row}: cel ${row.column}${row.row} is gemarkeerd`;
  const note = row.note ? [el("p", {}, `Notitie bij de cel: ${row.note}`)] : [];
  const about = { class: "blad", tabindex: "0", role: "region", "aria-label": caption };
  return el("div", about, el("table", {}, el("caption", {}, caption), el("thead", {}, ...head),
    el("tbody", {}, ...lines)), ...note);
}

function sheetCell(text, here, filledIn) {
  const css = [here ? "hier" : "", filledIn ? "invul" : ""].join(" ").trim();
  const mark = here ? [el("span", { class: "verborgen" }, "deze cel: ")] : [];
  return el("td", css ? { class: css } : {}, ...mark, text || (here ? "(leeg)" : ""));
}
