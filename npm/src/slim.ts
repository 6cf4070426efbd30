// `newsprint/slim`: no wasm module attached, the caller hands one over, and the readers that it needs.

import { makeApi } from "./api.js";
import { notStarted } from "./instance.js";

export { NewsprintError, type Problem } from "./error.js";
export { addReader, init, initSync, type Module, type Place } from "./instance.js";
export { addLanguage } from "./languages.js";
export { readers } from "./readers.js";
export { h } from "./tree.js";
export type * from "./types.js";

export const { render, renderToString, renderToBytes, read, check, toText, toJsonLd, toSteps, formats, mount, patch } =
  /* @__PURE__ */ makeApi(notStarted);
