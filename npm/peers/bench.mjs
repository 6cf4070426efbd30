// Bytes in, bytes out, in Node: Newsprint against the renderer of each format's own makers, in one process, turn by
// turn. The ratios are worth reading; the times belong to the machine.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { show } from "../bench/measure.mjs";
import { renderToBytes } from "../dist/index.js";
import { peers } from "./renderers.mjs";

const workloads = process.env.NEWSPRINT_WORKLOADS;
if (!workloads) {
  console.log("NEWSPRINT_WORKLOADS names no folder: there is nothing to measure peers with");
} else {
  for (const size of ["S", "M", "L"]) for (const peer of peers) compare(size, peer);
}

function compare(size, { format, ending, peer, run }) {
  const bytes = readFileSync(join(workloads, `${size}.${ending}`));
  show(`${size}, ${(bytes.length / 1000).toFixed(1)} kB of ${format}`, {
    [peer]: () => run(bytes),
    "Newsprint, renderToBytes": () => renderToBytes(bytes),
  });
}
