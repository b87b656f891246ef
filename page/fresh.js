// A new municipality: `kaderxl new`, in a folder that is chosen, or for a zip.

function newWords() {
  const value = (id) => at(id).value.trim();
  const words = ["new", "."];
  for (const [option, id] of [["--gemeente", "nieuw-gemeente"], ["--kader", "nieuw-kader"]]) {
    if (value(id)) words.push(option, value(id));
  }
  if (value("nieuw-van")) words.push("--jaren", `${value("nieuw-van")}-${value("nieuw-tm") || value("nieuw-van")}`);
  const parties = value("nieuw-partijen").split("\n").map((line) => line.trim()).filter(Boolean);
  return [...words, ...parties.flatMap((line) => ["--partij", line.replace(/\s*:\s*/, ":")])];
}

async function makeNew(inFolder) {
  const came = await work("De map maken …", async (handle) => {
    if (inFolder && !handle) return undefined;
    state.folder = new Folder(engine, handle);
    const made = await makeIn();
    if (made?.code === 2) refused(made);
    if (made === undefined || made.code === 2) {
      state.folder = undefined;
      return undefined;
    }
    state.year = at("nieuw-van").valueAsNumber || 0;
    await open(handle, handle ? whereIs(handle) : WITHOUT);
    state.unsaved = !handle;
    return made;
  }, inFolder ? pickFolder : undefined);
  if (came) showResult(came);
}

async function makeIn() {
  const [file] = at("nieuw-document").files;
  if (!file) return command(newWords());
  const { words, shown } = withFiles([...newWords(), "--from"], await hand([{ path: file.name, file }]));
  return command(words, shown);
}

function refused({ document: found, sentences }) {
  const said = found ? found.bevindingen.map((f) => `${f.tekst} ${f.actie}`) : sentences;
  at("bericht").replaceChildren(...said.map((text) => el("p", { class: "bericht" }, text)));
  at("nieuw-kop").focus();
}

at("nieuw-form").addEventListener("submit", (event) => {
  event.preventDefault();
  makeNew(event.submitter?.value === "map");
});
at("nieuw-document").addEventListener("change", ({ target }) => {
  const given = target.files.length > 0; // then what is not filled in is looked for in it
  at("nieuw-form").querySelectorAll("[data-nodig]").forEach((input) => {
    input.required = !given;
  });
});
