// The last step: the ronde as an archive, and archives looked over, of this year or an earlier one.

const archives = () => `${state.output}/archief`;

// Whether a file in there is of an archive of this ronde, whichever version.
function isFiled({ path }) {
  const [name] = path.slice(archives().length + 1).split("/");
  return name.replace(/-v\d+$/, "") === `${state.year}-${state.fase}`;
}

function archiveControls(any) {
  const concept = el("input", { type: "checkbox", id: "concept" });
  const file = () =>
    step("Archiveren: alles wordt nagekeken, dat duurt even …", async () => {
      return { words: ["archive", ...ronde(), ...(concept.checked ? ["--concept"] : [])] };
    });
  const lookOver = () =>
    step("Nakijken: de cijfers worden nagerekend, dat duurt even …", async () => {
      return { words: state.output === "output" ? ["verify"] : ["verify", "--output", state.output] };
    });
  return [
    el("label", { class: "keuze" }, concept, " Als concept: het overleg stelde de matrix nog niet vast"),
    el("button", { type: "button", onclick: file }, "Archief maken"),
    ...(any ? [el("button", { type: "button", class: "rustig", onclick: lookOver }, "Archieven nakijken")] : []),
  ];
}

const lastOf = (path) => path.split("/").pop();

// What archive or verify came to; nothing of another command.
function aboutArchives(found) {
  if (found.archief !== undefined) return [el("p", {}, asFiled(found))];
  if (found.archieven === undefined) return [];
  const rows = found.archieven.map((a) => [
    lastOf(a.archief),
    fileCount(a.bestanden),
    a.in_orde ? "in orde" : "niet in orde",
    a.nagerekend ? "nagerekend" : "niet nagerekend",
  ]);
  return [table("De archieven in deze map", ["Archief", "Inhoud", "Uitkomst", "De cijfers"], rows)];
}

// The findings of verify, each with the archive that its file is in.
function archiveFindings(found) {
  return (found.archieven ?? []).flatMap(({ archief, bevindingen }) =>
    bevindingen.map((f) => ({ ...f, bestand: [lastOf(archief), f.bestand].filter(Boolean).join("/") })),
  );
}

const fileCount = (count) => (count === 1 ? "1 bestand" : `${count} bestanden`);

function asFiled({ archief, versie, nieuw, concept, bestanden }) {
  const status = concept ? " Als CONCEPT: het overleg stelde de matrix niet vast." : "";
  return nieuw
    ? `Gearchiveerd: ${fileCount(bestanden)}, versie ${versie}, in ${archief}.${status}`
    : `Het archief is er al, met precies deze stukken: ${archief}. Er is niets veranderd.${status}`;
}
