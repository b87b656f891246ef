// Mails as drafts, one by one; reminders; the calendar.

const KINDS = ["--remind", "--receipts"];
const OUTPUT = () => (state.output === "output" ? [] : ["--output", state.output]);

SHOWS.mail = (document_, words) => {
  if (words.includes("--sent")) return undefined; // refreshed by the list of drafts below
  const kind = words.filter((word) => KINDS.includes(word));
  const rows = document_.mails.map((mail) => [
    mail.partij, mail.aan ?? "nog geen adres", mail.onderwerp ?? "–", mail.bijlagen.join(", ") || "–",
    mail.verzonden ? "verstuurd" : mail.bestand ? "klaar om te versturen" : "geen mail", draftButtons(mail, kind),
  ]);
  const heads = ["Partij", "Aan", "Onderwerp", "Bijlagen", "Stand", "Doen"];
  const ready = document_.mails.filter((mail) => mail.bestand).length;
  at("concepten").replaceChildren(table(`${ready} ${ready === 1 ? "concept" : "concepten"}`, heads, rows));
  at("mails").hidden = false;
  return undefined;
};

function draftButtons(mail, kind) {
  if (!mail.bestand) return "–";
  const named = (made, text) => {
    made.setAttribute("aria-label", `${text} ${mail.partij}`);
    return made;
  };
  const open = named(button("Openen", () => save(mail.bestand), "rustig klein"), "Openen: mail aan");
  if (mail.verzonden) return open;
  const sent = named(button("Verstuurd", () => noteSent(mail, kind), "rustig klein"), "Verstuurd: mail aan");
  return el("span", { class: "knoppen" }, open, sent);
}

async function noteSent(mail, kind) {
  await step("Het noteren …", async () => ({ words: ["mail", ...ronde(), ...kind, "--sent", mail.partij] }));
  const row = [...at("concepten").querySelectorAll("tbody tr")].find((tr) => tr.cells[0].textContent === mail.partij);
  if (row && !at("bericht").textContent) {
    row.cells[4].textContent = "verstuurd";
    row.cells[5].querySelector("button:last-child:not(:first-child)")?.remove();
  }
}

function mailButtons() {
  const make = (text, words) => button(text, () => step(`${text}: even geduld …`, async () => ({ words: words() })), "rustig");
  at("mail-knoppen").replaceChildren(
    make("Herinneringen maken", () => ["mail", ...ronde(), "--remind"]),
    make("Ontvangst bevestigen", () => ["mail", ...ronde(), "--receipts"]),
    make("Agenda maken", () => ["calendar", ...OUTPUT()]),
  );
}

SHOWS.calendar = (document_) => {
  const files = [["Agenda voor allen", document_.agenda], ["Agenda voor de gemeente", document_.agenda_gemeente]];
  const rows = document_.termijnen.map((t) => [day(t.dag), t.titel, t.intern ? "gemeente" : t.genodigden.join(", ") || "–"]);
  const saves = files.map(([text, path]) => button(`${text} bewaren (.ics)`, () => save(path), "rustig"));
  at("agenda").replaceChildren(el("p", { class: "knoppen" }, ...saves),
    fold(`${rows.length} data`, table("De data", ["Dag", "Wat", "Voor wie"], rows)));
  at("mails").hidden = false;
};
