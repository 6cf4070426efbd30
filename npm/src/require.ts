// `newsprint` for `require`: the wasm module is in a file beside this one. Bundlers, which would move this file, take the
// entry that has the module inside. Knows files, nothing of articles.

import { readFileSync } from "node:fs";
import languages from "../core/all-languages.js";
import names from "../core/parts.js";
import { makeApi } from "./api.js";
import { addLanguages, addReader } from "./instance.js";

export { NewsprintError, type Problem } from "./error.js";
export { addReader, init, initSync, type Module, type Place } from "./instance.js";
export { readers } from "./readers.js";
export { h } from "./tree.js";
export type * from "./types.js";

export const { render, renderToString, renderToBytes, read, check, toText, toJsonLd, toSteps, formats, mount, patch } =
  /* @__PURE__ */ makeApi(readModule);

function readModule(): Uint8Array<ArrayBuffer> {
  try {
    return require("./inlined.js").decode();
  } catch {
    // Jest requires no modules; what browsers have does the same, in more time.
    addLanguages(languages);
    for (const name of names) addReader(name, readFileSync(`${__dirname}/readers/${name}.wasm`));
    return readFileSync(`${__dirname}/newsprint.wasm`);
  }
}
