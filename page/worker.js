// The two workers of the page. The engine runs commands; the reader reads foreign files for it, and
// is ended when one takes too long: that is why it is another worker.

class SecondWorker {
  constructor(start) {
    this.alive = true;
    this.waiting = [];
    this.freeSince = 0;
    this.worker = new Worker(asScript(start.source));
    this.ready = new Promise((resolve) => {
      this.worker.onmessage = ({ data }) => {
        this.freeSince = performance.now();
        if (data.ready) resolve(true);
        else this.came(data.payload);
      };
      this.worker.onerror = (event) => {
        event.preventDefault();
        this.end();
        resolve(false);
      };
    });
    this.worker.postMessage({ role: "reader", assets: start.assets });
  }

  came(payload) {
    const first = this.waiting.find((question) => !question.done);
    if (first) {
      first.done = true;
      first.resolve({ payload, late: false });
    }
  }

  ask(limits, verb, data) {
    const question = { done: false, asked: performance.now() };
    question.reply = new Promise((resolve) => {
      question.resolve = resolve;
    });
    this.waiting.push(question);
    const bytes = data.toJs ? data.toJs() : data;
    this.ready.then((started) => started && this.worker.postMessage({ limits, verb, bytes }));
  }

  async answer(seconds) {
    const [question] = this.waiting;
    const started = await Promise.race([this.ready, after(60_000, false)]);
    const since = Math.max(question.asked, this.freeSince);
    const left = started ? Math.max(since + seconds * 1000 - performance.now(), 0) : 0;
    const reply = await Promise.race([question.reply, after(left, { payload: undefined, late: started })]);
    this.waiting.shift();
    return reply;
  }

  stop() {
    if (this.alive && this.waiting.length === 0) SecondWorker.spare = this;
    else this.end();
  }

  end() {
    this.alive = false;
    this.worker.terminate();
    for (const question of this.waiting) question.resolve({ payload: undefined, late: false });
  }

  static take(start) {
    const spare = SecondWorker.spare;
    SecondWorker.spare = null;
    return spare?.alive ? spare : new SecondWorker(start);
  }
}
SecondWorker.spare = null;

// Where a browser cannot wait for another worker: it reads itself, and only a person can stop it.
class SameWorker {
  constructor(answer) {
    this.alive = true;
    this.read = answer;
    this.said = [];
  }

  ask(limits, verb, data) {
    const said = this.read(limits, verb, data);
    this.said.push(said.toJs());
    said.destroy();
  }

  answer() {
    return { payload: this.said.shift(), late: false };
  }

  stop() {}
}

function after(milliseconds, value) {
  return new Promise((resolve) => {
    setTimeout(() => resolve(value), milliseconds);
  });
}

// What a reader may have of memory; more is refused as a system refuses it to a process.
function boundMemory() {
  const { grow } = WebAssembly.Memory.prototype;
  let most = Infinity;
  WebAssembly.Memory.prototype.grow = function grows(pages) {
    if (this.buffer.byteLength + pages * 65_536 > most) throw new RangeError("geheugen");
    return grow.call(this, pages);
  };
  return (limits) => {
    most = JSON.parse(limits).memory_bytes;
  };
}

async function beReader(assets) {
  const bound = boundMemory();
  const python = await startPython(assets);
  const answer = python.pyimport("kaderxl.page.reading").answer;
  self.onmessage = ({ data: { limits, verb, bytes } }) => {
    bound(limits);
    const said = answer(limits, verb, python.toPy(bytes));
    const payload = said.toJs();
    said.destroy();
    self.postMessage({ payload }, [payload.buffer]);
  };
  self.postMessage({ ready: true });
}

const MAP = "/map";
const CAN_WAIT = "Suspending" in WebAssembly; // JavaScript Promise Integration

function walk(FS, path, found) {
  const top = FS.lstat(path);
  if (FS.isFile(top.mode)) return [{ path, size: top.size, time: top.mtime.getTime() }];
  for (const name of FS.readdir(path)) {
    if (name === "." || name === "..") continue;
    const below = `${path}/${name}`;
    const about = FS.lstat(below);
    if (FS.isDir(about.mode)) walk(FS, below, found);
    else if (FS.isFile(about.mode)) {
      found.push({ path: below, size: about.size, time: about.mtime.getTime() });
    }
  }
  return found;
}

function jobs(python, start, wait, judge) {
  const { FS } = python;
  const engine = python.pyimport("kaderxl.page.engine");
  const there = (path) => FS.analyzePath(path).exists;
  const waitsFor = (name) => async ({ words }) => {
    const job = engine[name];
    const call = CAN_WAIT ? job.callPromising.bind(job) : job;
    return JSON.parse(await call(python.toPy(words), start, wait, judge));
  };
  return {
    run: waitsFor("run"),
    try: waitsFor("try_out"),
    look: waitsFor("look_at"),
    put({ path, bytes, time }) {
      FS.mkdirTree(path.slice(0, path.lastIndexOf("/")));
      FS.writeFile(path, new Uint8Array(bytes));
      FS.utime(path, time, time);
    },
    list({ path }) {
      return there(path) ? walk(FS, path, []) : [];
    },
    get({ path }) {
      return there(path) ? FS.readFile(path) : null;
    },
    remove({ path }) {
      if (there(path)) FS.unlink(path);
    },
    clear({ path }) {
      python.pyimport("shutil").rmtree(path, true);
      FS.mkdirTree(path);
    },
    example() {
      engine.put_example(MAP);
    },
    zip() {
      return engine.as_zip(MAP).toJs();
    },
    unzip({ bytes }) {
      try {
        return engine.from_zip(python.toPy(new Uint8Array(bytes)), MAP);
      } catch {
        return -1;
      }
    },
    about() {
      return { version: python.runPython("import kaderxl; kaderxl.__version__") };
    },
  };
}

async function beEngine(texts, source) {
  const assets = await unpackAll(texts);
  const python = await startPython(assets);
  const { answer } = python.pyimport("kaderxl.page.reading");
  const start = () =>
    CAN_WAIT ? SecondWorker.take({ assets, source }) : new SameWorker(answer);
  const wait = CAN_WAIT ? python.pyimport("pyodide.ffi").run_sync : (reply) => reply;
  start().stop(); // it begins while the first screen is read
  python.FS.mkdirTree(MAP);
  python.FS.chdir(MAP);
  const can = jobs(python, start, wait, await startJudge(assets));
  self.onmessage = async ({ data: { id, job, ...about } }) => {
    try {
      self.postMessage({ id, value: await can[job](about) });
    } catch (error) {
      self.postMessage({ id, error: String(error) });
    }
  };
  self.postMessage({ id: 0, value: can.about() });
}

self.onmessage = ({ data: { role, assets, source } }) => {
  const begun = role === "reader" ? beReader(assets) : beEngine(assets, source);
  begun.catch((error) => {
    setTimeout(() => {
      throw error; // for whoever started this worker
    });
  });
};
