// Streams the wasm modules from beside this file, the lean one first where it will do. Knows addresses, nothing of articles.

import { NewsprintError } from "./error.js";
import { init, type Place } from "./instance.js";
import { expectLanguage, fetchLanguage } from "./languages.js";

/** Where a bundler has not kept the files, there is the module that it has bundled. */
async function initInlined(error: unknown): Promise<void> {
  if (!(error instanceof NewsprintError) || error.code !== "load") throw error;
  const { decode } = await import("./inlined.js");
  return init(decode());
}

let lean: Promise<void> | undefined;
let whole: Promise<void> | undefined;

/**
 * Fetches and starts the whole module, once; every function works when this has resolved.
 *
 * @example
 * ```js
 * import { ready, renderToString } from "newsprint/url";
 *
 * await ready();
 * renderToString(text);
 * ```
 */
export function ready(place?: Place): Promise<void> {
  // The lean module, if it is on its way, must not arrive later and take the place of the whole one.
  whole ??= Promise.resolve(lean)
    .catch(() => {})
    .then(() => (place === undefined ? init(new URL("./newsprint.wasm", import.meta.url)).catch(initInlined) : init(place)))
    .catch((error: unknown) => {
      whole = undefined;
      throw error;
    });
  return whole;
}

/** The formats that the lean module reads. */
const LEAN = ["canonical", "text"];

/**
 * Fetches and starts the module that reads a format: the lean one for those that it has, if there is one. With a
 * language, its words are fetched at the same time.
 *
 * @example
 * ```js
 * await load("canonical"); // the small module will do
 * document.querySelector("main").replaceChildren();
 * mount(document.querySelector("main"), article);
 * ```
 */
export function load(format?: string, language?: string): Promise<void> {
  if (whole || (format && !LEAN.includes(format))) return ready();
  if (language) expectLanguage(language);
  lean ??= init(new URL("./newsprint-lean.wasm", import.meta.url)).catch((error: unknown) => {
    lean = undefined;
    // What the page does not allow, it does not allow of the other module either.
    if (error instanceof NewsprintError && error.code === "wasm-refused") throw error;
    // A host that has not kept the lean module has the whole one.
    return ready();
  });
  return lean;
}

/** How often something can be missing: the words of a language, and then the format of another source. */
const MISSING = 2;

/**
 * Runs `work` as soon as there is a module, and again with what it was missing: the whole module for a format, or the
 * words of a language.
 *
 * @example
 * ```js
 * const html = await withModule(() => renderToString(text));
 * ```
 */
export async function withModule<T>(work: () => T): Promise<T> {
  await load();
  for (let missed = 0; ; missed++) {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof NewsprintError) || missed === MISSING) throw error;
      if (error.code === "format-unread") await ready();
      // A host that has not kept the file has the whole module, with all of them.
      else if (error.language) await fetchLanguage(error.language).catch(() => ready());
      else throw error;
    }
  }
}
