// The ronde as a path: where one is, what is next, and all that can be seen of it.

const STEPS = [
  ["Sjabloon", "Kijk na of de afspraken, partijen en data kloppen.", () => ["check"], null],
  ["Invulbladen", "Maak voor elke partij een invulblad.", () => ["generate", ...ronde()], "invulbladen"],
  ["Mail", "Maak van elk invulblad een mail, om te bewaren en zelf te versturen.",
    () => ["mail", ...ronde()], "mail"],
  ["Retour", "Sleep wat terugkwam op deze pagina: bestanden, mails, zips of een map.", "collect", "retour"],
  ["Matrix", "Leg alle antwoorden naast elkaar, met een voorstel voor elke afspraak.",
    () => ["merge", ...ronde()], "matrix"],
  ["Overleg", "Geef de matrix terug waarin het overleg de besluiten invulde. U ziet eerst wat wij erin lezen.",
    "adopt", "matrix/besluiten"],
  ["Archief", "Sluit de ronde af: alles ervan in één archief. Moet de gemeente nog iets besluiten, dan hoort u dat "
    + "eerst.", "archive", "archief"],
];
const TEMPLATE = "templates/monitoringstabel.xlsx";

async function useTemplate(put) {
  const done = await work("Het sjabloon neerzetten …", async () => {
    await state.folder.read();
    await put();
    await state.folder.write();
    state.unsaved = !state.folder.handle;
    await refresh();
    return true;
  });
  if (done) at("pad-kop").focus();
}

// Everything that can be seen without changing anything.
async function refresh() {
  const files = await state.folder.listed();
  at("sjabloon").hidden = files.some((file) => file.path === TEMPLATE);
  const asked = await engine.ask("run", { words: ["status", ...ronde()] });
  const status = asked.document?.partijen ? asked.document : undefined;
  state.filed = files.filter(({ path }) => path.startsWith(`${archives()}/`));
  showPath((name) => (name === "archief"
    ? state.filed.some(isFiled)
    : files.some(({ path }) => path.startsWith(`${ROUND()}/${name}/`))));
  at("datum").textContent = status ? dates(status) : "";
  showParties(status, files);
  const lists = fileLists(files, ROUND(), (path) => save(path));
  at("stukken").replaceChildren(...(lists.length ? lists : [el("p", {}, "Er is nog niets gemaakt.")]));
  at("bewaar-zip").hidden = Boolean(state.folder.handle);
}

// The same, and what there was of the ronde before.
async function openRound() {
  ["matrix", "verschillen", "uitkomst", "overnemen", "mails", "jaren"].forEach((id) => {
    at(id).hidden = true;
  });
  await refresh();
  const files = await state.folder.listed();
  if (files.some((file) => file.path.startsWith(`${ROUND()}/matrix/`))) await lookAtMatrix();
}

function dates(status) {
  const [next] = status.termijnen;
  const inside = status.inleverdag ? [`Inleveren uiterlijk ${day(status.inleverdag)}.`] : [];
  if (next) inside.push(`Eerstvolgende datum: ${day(next.dag)}, ${next.titel}.`);
  return inside.join(" ");
}

function showPath(has) {
  const done = STEPS.map(([, , , folder]) => (folder ? has(folder) : false));
  const next = Math.max(done.lastIndexOf(true), 0) + 1; // the template is looked over at any time
  const steps = STEPS.map(([name, what, words], n) => {
    const state_ = done[n] ? "gedaan" : n === next ? "nu aan de beurt" : "";
    const css = `stap ${done[n] ? "klaar" : ""} ${n === next ? "nu" : ""}`;
    const about = n === next ? { class: css, "aria-current": "step" } : { class: css };
    return el("li", about, el("h3", {}, `${n + 1}. ${name}`), el("p", {}, what),
      el("p", { class: "stand" }, state_), ...control(name, words));
  });
  at("pad").replaceChildren(...steps);
}

function control(name, words) {
  if (words === "archive") return archiveControls(state.filed.length > 0);
  if (typeof words === "function") {
    const doIt = () => step(`${name}: even geduld …`, async () => ({ words: words() }));
    return [button(`${name} ${words()[0] === "check" ? "nakijken" : "maken"}`, doIt)];
  }
  const input = el("input", { type: "file", "data-stap": words });
  if (words === "collect") input.multiple = true;
  const take = words === "collect" ? collect : adopt;
  input.addEventListener("change", () => {
    const chosen = [...input.files].map((file) => ({ path: file.name, file }));
    input.value = "";
    if (chosen.length) take(chosen);
  });
  const text = words === "collect" ? "Bestanden innemen" : "Matrix teruggeven";
  return [el("label", { class: "knop" }, text, input)];
}
