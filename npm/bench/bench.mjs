// Bytes in, bytes out, in Node: Newsprint against a hand-written template, in one process, turn by turn.
// The ratios are worth reading; the times belong to the machine.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { render, renderToBytes, renderToString } from "newsprint";
import { show } from "./measure.mjs";
import { template } from "./template.mjs";

const workloads = process.env.NEWSPRINT_WORKLOADS;
const rows = workloads ? named(workloads) : samples();

for (const { name, ways } of rows) show(name, ways);

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
