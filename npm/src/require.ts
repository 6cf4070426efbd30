// `newsprint` for `require`: the wasm module is read from beside this file, where no bundler has moved it; bundlers take
// the entry that has it inside. Knows files, nothing of articles.

import { readFileSync } from "node:fs";
import { makeApi } from "./api.js";

export { NewsprintError } from "./error.js";
export { init, initSync, type Module, type Place } from "./instance.js";
export { h } from "./tree.js";
export type * from "./types.js";

export const { render, renderToString, renderToBytes, read, check, toText, toJsonLd, toSteps, formats, mount, patch } =
  /* @__PURE__ */ makeApi(() => readFileSync(`${__dirname}/newsprint.wasm`));
