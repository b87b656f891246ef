"use strict";
// The engine as the page sees it: a job goes in, a promise comes out, one after another.

class Engine {
  constructor() {
    const assets = {};
    for (const block of document.querySelectorAll("script[data-asset]")) {
      assets[block.dataset.asset] = block.textContent;
    }
    this.source = document.getElementById("worker").textContent;
    this.assets = assets;
    this.start();
  }

  start() {
    this.jobs = new Map();
    this.last = 0;
    const script = URL.createObjectURL(new Blob([this.source], { type: "text/javascript" }));
    this.worker = new Worker(script);
    this.ready = new Promise((resolve, reject) => {
      this.jobs.set(0, { resolve, reject });
    });
    this.worker.onmessage = ({ data: { id, value, error } }) => {
      const job = this.jobs.get(id);
      this.jobs.delete(id);
      if (error === undefined) job?.resolve(value);
      else job?.reject(new Error(error));
    };
    this.worker.onerror = (event) => {
      event.preventDefault();
      this.fail(event.message);
    };
    this.worker.postMessage({ role: "engine", assets: this.assets, source: this.source });
  }

  fail(why) {
    for (const job of this.jobs.values()) job.reject(new Error(why));
    this.jobs.clear();
  }

  ask(job, about = {}, moved = []) {
    this.last += 1;
    const id = this.last;
    const promise = new Promise((resolve, reject) => {
      this.jobs.set(id, { resolve, reject });
    });
    this.worker.postMessage({ id, job, ...about }, moved);
    return promise;
  }

  // Everything of a broken-off command is in the worker: with it, it is gone.
  stop() {
    this.worker.terminate();
    this.fail("stop");
    this.start();
    return this.ready;
  }
}
