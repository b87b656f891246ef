"use strict";
// Python in a worker, from the bytes that the page holds: `fetch` answers from them and nothing else.

const NOWHERE = "https://kaderxl.invalid/"; // a name that cannot be found: nothing is asked of it
const TYPES = { wasm: "application/wasm", zip: "application/zip", json: "application/json" };

async function unpack(text) {
  const raw = atob(text);
  const bytes = new Uint8Array(raw.length);
  for (let n = 0; n < raw.length; n += 1) bytes[n] = raw.charCodeAt(n);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).blob();
}

async function unpackAll(texts) {
  const assets = {};
  for (const [name, text] of Object.entries(texts)) assets[name] = await unpack(text);
  return assets;
}

function answerFrom(assets) {
  self.fetch = async (asked) => {
    const name = String(asked.url ?? asked).split("/").pop();
    if (!(name in assets)) return new Response("", { status: 404 });
    const type = TYPES[name.split(".").pop()] ?? "application/octet-stream";
    return new Response(assets[name], { headers: { "content-type": type } });
  };
}

function asScript(blob) {
  return URL.createObjectURL(new Blob([blob], { type: "text/javascript" }));
}

async function startPython(assets) {
  answerFrom(assets);
  importScripts(asScript(assets["pyodide.js"]));
  const runtime = await import(asScript(assets["pyodide.asm.mjs"]));
  const python = await self.loadPyodide({
    indexURL: NOWHERE,
    createPyodideModule: runtime.default,
    lockFileContents: await assets["pyodide-lock.json"].text(),
    stdLibURL: `${NOWHERE}python_stdlib.zip`,
    packageBaseUrl: NOWHERE,
    stdout: () => {},
    stderr: () => {},
  });
  const site = python.runPython("import site; site.getsitepackages()[0]");
  python.unpackArchive(await assets["site.zip"].arrayBuffer(), "zip", { extractDir: site });
  return python;
}
