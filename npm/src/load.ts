// Streams the wasm module from beside this file, and with it what a page needs alone. Knows when, nothing of articles.

import { NewsprintError } from "./error.js";
import { init, type Place } from "./instance.js";
import { fetchLanguage, fetchLanguages } from "./languages.js";

/** Where a bundler has not kept the files, there is the module that it has bundled, with all readers and languages. */
async function initInlined(): Promise<void> {
  const { decode } = await import("./inlined.js");
  return init(decode());
}

/** Takes the module that was bundled where another cannot be fetched; what the page does not allow, it allows of neither. */
function unlessRefused(error: unknown): Promise<void> {
  if (error instanceof NewsprintError && error.code === "wasm-refused") throw error;
  return initInlined();
}

let started: Promise<void> | undefined;

function start(place?: Place): Promise<void> {
  const module = () => (place ? init(place) : init(new URL("./newsprint.wasm", import.meta.url)).catch(unlessRefused));
  started ??= module().catch((error: unknown) => {
    started = undefined;
    throw error;
  });
  return started;
}

/** Most pages show articles of their own, in the format that needs no reader. */
async function fetchReader(format: string): Promise<void> {
  const { fetchReader } = await import("./fetch-readers.js");
  return fetchReader(format, start());
}

/**
 * Fetches and starts everything, once: the module, the readers of all formats and the words of all languages; every
 * function works when this has resolved.
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
  await start(place);
  // The module that was bundled has all of it.
  await Promise.all([fetchLanguages(), fetchReader("*")]).catch(initInlined);
}

/**
 * Fetches and starts the module and what reads a format. With a language, its words are fetched at the same time.
 *
 * @example
 * ```js
 * await load("markdown", "de"); // the reader of Markdown and the German words
 * document.querySelector("main").replaceChildren();
 * mount(document.querySelector("main"), article);
 * ```
 */
export async function load(format?: string, language?: string): Promise<void> {
  // Without its reader or its words an article still asks for them.
  const more = Promise.allSettled([format && fetchReader(format), language && fetchLanguage(language)]);
  await Promise.all([start(), more]);
}

/**
 * Runs `work` as soon as there is a module, and again with what it was missing: the reader of a format, or the words of
 * a language.
 *
 * @example
 * ```js
 * const html = await withModule(() => renderToString(text));
 * ```
 */
export async function withModule<T>(work: () => T): Promise<T> {
  await load();
  for (let last: string | undefined; ; ) {
    try {
      return work();
    } catch (error) {
      const { reader, language } = error instanceof NewsprintError ? error : {};
      const missing = reader ?? language;
      if (!missing || missing === last) throw error;
      last = missing;
      await (reader ? fetchReader(reader) : fetchLanguage(missing)).catch(initInlined);
    }
  }
}
