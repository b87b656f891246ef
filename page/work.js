// What a person does becomes a command; what it comes to, a screen.

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

function say(text) {
  at("bezig").textContent = text;
}

function complain(text) {
  at("bericht").replaceChildren(...(text ? [el("p", { class: "bericht" }, text)] : []));
}

function lock(busy) {
  state.busy = busy;
  at("stoppen").hidden = !busy;
  at("stoppen").querySelector("button").disabled = false;
  document.querySelectorAll("main button, main input, main select, main textarea").forEach((control) => {
    if (!control.closest("#stoppen")) control.disabled = busy;
  });
}

// One piece of work at a time; what goes wrong is a sentence. What a browser allows only at once
// after a click goes `first`.
async function work(text, job, first = () => undefined) {
  if (state.busy) return undefined;
  const from = document.activeElement; // what is locked loses the focus
  lock(true);
  complain("");
  say(text);
  try {
    const chosen = await first();
    await engine.ready;
    return await job(chosen);
  } catch (error) {
    complain(sentence(error));
    return undefined;
  } finally {
    say("");
    lock(false);
    if (document.activeElement === document.body) from?.focus();
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
  return state.folder.alone(async (busy) => {
    if (!busy) return commandAlone(words, shown);
    complain(`In deze map is ${busy} bezig. Wacht tot dat klaar is en doe de stap opnieuw.`);
    return undefined;
  });
}

async function commandAlone(words, shown) {
  await state.folder.read();
  const result = await engine.ask("run", { words });
  at("stoppen").querySelector("button").disabled = true; // half of an archive would be a damaged one
  await state.folder.write();
  if (!state.folder.handle) state.safe = await engine.ask("zip");
  const typed = el("code", {}, asTyped(shown));
  at("opdrachten").append(el("li", {}, typed, ` ${CODES[result.code] ?? ""}`));
  return result;
}

// The same in a copy: what it would come to, and nothing changes.
async function trial(words) {
  await state.folder.read();
  return engine.ask("try", { words });
}

const SHOWS = {}; // by command: what shows its document, beside its findings
const CODES = ["klaar", "klaar, en er is iets voor u te doen", "niet gedaan"];

function showResult({ code, document: found, sentences }) {
  const came = CODES[code] ?? "niet gedaan";
  const parts = [el("p", {}, `${came[0].toUpperCase()}${came.slice(1)}.`)];
  if (found) parts.push(...aboutArchives(found), findingList(findingsIn(found)));
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
      if (came.code < 2 && came.document) await SHOWS[words[0]]?.(came.document, words);
      await refresh();
    }
    return came;
  });
  if (result) showResult(result);
}

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
