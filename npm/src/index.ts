// `newsprint`: the wasm module inlined, so that every function works at once and in every bundler.

import { makeApi } from "./api.js";
import { decode } from "./inlined.js";

export { NewsprintError, type Problem } from "./error.js";
export { addReader, init, initSync, type Module, type Place } from "./instance.js";
export { readers } from "./readers.js";
export { h } from "./tree.js";
export type * from "./types.js";

export const { render, renderToString, renderToBytes, read, check, toText, toJsonLd, toSteps, formats, mount, patch } =
  /* @__PURE__ */ makeApi(decode);
