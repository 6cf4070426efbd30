// `newsprint` for edge runtimes, which compile no bytes: the module is imported.

import languages from "../core/all-languages.js";
import readers from "../core/modules-edge.js";
import { makeApi } from "./api.js";
import { addLanguages, addReader } from "./instance.js";
import module from "./newsprint.wasm?module";

export { NewsprintError, type Problem } from "./error.js";
export { addReader, init, initSync, type Module, type Place } from "./instance.js";
export { readers } from "./readers.js";
export { h } from "./tree.js";
export type * from "./types.js";

export const { render, renderToString, renderToBytes, read, check, toText, toJsonLd, toSteps, formats, mount, patch } =
  /* @__PURE__ */ makeApi(() => {
    addLanguages(languages);
    for (const [name, module] of readers) addReader(name, module);
    return module;
  });
