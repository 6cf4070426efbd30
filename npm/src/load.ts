// Streams the wasm modules from beside this file, the lean one first where it will do. Knows addresses, nothing of articles.

import { NewsprintError } from "./error.js";
import { init, type Place } from "./instance.js";
import { fetchLanguage, fetchLanguages } from "./languages.js";

/** Where a bundler has not kept the files, there is the module that it has bundled, with the words of all languages. */
async function initInlined(): Promise<void> {
  const { decode } = await import("./inlined.js");
  return init(decode());
}

let lean: Promise<void> | undefined;
let whole: Promise<void> | undefined;

/**
 * Fetches and starts the whole module, once, with the words of all languages; every function works when this has
 * resolved.
 *
 * @example
 * ```js
 * import { ready, renderToString } from "newsprint/url";
 *
 * await ready();
 * renderToString(text);
 * ```
 */
export async function ready(place?: Place): Promise<void> {
  const languages = fetchLanguages().then(() => true, () => false);
  await startWhole(place);
  if (!(await languages)) await initInlined();
}

function startWhole(place?: Place): Promise<void> {
  // The lean module, if it is on its way, must not arrive later and take the place of the whole one.
  whole ??= Promise.resolve(lean)
    .catch(() => {})
    .then(() => (place === undefined ? init(new URL("./newsprint.wasm", import.meta.url)).catch(unlessRefused(initInlined)) : init(place)))
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
 * await load("canonical", "de"); // the small module and the German words will do
 * document.querySelector("main").replaceChildren();
 * mount(document.querySelector("main"), article);
 * ```
 */
export async function load(format?: string, language?: string): Promise<void> {
  const module = whole || (format && !LEAN.includes(format)) ? startWhole() : startLean();
  // Without its words an article still asks for them.
  await Promise.all([module, language && fetchLanguage(language).catch(() => {})]);
}

function startLean(): Promise<void> {
  lean ??= init(new URL("./newsprint-lean.wasm", import.meta.url)).catch((error: unknown) => {
    lean = undefined;
    // A host that has not kept the lean module has the whole one.
    return unlessRefused(startWhole)(error);
  });
  return lean;
}

/** What the page does not allow, it does not allow of another module either. */
function unlessRefused(otherwise: () => Promise<void>): (error: unknown) => Promise<void> {
  return (error) => {
    if (error instanceof NewsprintError && error.code === "wasm-refused") throw error;
    return otherwise();
  };
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
      if (error.code === "format-unread") await startWhole();
      else if (error.language) await fetchLanguage(error.language).catch(initInlined);
      else throw error;
    }
  }
}
