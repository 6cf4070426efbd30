// Bytes in, bytes out, in Node: Newsprint against a hand-written template, in one process, turn by turn.
// The ratios are worth reading; the times belong to the machine.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { render, renderToBytes, renderToString } from "newsprint";
import { template } from "./template.mjs";

const ROUNDS = 21;
/** How long one turn takes at least, so that the clock's grain does not show. */
const TURN_MS = 40;

const workloads = process.env.NEWSPRINT_WORKLOADS;
const rows = workloads ? named(workloads) : samples();

for (const { name, ways } of rows) {
  const [floor, ...others] = measure(ways);
  console.log(`${name}`);
  for (const { way, us } of [floor, ...others]) {
    console.log(`  ${way.padEnd(34)} ${us.toFixed(1).padStart(10)} µs  ${(us / floor.us).toFixed(2).padStart(6)}`);
  }
}

/** The workloads, against the template, which has to write the same bytes. */
function named(folder) {
  return ["S", "M", "L"].map((size) => {
    const json = readFileSync(join(folder, `${size}.canonical.json`));
    if (!template(json).equals(renderToBytes(json))) console.log(`${size}: the template does not write what we write`);
    const ways = { "template": () => template(json), ...ours("canonical JSON", json) };
    const markdown = join(folder, `${size}.md`);
    if (existsSync(markdown)) Object.assign(ways, ours("Markdown", readFileSync(markdown)));
    return { name: `${size}, ${(json.length / 1000).toFixed(1)} kB`, ways };
  });
}

/** Our samples, of which the template knows nothing. */
function samples() {
  console.log("NEWSPRINT_WORKLOADS names no folder: these are the samples, without the template");
  const folder = fileURLToPath(new URL("../../www/samples/", import.meta.url));
  const documents = readdirSync(folder).filter((name) => /\.(json|md|txt)$/.test(name) && name !== "list.json");
  return documents.map((name) => {
    return { name, ways: ours(name, readFileSync(join(folder, name))) };
  });
}

function ours(what, bytes) {
  return {
    [`${what}, renderToBytes`]: () => renderToBytes(bytes),
    [`${what}, renderToString`]: () => renderToString(bytes),
    [`${what}, render, with check`]: () => render(bytes),
  };
}

/** The median CPU time of one call, of each way, in turns so that the machine's moods meet all alike. */
function measure(ways) {
  const entries = Object.entries(ways).map(([way, run]) => ({ way, run, calls: calls(run), times: [] }));
  for (let round = 0; round < ROUNDS; round++) {
    for (const entry of entries) entry.times.push(cpu(entry.run, entry.calls) / entry.calls);
  }
  return entries.map(({ way, times }) => ({ way, us: times.sort((a, b) => a - b)[ROUNDS >> 1] }));
}

/** Warms `run` up and returns how often it fits into a turn. */
function calls(run) {
  let count = 1;
  for (let tries = 0; tries < 20; tries++) {
    const us = cpu(run, count);
    if (us > TURN_MS * 1000) break;
    count = Math.ceil(count * Math.min(4, Math.max(1.2, (TURN_MS * 1000) / Math.max(us, 1))));
  }
  return count;
}

function cpu(run, count) {
  const before = process.cpuUsage();
  for (let call = 0; call < count; call++) run();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}
