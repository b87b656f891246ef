// The first screen, and what is kept when one leaves.

async function saveZip() {
  const bytes = await work("De zip maken …", () => engine.ask("zip"));
  if (!bytes) return;
  download(`kaderxl ${state.year}-${state.fase}.zip`, bytes, "application/zip");
  state.unsaved = false;
}

const whereIs = (handle) => `Map: ${handle.name}. Wat u doet staat er meteen in.`;
const WITHOUT = "Zonder map: bewaar aan het eind de zip.";

async function pickFolder() {
  return window.showDirectoryPicker({ mode: "readwrite" }).catch((error) => {
    if (error.name === "AbortError") return undefined;
    throw error;
  });
}

async function open(handle, where) {
  state.folder = new Folder(engine, handle);
  await state.folder.read();
  const files = await state.folder.listed();
  const rounds = files.map((f) => /^output\/(\d{4})-([^/]+)\//.exec(f.path));
  const last = rounds.filter(Boolean).map((m) => `${m[1]}-${m[2]}`).sort().pop();
  if (last) [state.year, state.fase] = [Number(last.slice(0, 4)), last.slice(5)];
  else if (!state.year) state.year = new Date().getFullYear();
  at("jaar").value = state.year;
  if (![...at("fase").options].some((o) => o.value === state.fase)) at("fase").append(el("option", {}, state.fase));
  at("fase").value = state.fase;
  at("waar").textContent = where;
  mailButtons();
  await openRound();
  at("begin").hidden = true;
  at("nieuw").hidden = true;
  at("ronde").hidden = false;
  if (handle) await remember(handle).catch(() => {});
}

const BEGIN = {
  async map(handle) {
    if (handle) await open(handle, whereIs(handle));
  },
  async leeg() {
    await open(undefined, WITHOUT);
  },
  async demo() {
    state.output = "output/demo";
    state.folder = new Folder(engine, undefined);
    await engine.ask("example");
    const result = await command(["demo"]);
    if (result.document?.ronde) {
      [state.year, state.fase] = [Number(result.document.ronde.slice(0, 4)), result.document.ronde.slice(5)];
    }
    await open(undefined, "FICTIEF: een voorbeeld met verzonnen antwoorden.");
    if (result.document) showResult(result);
  },
};

async function begin(name) {
  if (name === "licenties") return download("kaderxl-licenties.txt", at("licences").textContent, "text/plain");
  if (name === "sbom") return download("kaderxl.cdx.json", at("sbom").textContent, "application/json");
  if (name === "nieuw") {
    at("nieuw").hidden = false;
    at("nieuw-kop").focus();
    return undefined;
  }
  const first = name === "map" ? pickFolder : undefined;
  const opened = await work(WAITS[name], async (handle) => {
    await BEGIN[name](handle);
    return Boolean(state.folder);
  }, first);
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
  work("De ronde openen …", openRound);
});
window.addEventListener("beforeunload", (event) => {
  if (state.unsaved || state.busy) event.preventDefault();
});
if (!("showDirectoryPicker" in window)) {
  at("geen-map").hidden = false;
  document.querySelectorAll("[data-map]").forEach((button_) => {
    button_.hidden = true;
  });
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
offerLast();
