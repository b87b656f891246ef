// Which folder it was the last time: only the browser's own key to it, never anything that is in it.

function inStore(mode, job) {
  return new Promise((resolve) => {
    const opening = indexedDB.open("kaderxl", 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore("map");
    opening.onerror = () => resolve(undefined);
    opening.onsuccess = () => {
      const asked = job(opening.result.transaction("map", mode).objectStore("map"));
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => resolve(undefined);
    };
  }).catch(() => undefined); // a browser that keeps nothing: then the folder is chosen again
}

const remember = (handle) => inStore("readwrite", (store) => store.put(handle, "laatste"));
const remembered = () => inStore("readonly", (store) => store.get("laatste"));
const forget = () => inStore("readwrite", (store) => store.delete("laatste"));

async function offerLast() {
  const handle = await remembered();
  if (!handle?.name) return;
  at("vorige-map").replaceChildren(
    button(`Verder in de map ${handle.name}`, () => openLast(handle)),
    button("Deze map vergeten", () => forget().then(() => at("vorige-map").replaceChildren()), "rustig"));
}

async function openLast(handle) {
  const opened = await work(WAITS.map, async (answer) => {
    if (answer === "granted") await open(handle, whereIs(handle));
    else complain("De browser mag niet in deze map. Druk nog eens en geef toestemming, of kies de map opnieuw.");
    return answer === "granted";
  }, () => handle.requestPermission({ mode: "readwrite" }));
  if (opened) at("pad-kop").focus();
}
