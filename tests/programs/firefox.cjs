// kaderxl.html in Firefox, which opens no folder: files in, a zip out; what came of it, as JSON on stdout:
//   node firefox.cjs <firefox> <profile folder> <kaderxl.html> <folder with files>
const crypto = require("node:crypto");
const fs = require("node:fs");
const path = require("node:path");
const { pathToFileURL } = require("node:url");
const puppeteer = require("puppeteer-core");

const [executablePath, profile, file, folder] = process.argv.slice(2);
const LONG = 240_000;
const IDLE = "document.getElementById('stoppen').hidden && !state.busy";
const sha256 = (bytes) => crypto.createHash("sha256").update(Uint8Array.from(bytes)).digest("hex");

// The policy of the page forbids what a driver waits with.
async function until(page, expression) {
  const end = Date.now() + LONG;
  while (!(await page.evaluate(expression))) {
    if (Date.now() > end) throw new Error(`${expression}: ${await page.evaluate("document.body.innerText")}`);
    await new Promise((resolve) => { setTimeout(resolve, 200); });
  }
}

async function press(page, name) {
  const buttons = await page.$$("button");
  const texts = await Promise.all(buttons.map((b) => b.evaluate((here) => here.offsetParent && here.innerText.trim())));
  await buttons[texts.indexOf(name)].click();
  await until(page, IDLE);
}

async function give(page, input, names) {
  const chosen = await page.$(input);
  await chosen.uploadFile(...names.map((name) => path.join(folder, name)));
  await until(page, IDLE);
}

async function hashes(page) {
  const found = await page.evaluate(async () => {
    const all = {};
    for (const { path: where } of await engine.ask("list", { path: "/map" })) {
      all[where.slice("/map/".length)] = Array.from(await engine.ask("get", { path: where }));
    }
    return all;
  });
  return Object.fromEntries(Object.entries(found).map(([where, bytes]) => [where, sha256(bytes)]));
}

const text = (page, id) => page.evaluate(`document.getElementById("${id}").innerText`);

async function savedZip(page) {
  await press(page, "Alles bewaren als zip");
  const end = Date.now() + LONG;
  while (Date.now() < end) {
    const [name] = fs.readdirSync(folder).filter((here) => here.endsWith(".zip") && here.startsWith("kaderxl"));
    const done = name && !fs.readdirSync(folder).some((here) => here.endsWith(".part"));
    if (done && fs.statSync(path.join(folder, name)).size) return name;
    await new Promise((resolve) => { setTimeout(resolve, 200); });
  }
  throw new Error(`no zip came: ${fs.readdirSync(folder)}`);
}

async function ronde(page) {
  await page.evaluate("engine.ready.then(() => true)");
  const folderless = await text(page, "begin");
  await press(page, "Leeg beginnen");
  await give(page, "#eigen-sjabloon", ["sjabloon.xlsx"]);
  await page.evaluate("document.getElementById('jaar').value = '2026'");
  await press(page, "Deze ronde openen");
  await press(page, "Invulbladen maken");
  await give(page, 'input[data-stap="collect"]', fs.readdirSync(path.join(folder, "retour")).map((n) => `retour/${n}`));
  const collected = await text(page, "uitkomst");
  await press(page, "Matrix maken");
  const before = await hashes(page);
  const name = await savedZip(page);
  await page.goto("about:blank", { waitUntil: "load" });
  await page.goto(pathToFileURL(file).href);
  await page.evaluate("engine.ready.then(() => true)");
  await give(page, "#open-zip", [name]);
  await until(page, "!document.getElementById('ronde').hidden && !state.busy");
  return { folderless, collected, before, files: await hashes(page) };
}

(async () => {
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath,
    userDataDir: profile,
    extraPrefsFirefox: { "browser.download.folderList": 2, "browser.download.dir": folder, "network.dns.disabled": true },
  });
  const page = await browser.newPage();
  const requests = [];
  page.on("request", (request) => requests.push(request.url()));
  page.on("dialog", (dialog) => dialog.accept());
  await page.goto(pathToFileURL(file).href);
  const came = await ronde(page);
  await browser.close();
  console.log(JSON.stringify({ ...came, requests }));
  process.exit(0);
})().catch((error) => {
  console.error(error);
  process.exit(1); // a browser that is still open would keep it waiting
});
