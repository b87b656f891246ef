// kaderxl.html in Chromium, as a person uses it; what became of it, as JSON on stdout:
//   node page.cjs <chromium> <profile folder> <kaderxl.html> <scenario> [folder with files, pictures]
const crypto = require("node:crypto");
const fs = require("node:fs");
const path = require("node:path");
const { pathToFileURL } = require("node:url");
const { chromium } = require("playwright-core");
const beside = require("./page_beside.cjs");

const [executablePath, profile, file, scenario, folder] = process.argv.slice(2);
const axe = fs.readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"];
const LONG = 240_000;

// The policy of the page forbids what playwright waits with; that it can be stopped is to be seen.
const idle = (page) => page.locator("#stoppen").waitFor({ state: "hidden", timeout: LONG });

async function press(page, name) {
  await page.getByRole("button", { name, exact: true }).click();
  await idle(page);
}

async function give(page, step, names) {
  const files = names.map((name) => path.join(folder, name));
  await page.locator(`input[data-stap="${step}"]`).setInputFiles(files);
  await idle(page);
}

const sha256 = (bytes) => crypto.createHash("sha256").update(Uint8Array.from(bytes)).digest("hex");
const sums = (found) => Object.fromEntries(Object.entries(found).map(([w, b]) => [w, sha256(b)]));

// Each file that the engine has, by its path.
async function hashes(page) {
  const found = await page.evaluate(async () => {
    const files = await engine.ask("list", { path: "/map/output" });
    const all = {};
    for (const { path: where } of files) {
      const bytes = await engine.ask("get", { path: where });
      all[where.slice("/map/".length)] = Array.from(bytes);
    }
    return all;
  });
  return sums(found);
}

// `part` is what a picture of it in docs/images shows.
async function look(page, name, part = "body") {
  const views = {};
  if (folder && part !== "body") await page.locator(part).screenshot({ path: path.join(folder, `${name}.png`) });
  for (const [view, width] of Object.entries({ desktop: 1280, zoomed: 640, narrow: 320 })) {
    await page.setViewportSize({ width, height: 800 });
    const found = await page.evaluate(
      (rules) => window.axe.run(document, { runOnly: { type: "tag", values: rules } }),
      RULES,
    );
    const fits = await page.evaluate(
      () => document.documentElement.scrollWidth <= document.documentElement.clientWidth,
    );
    if (folder) await page.screenshot({ path: path.join(folder, `${name}-${view}.png`), fullPage: true });
    const about = (r) => `${r.id}: ${r.nodes.map((n) => n.target.join(" ")).join(", ")}`;
    views[view] = { violations: found.violations.map(about), passes: found.passes.length, fits };
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  return views;
}

// A folder as Edge and Chrome give it, in memory: what stands in it is what a disk would have.
function mockFolder() {
  const missing = () => new DOMException("", "NotFoundError");
  const fileHandle = (name) => {
    let held = new File([], name, { lastModified: Date.now() });
    return {
      kind: "file",
      name,
      getFile: async () => held,
      async createWritable() {
        if (window.diskIsFull) throw new DOMException("", "QuotaExceededError");
        const parts = [];
        return {
          write: async (bytes) => parts.push(bytes),
          close: async () => {
            held = new File(parts, name, { lastModified: Date.now() });
          },
        };
      },
    };
  };
  const folderHandle = (name) => {
    const inside = new Map();
    const get = (make) => async (child, { create = false } = {}) => {
      if (!inside.has(child) && !create) throw missing();
      if (!inside.has(child)) inside.set(child, make(child));
      const kind = make === folderHandle ? "directory" : "file";
      if (inside.get(child).kind !== kind) throw new DOMException("", "TypeMismatchError");
      return inside.get(child);
    };
    return {
      kind: "directory",
      name,
      entries: async function* () {
        yield* [...inside.entries()];
      },
      getDirectoryHandle: get(folderHandle),
      getFileHandle: get(fileHandle),
      async removeEntry(child) {
        if (!inside.delete(child)) throw missing();
      },
    };
  };
  window.disk = folderHandle("Woonafspraken");
  window.disk.requestPermission = async () => "granted";
  window.showDirectoryPicker = async () => window.disk;
  // A handle of this folder cannot be kept; that it was is.
  const answer = (result) => {
    const asked = { result };
    setTimeout(() => asked.onsuccess?.());
    return asked;
  };
  const store = {
    put: () => answer(sessionStorage.setItem("kept", "yes")),
    get: () => answer(sessionStorage.getItem("kept") ? window.disk : undefined),
    delete: () => answer(sessionStorage.removeItem("kept")),
  };
  const database = { transaction: () => ({ objectStore: () => store }) };
  Object.defineProperty(window, "indexedDB", { value: { open: () => answer(database) } });
}

async function onDisk(page) {
  const found = await page.evaluate(async () => {
    const all = {};
    const walk = async (folder, above) => {
      for await (const [name, handle] of folder.entries()) {
        const where = above + name;
        if (handle.kind === "directory") await walk(handle, `${where}/`);
        else all[where] = Array.from(new Uint8Array(await (await handle.getFile()).arrayBuffer()));
      }
    };
    await walk(window.disk, "");
    return all;
  });
  return found;
}

async function changeOnDisk(page, where, bytes) {
  await page.evaluate(async ([path, content]) => {
    const parts = path.split("/");
    const name = parts.pop();
    let at = window.disk;
    for (const part of parts) at = await at.getDirectoryHandle(part);
    const file = await (await at.getFileHandle(name)).createWritable();
    await file.write(Uint8Array.from(content));
    await file.close();
  }, [where, bytes]);
}

// What the gemeente must decide is said first; then a concept is filed, and looked over.
async function fileAway(page) {
  const filing = async () => {
    await press(page, "Archief maken");
    return page.locator("#uitkomst").innerText();
  };
  const undecided = await filing();
  const decided = [...fs.readFileSync(path.join(folder, "besloten.xlsx"))];
  await changeOnDisk(page, "templates/monitoringstabel.xlsx", decided);
  await press(page, "Matrix maken");
  const notSet = await filing();
  await page.getByLabel("Als concept").check();
  const filed = await filing();
  await press(page, "Archieven nakijken");
  const lookedOver = await page.locator("#uitkomst").innerText();
  const views = await look(page, "archief");
  const where = "output/archief/2026-evaluatie/data/sjabloon/monitoringstabel.xlsx";
  return { undecided, notSet, filed, lookedOver, views, where };
}

const SCENARIOS = {
  // A ronde in a folder: sheets made, returns given, a matrix made and given back filled in.
  async ronde(page) {
    await press(page, "Map kiezen");
    const start = await look(page, "sjabloon");
    await press(page, "Sjabloon van Aa en Hunze gebruiken");
    await page.locator("#jaar").fill("2026");
    await press(page, "Deze ronde openen");
    await press(page, "Sjabloon nakijken");
    await press(page, "Invulbladen maken");
    await press(page, "Mail maken");
    const given = fs.readdirSync(path.join(folder, "retour")).map((name) => `retour/${name}`);
    await give(page, "collect", given);
    const collected = await page.locator("#uitkomst").innerText();
    await press(page, "Matrix maken");
    const board = await page.locator("#afspraken tbody tr").count();
    const views = await look(page, "ronde");
    await give(page, "adopt", ["ingevuld.xlsx"]);
    const before = sums(await onDisk(page));
    const preview = await page.locator("#overnemen").innerText();
    await page.evaluate("window.diskIsFull = true");
    await press(page, "Overnemen");
    const full = await page.locator("#bericht").innerText();
    await page.evaluate("window.diskIsFull = false");
    await press(page, "Overnemen");
    const adopted = await page.locator("#uitkomst").innerText();
    const archive = await fileAway(page);
    const steps = await page.locator("#pad .stap").allInnerTexts();
    const there = await onDisk(page);
    const disk = sums(there);
    const received = Buffer.from(there["output/2026-evaluatie/retour/ontvangst.csv"]).toString();
    await changeOnDisk(page, archive.where, [120]);
    await press(page, "Archieven nakijken");
    archive.damaged = await page.locator("#uitkomst").innerText();
    const [saved] = await Promise.all([page.waitForEvent("download"), press(page, "Licenties bewaren")]);
    const licences = fs.readFileSync(await saved.path(), "utf8");
    return {
      files: disk, before, preview, collected, board, adopted, archive, received, steps, full, licences,
      views: { start, ronde: views, archive: archive.views },
    };
  },

  // The same without a folder: a file that takes too long, and the zip that is opened again.
  async zip(page) {
    await press(page, "Leeg beginnen");
    await page.locator("#eigen-sjabloon").setInputFiles(path.join(folder, "sjabloon.xlsx"));
    await idle(page);
    await page.locator("#jaar").fill("2026");
    await press(page, "Deze ronde openen");
    await press(page, "Invulbladen maken");
    const names = fs.readdirSync(path.join(folder, "kwaad")).map((name) => `kwaad/${name}`);
    await give(page, "collect", names);
    const collected = await page.locator("#uitkomst").innerText();
    const before = await hashes(page);
    const [saved] = await Promise.all([page.waitForEvent("download"), press(page, "Alles bewaren als zip")]);
    const zip = path.join(folder, "bewaard.zip");
    await saved.saveAs(zip);
    await page.reload();
    await page.evaluate("engine.ready");
    await page.locator("#open-zip").setInputFiles(zip);
    await page.locator("#ronde").waitFor({ state: "visible", timeout: LONG });
    await idle(page);
    return { before, files: await hashes(page), collected, year: await page.locator("#jaar").inputValue() };
  },

  // The reader alone, with less memory than a file needs: what it answers to each file.
  async reader(page) {
    const given = JSON.parse(fs.readFileSync(path.join(folder, "vragen.json"), "utf8"));
    const answers = await page.evaluate(async ({ limits, questions }) => {
      const bytesOf = (text) => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
      const assets = {};
      for (const [name, text] of Object.entries(engine.assets)) {
        const stream = new Blob([bytesOf(text)]).stream().pipeThrough(new DecompressionStream("gzip"));
        assets[name] = await new Response(stream).blob();
      }
      const script = new Blob([engine.source], { type: "text/javascript" });
      const worker = new Worker(URL.createObjectURL(script));
      const next = () => new Promise((resolve) => {
        worker.onmessage = ({ data }) => resolve(data);
      });
      const ready = next();
      worker.postMessage({ role: "reader", assets });
      await ready;
      const said = [];
      for (const question of questions) {
        const answer = next();
        worker.postMessage({ limits, verb: "read", bytes: bytesOf(question) });
        said.push(new TextDecoder().decode((await answer).payload).slice(0, 500));
      }
      return said;
    }, given);
    return { answers };
  },

  async demo(page) {
    const begin = await look(page, "begin", "#begin");
    await press(page, "Voorbeeld bekijken");
    const files = await hashes(page);
    await page.locator(".doen .fout button").first().click();
    await page.locator(".blad").waitFor({ state: "visible", timeout: LONG });
    await idle(page);
    const row = await page.locator(".blad").innerText();
    const marked = await page.locator(".blad .hier").allInnerTexts();
    const differences = await page.locator("#verschillen").innerText();
    return { files, row, marked, differences, views: { begin, ronde: await look(page, "ronde", "#uitkomst") } };
  },
};
Object.assign(SCENARIOS, beside({ press, give, idle, look, sums, onDisk, folder }));

(async () => {
  const browser = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    offline: true,
    args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
      "--disable-component-update", "--disable-sync"],
  });
  const page = await browser.newPage();
  const requests = [];
  const errors = [];
  browser.on("request", (request) => requests.push(request.url()));
  page.on("console", (message) => errors.push(message.text()));
  page.on("pageerror", (error) => errors.push(String(error)));
  await page.addInitScript(axe);
  if (["ronde", "ernaast", "tweerondes", "nieuw", "toetsenbord"].includes(scenario)) await page.addInitScript(mockFolder);
  await page.goto(pathToFileURL(file).href);
  const begun = Date.now();
  await page.evaluate("engine.ready");
  const loaded = Date.now() - begun;
  const came = await SCENARIOS[scenario](page).catch(async (error) => {
    const said = await page.locator("#bezig, #bericht, #uitkomst").allInnerTexts();
    throw new Error(`${error.stack}\n${said.join("\n")}\n${errors.join("\n")}`);
  });
  const shown = await page.locator("#bericht, #uitkomst").allInnerTexts();
  const typed = await page.locator("#opdrachten code").allInnerTexts();
  const spent = Date.now() - begun;
  await browser.close();
  console.log(JSON.stringify({ ...came, shown, typed, requests, errors, loaded, spent }));
})().catch((error) => {
  console.error(error);
  process.exit(1); // a browser that is still open would keep it waiting
});
