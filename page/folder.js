// The folder of the municipality. Where a browser can, it is the real one: read before each command
// and written after it. Elsewhere it is in the engine alone, and goes out as a zip.

const OURS = ["output", "templates", "Leesmij.txt"]; // the last: what `kaderxl new` says of them
const ROOT = "/map";

class Folder {
  constructor(engine, handle) {
    this.engine = engine;
    this.handle = handle; // undefined: a zip goes out
    this.known = new Map(); // path -> what stood there, and when, on disk and in the engine
  }

  // What is on disk, into the engine. What could not be written before stays in it, to be written.
  async read() {
    if (!this.handle) return;
    const seen = new Set();
    for (const name of OURS) {
      const top = await child(this.handle, name);
      if (top) await this.readIn(top, name, seen);
      else await this.readOne(await fileIn(this.handle, name), name, seen);
    }
    for (const path of [...this.known.keys()]) {
      if (seen.has(path)) continue;
      await this.engine.ask("remove", { path: `${ROOT}/${path}` });
      this.known.delete(path);
    }
    for (const { path, size, time } of await this.listed()) {
      const about = this.known.get(path);
      if (about && !about.engine) about.engine = `${size} ${time}`;
    }
  }

  async readIn(folder, path, seen) {
    for await (const [name, handle] of folder.entries()) {
      const below = `${path}/${name}`;
      if (handle.kind === "directory") {
        await this.readIn(handle, below, seen);
        continue;
      }
      if (name.endsWith(".crswap")) continue; // what a browser left of a file it was writing
      await this.readOne(handle, below, seen);
    }
  }

  async readOne(handle, path, seen) {
    if (!handle) return;
    const file = await handle.getFile();
    const stamp = stampOf(file);
    seen.add(path);
    if (this.known.get(path)?.disk === stamp) return;
    const bytes = await file.arrayBuffer();
    await this.engine.ask("put", { path: `${ROOT}/${path}`, bytes, time: file.lastModified }, [bytes]);
    this.known.set(path, { disk: stamp });
  }

  async listed() {
    const found = [];
    for (const name of OURS) {
      found.push(...(await this.engine.ask("list", { path: `${ROOT}/${name}` })));
    }
    return found.map((file) => ({ ...file, path: file.path.slice(ROOT.length + 1) }));
  }

  // What a command changed, onto the disk: each file whole, or as it was.
  async write() {
    if (!this.handle) return;
    const files = await this.listed();
    const now = new Set(files.map((file) => file.path));
    for (const { path, size, time } of files) {
      const stamp = `${size} ${time}`;
      if (this.known.get(path)?.engine === stamp) continue;
      const disk = await this.writeOne(path);
      this.known.set(path, { disk, engine: stamp });
    }
    for (const path of [...this.known.keys()]) {
      if (now.has(path)) continue;
      await this.removeOne(path);
      this.known.delete(path);
    }
  }

  async writeOne(path) {
    const parts = path.split("/");
    const name = parts.pop();
    let folder = this.handle;
    for (const part of parts) folder = await folder.getDirectoryHandle(part, { create: true });
    const handle = await folder.getFileHandle(name, { create: true });
    const there = await handle.getFile();
    const known = this.known.get(path)?.disk;
    if (known ? known !== stampOf(there) : there.size) {
      throw new DOMException(path, "InvalidStateError"); // somebody else wrote it since it was read
    }
    try {
      const stream = await handle.createWritable(); // in place only when it is closed
      await stream.write(await this.engine.ask("get", { path: `${ROOT}/${path}` }));
      await stream.close();
    } catch (error) {
      if (!known) await folder.removeEntry(name).catch(() => {}); // nothing is in it yet
      throw error;
    }
    return stampOf(await handle.getFile());
  }

  async removeOne(path) {
    const parts = path.split("/");
    const name = parts.pop();
    let folder = this.handle;
    for (const part of parts) {
      folder = await child(folder, part);
      if (!folder) return;
    }
    await folder.removeEntry(name).catch((error) => {
      if (error.name !== "NotFoundError") throw error;
    });
  }

  // A job that no other tab does anything beside; it gets who is at work, or undefined.
  async alone(job) {
    if (!this.handle) return job(undefined);
    const begin = async () => job(await this.busy());
    if (!navigator.locks) return begin();
    const asked = { ifAvailable: true };
    return navigator.locks.request(`kaderxl ${this.handle.name}`, asked, (free) =>
      free ? begin() : job("een ander tabblad"));
  }

  // Who is at work in it, as the command line writes it down; undefined when nobody is.
  async busy() {
    if (!this.handle) return undefined;
    const output = await child(this.handle, "output");
    if (!output) return undefined;
    for await (const [, handle] of output.entries()) {
      if (handle.kind !== "directory") continue;
      const work = await child(handle, ".kaderxl");
      const note = work && (await work.getFileHandle("bezig.json").catch(() => undefined));
      if (note) return readNote(note);
    }
    return undefined;
  }
}

const stampOf = (file) => `${file.size} ${file.lastModified}`;

async function readNote(handle) {
  try {
    const note = JSON.parse(await (await handle.getFile()).text());
    return `kaderxl ${note.opdracht}, sinds ${String(note.sinds).slice(11, 16)} uur`;
  } catch {
    return "een andere opdracht";
  }
}

const absent = (error) => {
  if (error.name === "NotFoundError" || error.name === "TypeMismatchError") return undefined;
  throw error;
};
const child = (folder, name) => folder.getDirectoryHandle(name).catch(absent);
const fileIn = (folder, name) => folder.getFileHandle(name).catch(absent);
