// The words of languages, of which a page needs its own alone. Knows their files, nothing of what they say.

import files from "../core/languages.js";
import { addLanguages, notStarted, run } from "./instance.js";

/**
 * Adds the words of a language to a module that has only the English ones, as those that are files have.
 *
 * @example
 * ```js
 * import german from "newsprint/languages/de";
 * import { addLanguage, init, renderToString } from "newsprint/slim";
 *
 * await init("/newsprint/newsprint.wasm");
 * addLanguage(german);
 * ```
 */
export function addLanguage(texts: string): void {
  run(notStarted, () => addLanguages([texts]));
}

/** Fetches the words of a language, or of the one that it is a kind of, and adds them; one without a file has none to add. */
export async function fetchLanguage(tag: string): Promise<void> {
  const file = await (files[tag] ?? files[tag.split("-", 1)[0]!])?.();
  if (file) addLanguages([file.default]);
}

/** Fetches the words of all languages and adds them. */
export async function fetchLanguages(): Promise<void> {
  const { default: texts } = await import("../core/all-languages.js");
  addLanguages(texts);
}
