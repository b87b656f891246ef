// The years side by side: the page that `history` writes, shown here, and its workbook.

SHOWS.history = async (document_) => {
  const [workbook, html] = ["xlsx", "html"].map((kind) => document_.bestanden.find((path) => path.endsWith(`.${kind}`)));
  const bytes = await engine.ask("get", { path: `${ROOT}/${html}` });
  at("jaren-knoppen").replaceChildren(button("Werkboek bewaren en openen", () => save(workbook), "rustig"),
    button("Als pagina bewaren", () => save(html), "rustig"));
  showWritten(at("jaren-pagina"), new TextDecoder().decode(bytes));
  at("jaren").hidden = false;
};

// A page of ours within this one: its own style stays within it, and nothing of it can run.
function showWritten(host, text) {
  const rules = [];
  const bare = text.replace(/<style>(.*?)<\/style>/gs, (_, inside) => {
    rules.push(inside.replaceAll(":root", ":host"));
    return ""; // the policy of this page allows no style but its own
  });
  const written = new DOMParser().parseFromString(bare, "text/html");
  const style = new CSSStyleSheet();
  style.replaceSync(rules.join("\n"));
  const root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = [style];
  root.replaceChildren(...[...written.querySelector("main").children].map((part) => document.importNode(part, true)));
  root.querySelectorAll('a[href^="#"]').forEach((link) => {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      root.getElementById(link.hash.slice(1))?.scrollIntoView();
    });
  });
}

at("jaren-maken").addEventListener("click", () => {
  step("De jaren naast elkaar leggen …", async () => ({ words: ["history", ...OUTPUT()] }));
});
