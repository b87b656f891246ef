// A page looked at by Chromium and judged by axe-core, as JSON on stdout:
//   node browser.cjs <chromium> <profile folder> <page.html> <page.pdf> [folder for pictures]
const fs = require("node:fs");
const path = require("node:path");
const { pathToFileURL } = require("node:url");
const { chromium } = require("playwright-core");

const [executablePath, profile, file, pdf, folder] = process.argv.slice(2);
const axe = fs.readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"];
const VIEWS = {
  desktop: { width: 1280, height: 900 },
  zoomed: { width: 640, height: 450 }, // a window of 1280 at 200 %
  narrow: { width: 320, height: 640 },
};

async function picture(page, name) {
  if (folder) await page.screenshot({ path: path.join(folder, `${name}.png`), fullPage: true });
}

async function look(page, name) {
  await page.setViewportSize(VIEWS[name]);
  await page.evaluate(axe);
  const found = await page.evaluate(
    (rules) => window.axe.run(document, { runOnly: { type: "tag", values: rules } }),
    RULES,
  );
  const fits = await page.evaluate(
    () => document.documentElement.scrollWidth <= document.documentElement.clientWidth,
  );
  await picture(page, name);
  const about = (results) =>
    results.map((r) => `${r.id}: ${r.nodes.map((n) => n.target.join(" ")).join(", ")}`);
  return {
    violations: about(found.violations),
    incomplete: about(found.incomplete),
    passes: found.passes.length,
    fits,
  };
}

async function tabStops(page) {
  const stops = [];
  for (let n = 0; n < 4; n += 1) {
    await page.keyboard.press("Tab");
    stops.push(
      await page.evaluate(() => {
        const { top, bottom } = document.activeElement.getBoundingClientRect();
        return {
          what: document.activeElement.textContent.trim().slice(0, 40),
          outline: getComputedStyle(document.activeElement).outlineStyle,
          inSight: bottom > 0 && top < window.innerHeight,
        };
      }),
    );
  }
  return stops;
}

(async () => {
  const browser = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
  const page = await browser.newPage();
  const requests = [];
  const errors = [];
  page.on("request", (request) => requests.push(request.url()));
  page.on("console", (message) => errors.push(message.text()));
  page.on("pageerror", (error) => errors.push(String(error)));
  await page.goto(pathToFileURL(file).href);
  const views = {};
  for (const name of Object.keys(VIEWS)) views[name] = await look(page, name);
  await page.setViewportSize(VIEWS.desktop);
  await page.emulateMedia({ forcedColors: "active" });
  await picture(page, "forced");
  await page.emulateMedia({ forcedColors: "none" });
  await page.pdf({ path: pdf, preferCSSPageSize: true });
  const stops = await tabStops(page);
  await browser.close();
  console.log(JSON.stringify({ views, stops, requests, errors }));
})().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
