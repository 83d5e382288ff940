// One engine in a process of its own; says the same as ../speed_worker.py.
//
//     node worker.mjs ENGINE FOLDER build|ask
import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ENGINES } from "./engines.mjs";

const [name, folder, what] = process.argv.slice(2);
const engine = ENGINES[name];
const file = join(folder, name, "index.json");
const MEGABYTE = 2 ** 20;
const AGAIN = 5; // as in ../speed_worker.py, as the next
const TRIED = 100;

function lines(path) {
  return readFileSync(path, "utf8").trimEnd().split("\n");
}

function build() {
  mkdirSync(join(folder, name));
  const start = performance.now();
  const entries = lines(join(folder, "corpus.jsonl")).map((line) => JSON.parse(line));
  writeFileSync(file, engine.build(entries));
  return { build_s: (performance.now() - start) / 1e3, index_mb: statSync(file).size / MEGABYTE };
}

function median(times) {
  times.sort((a, b) => a - b);
  const middle = Math.floor(times.length / 2);
  return times.length % 2 ? times[middle] : (times[middle - 1] + times[middle]) / 2;
}

function percentiles(times) {
  const p50 = median(times);
  return { p50, p99: times[Math.min(times.length - 1, Math.floor(times.length * 0.99))] };
}

function once(calls) {
  globalThis.gc?.();
  return calls.map((call) => {
    const start = performance.now();
    call();
    return performance.now() - start;
  });
}

function again(calls) {
  const rounds = Array.from({ length: AGAIN }, () => once(calls));
  return calls.map((_call, place) => median(rounds.map((round) => round[place])));
}

function ask() {
  const questions = JSON.parse(readFileSync(join(folder, "questions.json"), "utf8"));
  const before = process.memoryUsage.rss();
  const start = performance.now();
  const search = engine.open(readFileSync(file, "utf8"));
  const figures = { open_ms: performance.now() - start };
  for (const [kind, asked] of Object.entries(questions)) {
    const calls = asked.map(([language, words]) => () => search(kind, language, words));
    const warming = calls.filter((_call, place) => place % 2 === 0);
    const fresh = calls.filter((_call, place) => place % 2 === 1);
    figures[kind] = {
      first: percentiles(once(warming)),
      new: percentiles(once(fresh)),
      again: percentiles(again(fresh)),
      answered: calls.slice(0, TRIED).filter((call) => call().length).length / TRIED,
    };
  }
  globalThis.gc?.();
  figures.memory_mb = (process.memoryUsage.rss() - before) / MEGABYTE;
  return figures;
}

process.stdout.write(JSON.stringify(what === "build" ? build() : ask()));
