// More of what a person does with kaderxl.html, for page.cjs: beside the path, and without a mouse.
const fs = require("node:fs");
const path = require("node:path");

// Hands that only know a keyboard; `unseen` has what had the focus without it being seen.
function keyboard(page, idle, folder) {
  const unseen = [];
  const where = () => page.evaluate(() => {
    const here = document.activeElement;
    const ring = getComputedStyle(here.closest(".knop") ?? here);
    const name = here.getAttribute("aria-label") ?? here.labels?.[0]?.innerText ?? here.innerText;
    return { name: name.trim(), seen: ring.outlineStyle !== "none" && ring.outlineWidth !== "0px", tag: here.tagName };
  });
  const goTo = async (wanted) => {
    const fits = (name) => (wanted instanceof RegExp ? wanted.test(name) : name === wanted);
    for (let n = 0; n < 400; n += 1) {
      await page.keyboard.press("Tab");
      const here = await where();
      if (here.tag !== "BODY" && !here.seen) unseen.push(here.name);
      if (fits(here.name)) return;
    }
    throw new Error(`${wanted} cannot be reached with Tab`);
  };
  return {
    unseen,
    async does(name) {
      await goTo(name);
      await page.keyboard.press("Enter");
      await idle(page);
    },
    async ticks(name) {
      await goTo(name);
      await page.keyboard.press("Space");
    },
    async types(name, text) {
      await goTo(name);
      await page.keyboard.press("Control+A");
      await page.keyboard.type(text);
    },
    async gives(name, files) {
      await goTo(name);
      const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.keyboard.press("Space")]);
      await chooser.setFiles(files.map((file) => path.join(folder, file)));
      await idle(page);
    },
  };
}

module.exports = ({ press, give, idle, look, sums, onDisk, folder }) => ({
  // What is done beside the path: mails, choices, answers for somebody, two matrices, the years.
  async ernaast(page) {
    const views = {};
    await press(page, "Map kiezen");
    await page.locator("#eigen-sjabloon").setInputFiles(path.join(folder, "sjabloon.xlsx"));
    await idle(page);
    await page.locator("#jaar").fill("2026");
    await press(page, "Deze ronde openen");
    await press(page, "Invulbladen maken");
    await press(page, "Mail maken");
    const [opened] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Openen: mail aan De Volmacht" }).click(),
    ]);
    const draft = fs.readFileSync(await opened.path(), "utf8");
    await press(page, "Verstuurd: mail aan De Volmacht");
    const sent = await page.locator("#concepten tr", { hasText: "De Volmacht" }).innerText();
    await press(page, "Agenda maken");
    views.mail = await look(page, "mail", "section:has(#mails)");
    await give(page, "collect", ["een.xlsx", "twee.xlsx", "drie.xlsx"]);
    await page.getByText(/^Kiezen welke inzending telt/).click();
    const choice = page.locator(".keuzes details", { hasText: "twee.xlsx" });
    await choice.locator("summary").click();
    await choice.getByLabel("Reden").fill("proef van een collega");
    await choice.getByRole("button", { name: "Telt niet mee" }).click();
    await idle(page);
    await page.getByText("Antwoorden innemen namens een partij").click();
    await page.locator("#partijen select").selectOption("De Deelmacht");
    await page.getByLabel("Het invulblad dat u voor haar invulde").setInputFiles(path.join(folder, "namens.xlsx"));
    await page.getByLabel("Waaruit, in woorden").fill("telefoon, 12 februari");
    views.partijen = await look(page, "partijen", "section:has(#partijen)");
    await press(page, "Antwoorden innemen");
    const parties = await page.locator("#partijen table").innerText();
    await press(page, "Matrix maken");
    await give(page, "adopt", ["x.xlsx"]);
    await press(page, "Overnemen");
    await give(page, "adopt", ["y.xlsx"]);
    await page.getByLabel("Neem over wat in dit bestand staat").check();
    const preview = await page.locator("#overnemen").innerText();
    views.overnemen = await look(page, "overnemen", "#overnemen");
    await press(page, "Overnemen");
    await press(page, "Jaren naast elkaar leggen");
    const years = await page.locator("#jaren-pagina").evaluate((host) => ({
      text: host.shadowRoot.textContent,
      charts: host.shadowRoot.querySelectorAll("svg").length,
      colour: getComputedStyle(host.shadowRoot.querySelector(".kleur")).backgroundColor,
    }));
    views.jaren = await look(page, "jaren", "section:has(#jaren)");
    return { files: sums(await onDisk(page)), draft, sent, parties, preview, years, views };
  },

  // Two rondes in one folder: a tussenstand, and an evaluatie with a mailbox and two matrices that differ.
  async tweerondes(page) {
    const adopt = async (name, takes) => {
      await give(page, "adopt", [name]);
      if (takes) await page.getByLabel("Neem over wat in dit bestand staat").check();
      const preview = await page.locator("#overnemen").innerText();
      await press(page, "Overnemen");
      return preview;
    };
    const opens = async (year, phase) => {
      await page.locator("#jaar").fill(year);
      await page.locator("#fase").selectOption(phase);
      await press(page, "Deze ronde openen");
      await press(page, "Invulbladen maken");
    };
    await press(page, "Map kiezen");
    await page.locator("#eigen-sjabloon").setInputFiles(path.join(folder, "sjabloon.xlsx"));
    await idle(page);
    await opens("2026", "tussenstand");
    await give(page, "collect", ["samen.zip"]);
    await press(page, "Matrix maken");
    await opens("2026", "evaluatie");
    await give(page, "collect", ["postvak.mbox"]);
    const collected = await page.locator("#uitkomst").innerText();
    await press(page, "Matrix maken");
    await adopt("x.xlsx", false);
    const preview = await adopt("y.xlsx", true);
    const choices = await page.locator("#opdrachten").innerText();
    await adopt("x.xlsx", false);
    await press(page, "Jaren naast elkaar leggen");
    return { files: sums(await onDisk(page)), collected, preview, choices };
  },

  // A new municipality in a folder, which the browser remembers.
  async nieuw(page) {
    await press(page, "Nieuw beginnen");
    const views = { nieuw: await look(page, "nieuw", "#nieuw") };
    await page.getByLabel("Gemeente", { exact: true }).fill("Molendam");
    await page.getByLabel("Naam van de overeenkomst").fill("Woonafspraken Molendam");
    await page.getByLabel("Van jaar").fill("2026");
    await page.getByLabel("Tot en met jaar").fill("2030");
    await page.locator("#nieuw-partijen").fill("Noorderbouw: corporatie\nZuiderwonen : corporatie\n");
    await press(page, "Map kiezen en maken");
    const made = await page.locator("#uitkomst").innerText();
    const files = sums(await onDisk(page));
    await page.reload();
    await page.evaluate("engine.ready");
    await press(page, "Verder in de map Woonafspraken");
    const again = await page.locator("#waar").innerText();
    return { files, made, again, views };
  },

  // A whole ronde without a mouse: Tab to what is wanted, Enter or a space to do it.
  async toetsenbord(page) {
    const keys = keyboard(page, idle, folder);
    await keys.does("Map kiezen");
    await keys.gives("Eigen sjabloon kiezen", ["besloten.xlsx"]);
    await keys.types("Jaar", "2026");
    await keys.does("Deze ronde openen");
    await keys.does("Sjabloon nakijken");
    await keys.does("Invulbladen maken");
    await keys.does("Mail maken");
    await keys.gives("Bestanden innemen", fs.readdirSync(path.join(folder, "retour")).map((name) => `retour/${name}`));
    await keys.does(/^Toon [A-Z]+[0-9]+ in het blad$/);
    const row = await page.evaluate(() => document.activeElement.getAttribute("aria-label"));
    await keys.does(/^Kiezen welke inzending telt/);
    await keys.does(/^.*: antwoorden hieruit tellen voor De Volmacht$/);
    await keys.types("Reden", "proef");
    await keys.does("Telt niet mee");
    await keys.does("Matrix maken");
    await keys.gives("Matrix teruggeven", ["ingevuld.xlsx"]);
    await keys.does("Overnemen");
    await keys.ticks(/^Als concept/);
    await keys.does("Archief maken");
    const archived = await page.locator("#uitkomst").innerText();
    await keys.does("Archieven nakijken");
    const lookedOver = await page.locator("#uitkomst").innerText();
    await keys.does("Agenda maken");
    await keys.does("Jaren naast elkaar leggen");
    const steps = await page.locator("#pad .stap").allInnerTexts();
    return { row, steps, archived, lookedOver, unseen: keys.unseen, typedYear: await page.locator("#jaar").inputValue() };
  },
});
