// `newsprint` for `require`: the wasm module is read from beside this file. Bundlers, which would move this file, take the
// entry that has the module inside. Knows files, nothing of articles.

import { readFileSync } from "node:fs";
import { makeApi } from "./api.js";

export { NewsprintError, type Problem } from "./error.js";
export { init, initSync, type Module, type Place } from "./instance.js";
export { h } from "./tree.js";
export type * from "./types.js";

export const { render, renderToString, renderToBytes, read, check, toText, toJsonLd, toSteps, formats, mount, patch } =
  /* @__PURE__ */ makeApi(readModule);

function readModule(): Uint8Array<ArrayBuffer> {
  try {
    return readFileSync(`${__dirname}/newsprint.wasm`);
  } catch {
    // Deno asks for leave to read a file, and not for a module that is required.
    return require("./inlined.js").decode();
  }
}
