// Files that a person gives: chosen, or dropped anywhere on the page, whole folders as well.

// They stand beside the folder, never in it. What came in a zip is filed under the folder of that zip,
// so that has a name that says something.
async function hand(files) {
  state.dropped += 1;
  const folder = `/gegeven/${state.dropped}/gegeven`;
  for (const { path, file } of files) {
    const bytes = await file.arrayBuffer();
    await engine.ask("put", { path: `${folder}/${path}`, bytes, time: file.lastModified }, [bytes]);
  }
  const tops = [...new Set(files.map(({ path }) => path.split("/")[0]))];
  return { tops, paths: tops.map((top) => `${folder}/${top}`) };
}

// A command on what was handed over: the words that run, and those that somebody would type.
const withFiles = (words, { tops, paths }) => ({ words: [...words, ...paths], shown: [...words, ...tops] });

function collect(files) {
  const many = files.length === 1 ? files[0].path : `${files.length} bestanden`;
  return step(`${many}: even geduld …`, async () => withFiles(["collect", ...ronde()], await hand(files)));
}

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

// The matrix comes back by its step, or by its name: looking at it changes nothing.
const isMatrix = (files, target) =>
  files.length === 1 && (/matrix[^/]*\.xls[xm]$/i.test(files[0].path)
    || target.closest?.(".stap")?.querySelector('[data-stap="adopt"]'));

async function dropped(event) {
  event.preventDefault();
  document.body.classList.remove("sleept");
  if (!state.folder) {
    complain("Kies eerst een map, of begin leeg. Daarna kunt u bestanden op deze pagina slepen.");
    return;
  }
  const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry()).filter(Boolean);
  const files = (await Promise.all(entries.map((entry) => filesOf(entry)))).flat();
  if (files.length) await (isMatrix(files, event.target) ? adopt(files) : collect(files));
}

document.addEventListener("dragover", (event) => {
  event.preventDefault();
  document.body.classList.add("sleept");
});
document.addEventListener("dragleave", (event) => {
  if (!event.relatedTarget) document.body.classList.remove("sleept");
});
document.addEventListener("drop", dropped);
