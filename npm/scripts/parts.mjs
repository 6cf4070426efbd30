// How many bytes of machine code each crate has in the wasm file named, told by the names of its functions before they
// are stripped. Knows the binary format of WebAssembly, nothing of the crates.

import { readFileSync } from "node:fs";

const [path] = process.argv.slice(2);
const bytes = readFileSync(path);
let at = 8;

/** Every crate whose bytes are told apart; a function of several counts for the first that its name has. */
const crates = ["html5gum", "pulldown_cmark", "unicase", "memchr", "oxilangtag", "serde_wasm_bindgen", "serde", "js_sys", "web_sys", "wasm_bindgen", "talc", "newsprint"];

const [code, names] = sections();
const totals = new Map();
for (const { index, size } of code.functions) {
  const name = names.get(index + code.imported) ?? "";
  // What only describes the edge to the tool that binds it is gone afterwards.
  if (/wbindgen_describe|WasmDescribe|inform/.test(name)) continue;
  const crate = crates.find((crate) => name.includes(crate)) ?? "core, alloc and std";
  totals.set(crate, (totals.get(crate) ?? 0) + size);
}
for (const [crate, size] of [...totals].sort((one, other) => other[1] - one[1])) {
  console.log(`${crate.padEnd(20)} ${String(size).padStart(8)}`);
}

function sections() {
  const code = { imported: 0, functions: [] };
  let names = new Map();
  while (at < bytes.length) {
    const id = bytes[at++];
    const end = number() + at;
    if (id === 2) code.imported = importedFunctions();
    if (id === 10) code.functions = Array.from({ length: number() }, (_, index) => ({ index, size: skip(number()) }));
    if (id === 0 && text() === "name") names = functionNames(end);
    at = end;
  }
  return [code, names];
}

function importedFunctions() {
  let functions = 0;
  for (let left = number(); left > 0; left--) {
    text();
    text();
    const kind = bytes[at++];
    if (kind === 0) functions++;
    if (kind === 1 || kind === 3) at++;
    if (kind === 1 || kind === 2) if (number() & 1) number();
    if (kind !== 2) number();
  }
  return functions;
}

function functionNames(end) {
  while (at < end) {
    const kind = bytes[at++];
    const next = number() + at;
    if (kind === 1) return new Map(Array.from({ length: number() }, () => [number(), text()]));
    at = next;
  }
  return new Map();
}

function number() {
  let result = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++];
    result += (byte & 127) * 2 ** shift;
    if (byte < 128) return result;
  }
}

function text() {
  const length = number();
  return bytes.toString("utf8", at, (at += length));
}

function skip(length) {
  at += length;
  return length;
}
