// The page: what a person does becomes a command, what it comes to becomes a screen.

const at = (id) => document.getElementById(id);
const engine = new Engine();
const state = {
  folder: undefined, output: "output", year: 0, fase: "evaluatie", busy: false, safe: undefined,
  unsaved: false, dropped: 0, stopped: false,
};

const ROUND = () => `${state.output}/${state.year}-${state.fase}`;

function ronde() {
  const words = ["--year", String(state.year)];
  if (state.fase !== "evaluatie") words.push("--round", state.fase);
  return state.output === "output" ? words : [...words, "--output", state.output];
}

const STEPS = [
  ["Sjabloon", "Kijk na of de afspraken, partijen en data kloppen.", () => ["check"], null],
  ["Invulbladen", "Maak voor elke partij een invulblad.", () => ["generate", ...ronde()], "invulbladen"],
  ["Mail", "Maak van elk invulblad een mail, om te bewaren en zelf te versturen.",
    () => ["mail", ...ronde()], "mail"],
  ["Retour", "Sleep wat terugkwam op deze pagina: bestanden, mails, zips of een map.", "collect", "retour"],
  ["Matrix", "Leg alle antwoorden naast elkaar, met een voorstel voor elke afspraak.",
    () => ["merge", ...ronde()], "matrix"],
  ["Overleg", "Geef de matrix terug waarin het overleg de besluiten invulde.", "adopt", "matrix/besluiten"],
  ["Archief", "Sluit de ronde af. Dat kan nog niet in deze pagina; op de opdrachtregel wel.", "archive", null],
];

function say(text) {
  at("bezig").textContent = text;
}

function complain(text) {
  at("bericht").replaceChildren(...(text ? [el("p", { class: "bericht" }, text)] : []));
}

function lock(busy) {
  state.busy = busy;
  at("stoppen").hidden = !busy;
  document.querySelectorAll("main button, main input, main select").forEach((control) => {
    if (!control.closest("#stoppen")) control.disabled = busy;
  });
}

// One piece of work at a time; what goes wrong is a sentence.
async function work(text, job) {
  if (state.busy) return undefined;
  lock(true);
  complain("");
  say(text);
  try {
    await engine.ready;
    return await job();
  } catch (error) {
    complain(sentence(error));
    return undefined;
  } finally {
    say("");
    lock(false);
  }
}

function sentence(error) {
  if (state.stopped) {
    state.stopped = false;
    return "Gestopt. Er is niets veranderd.";
  }
  if (error.name === "NotAllowedError") {
    return "De browser mag hier niet schrijven. Kies de map opnieuw en geef toestemming; dan kunt u verder.";
  }
  if (error.name === "NotFoundError" || error.name === "InvalidStateError") {
    return "De map is er niet meer, of er veranderde iets in. Controleer de verbinding en kies de map opnieuw.";
  }
  if (error.name === "QuotaExceededError") {
    return "De schijf is vol. Maak ruimte en doe deze stap opnieuw.";
  }
  const [last] = error.message.trim().split("\n").slice(-1);
  return `Dat lukte niet, en dat ligt aan kaderxl (${last}). Doe de stap opnieuw; meld het als het zo blijft.`;
}

async function command(words, shown = words) {
  const busy = await state.folder.busy();
  if (busy) {
    complain(`In deze map is ${busy} bezig. Wacht tot dat klaar is en doe de stap opnieuw.`);
    return undefined;
  }
  await state.folder.read();
  const result = await engine.ask("run", { words });
  await state.folder.write();
  if (!state.folder.handle) state.safe = await engine.ask("zip");
  const typed = el("code", {}, asTyped(shown));
  at("opdrachten").append(el("li", {}, typed, ` ${CODES[result.code] ?? ""}`));
  return result;
}

const CODES = ["klaar", "klaar, en er is iets voor u te doen", "niet gedaan"];

function showResult({ code, document: found, sentences }) {
  const parts = [el("p", {}, `${CODES[code] ?? "niet gedaan"}.`)];
  if (found) parts.push(findingList(findingsIn(found)));
  else parts.push(...sentences.map((line) => el("p", { class: "bericht" }, line)));
  at("uitkomst-tekst").replaceChildren(...parts);
  at("uitkomst").hidden = false;
  at("uitkomst-kop").focus();
}

// `prepare` gives the words of the command, and those to show where a file lies elsewhere.
async function step(text, prepare) {
  const result = await work(text, async () => {
    const { words, shown } = await prepare();
    const came = await command(words, shown);
    if (came) {
      state.unsaved = !state.folder.handle;
      if (words[0] === "merge" && came.document) showMatrix(came.document);
      await refresh();
    }
    return came;
  });
  if (result) showResult(result);
}

function showMatrix(matrix) {
  if (!matrix.afspraken) return;
  at("afspraken").replaceChildren(matrixTable(matrix));
  at("matrix").hidden = false;
}

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
  const has = (name) => files.some((file) => file.path.startsWith(`${ROUND()}/${name}/`));
  showPath(has);
  at("datum").textContent = status ? dates(status) : "";
  const board = status
    ? [partyTable(status), ...(status.bevindingen.length ? [findingList(status.bevindingen)] : [])]
    : [el("p", {}, "Nog niets: begin met het sjabloon en de invulbladen.")];
  at("partijen").replaceChildren(...board);
  const lists = fileLists(files, ROUND(), (path) => save(path));
  at("stukken").replaceChildren(...(lists.length ? lists : [el("p", {}, "Er is nog niets gemaakt.")]));
  at("bewaar-zip").hidden = Boolean(state.folder.handle);
}

function dates(status) {
  const [next] = status.termijnen;
  const inside = [`Inleveren uiterlijk ${day(status.inleverdag)}.`];
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
  if (words === "archive") return [el("code", {}, asTyped(["archive", ...ronde()]))];
  if (typeof words === "function") {
    const doIt = () => step(`${name}: even geduld …`, async () => ({ words: words() }));
    return [el("button", { type: "button", onclick: doIt }, `${name} ${words()[0] === "check" ? "nakijken" : "maken"}`)];
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

// Files that a person gives stand beside the folder, never in it.
async function hand(files) {
  state.dropped += 1;
  const folder = `/gegeven/${state.dropped}`;
  for (const { path, file } of files) {
    const bytes = await file.arrayBuffer();
    await engine.ask("put", { path: `${folder}/${path}`, bytes, time: file.lastModified }, [bytes]);
  }
  const tops = [...new Set(files.map(({ path }) => path.split("/")[0]))];
  return { tops, paths: tops.map((top) => `${folder}/${top}`) };
}

function given(name, files) {
  const many = files.length === 1 ? files[0].path : `${files.length} bestanden`;
  return step(`${many}: even geduld …`, async () => {
    const { tops, paths } = await hand(files);
    const words = [name, ...ronde()];
    return { words: [...words, ...paths], shown: [...words, ...tops] };
  });
}

const collect = (files) => given("collect", files);
const adopt = (files) => given("adopt", files);

function download(name, bytes, type) {
  const url = URL.createObjectURL(new Blob([bytes], { type }));
  const link = el("a", { href: url, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

async function save(path) {
  const bytes = await engine.ask("get", { path: `${ROOT}/${path}` });
  if (bytes) download(path.split("/").pop(), bytes, "application/octet-stream");
}

async function saveZip() {
  const bytes = await work("De zip maken …", () => engine.ask("zip"));
  if (!bytes) return;
  download(`kaderxl ${state.year}-${state.fase}.zip`, bytes, "application/zip");
  state.unsaved = false;
}

async function open(handle, where) {
  state.folder = new Folder(engine, handle);
  await state.folder.read();
  const files = await state.folder.listed();
  const rounds = files.map((f) => /^output\/(\d{4})-(evaluatie|tussenstand)\//.exec(f.path));
  const last = rounds.filter(Boolean).map((m) => `${m[1]}-${m[2]}`).sort().pop();
  if (last) [state.year, state.fase] = [Number(last.slice(0, 4)), last.slice(5)];
  else if (!state.year) state.year = new Date().getFullYear();
  at("jaar").value = state.year;
  at("fase").value = state.fase;
  at("waar").textContent = where;
  await refresh();
  at("begin").hidden = true;
  at("ronde").hidden = false;
}

const BEGIN = {
  async map() {
    const handle = await window.showDirectoryPicker({ mode: "readwrite" }).catch((error) => {
      if (error.name === "AbortError") return undefined;
      throw error;
    });
    if (handle) await open(handle, `Map: ${handle.name}. Wat u doet staat er meteen in.`);
  },
  async leeg() {
    await open(undefined, "Zonder map: bewaar aan het eind de zip.");
  },
  async demo() {
    state.output = "output/demo";
    state.folder = new Folder(engine, undefined);
    await engine.ask("example");
    const result = await command(["demo"]);
    if (result.document?.ronde) {
      [state.year, state.fase] = [Number(result.document.ronde.slice(0, 4)), result.document.ronde.slice(5)];
      showMatrix(result.document);
    }
    await open(undefined, "FICTIEF: een voorbeeld met verzonnen antwoorden.");
  },
};

async function begin(name) {
  if (name === "licenties") return download("kaderxl-licenties.txt", at("licences").textContent, "text/plain");
  if (name === "sbom") return download("kaderxl.cdx.json", at("sbom").textContent, "application/json");
  const opened = await work(WAITS[name], async () => {
    await BEGIN[name]();
    return Boolean(state.folder);
  });
  if (opened) at("pad-kop").focus();
  return undefined;
}

const WAITS = {
  map: "De map lezen …",
  leeg: "Klaarzetten …",
  demo: "Het voorbeeld maken: een hele ronde, dat duurt even …",
};

async function openZip(file) {
  const opened = await work("De zip lezen …", async () => {
    const bytes = await file.arrayBuffer();
    const count = await engine.ask("unzip", { bytes }, [bytes]);
    if (count < 1) {
      complain("In dit bestand staat geen map van kaderxl. Kies de zip die u met “Alles bewaren als zip” maakte.");
      return false;
    }
    await open(undefined, `Uit ${file.name}. Bewaar aan het eind een nieuwe zip.`);
    return true;
  });
  if (opened) at("pad-kop").focus();
}

async function stop() {
  state.stopped = true;
  const safe = state.safe;
  await engine.stop();
  if (!state.folder) return;
  state.folder.known.clear();
  if (safe) await engine.ask("unzip", { bytes: safe.slice().buffer });
  await state.folder.read();
}

// -- dropped files: whole folders as well --------------------------------------------------------

async function filesOf(entry, above = "") {
  const path = above + entry.name;
  if (entry.isFile) {
    return [{ path, file: await new Promise((ok, no) => entry.file(ok, no)) }];
  }
  const reader = entry.createReader();
  const found = [];
  for (;;) {
    const some = await new Promise((ok, no) => reader.readEntries(ok, no));
    if (some.length === 0) return found;
    for (const inside of some) found.push(...(await filesOf(inside, `${path}/`)));
  }
}

async function dropped(event) {
  event.preventDefault();
  document.body.classList.remove("sleept");
  if (!state.folder) {
    complain("Kies eerst een map, of begin leeg. Daarna kunt u bestanden op deze pagina slepen.");
    return;
  }
  const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry()).filter(Boolean);
  const files = (await Promise.all(entries.map((entry) => filesOf(entry)))).flat();
  if (files.length) await collect(files);
}

document.addEventListener("dragover", (event) => {
  event.preventDefault();
  document.body.classList.add("sleept");
});
document.addEventListener("dragleave", (event) => {
  if (!event.relatedTarget) document.body.classList.remove("sleept");
});
document.addEventListener("drop", dropped);
document.querySelectorAll("[data-doe]").forEach((button) => {
  button.addEventListener("click", () => begin(button.dataset.doe));
});
at("open-zip").addEventListener("change", ({ target }) => {
  if (target.files[0]) openZip(target.files[0]);
  target.value = "";
});
at("eigen-sjabloon").addEventListener("change", ({ target }) => {
  const [file] = target.files;
  if (!file) return;
  useTemplate(async () => {
    const bytes = await file.arrayBuffer();
    const about = { path: `${ROOT}/${TEMPLATE}`, bytes, time: file.lastModified };
    await engine.ask("put", about, [bytes]);
  });
  target.value = "";
});
at("voorbeeld-sjabloon").addEventListener("click", () => {
  useTemplate(() => engine.ask("example"));
});
at("bewaar-zip").addEventListener("click", saveZip);
at("stoppen").addEventListener("click", stop);
at("welke").addEventListener("submit", (event) => {
  event.preventDefault();
  state.year = at("jaar").valueAsNumber;
  state.fase = at("fase").value;
  at("matrix").hidden = true;
  at("uitkomst").hidden = true;
  work("De ronde openen …", refresh);
});
window.addEventListener("beforeunload", (event) => {
  if (state.unsaved || state.busy) event.preventDefault();
});
if (!("showDirectoryPicker" in window)) {
  at("geen-map").hidden = false;
  at("kies-map").querySelector("button").hidden = true;
}
say("kaderxl wordt gestart. Dat duurt even; kiezen kunt u al.");
engine.ready.then(
  ({ version }) => {
    at("versie").textContent = version;
    if (!state.busy) say("kaderxl staat klaar.");
  },
  (error) => {
    say("");
    complain(`kaderxl kan in deze browser niet starten (${error.message}). Gebruik een nieuwe Edge, Chrome of Firefox.`);
  },
);
