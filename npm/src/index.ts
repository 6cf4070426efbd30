// `newsprint`: the wasm module inlined, so that every function works at once and in every bundler.

import base64 from "../core/inline.js";
import { makeApi } from "./api.js";

export { NewsprintError } from "./error.js";
export { h } from "./tree.js";
export type * from "./types.js";

export const { render, renderToString, renderToBytes, read, check, toText, toJsonLd, toSteps, formats, mount, patch } =
  /* @__PURE__ */ makeApi(decode);

function decode(): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
