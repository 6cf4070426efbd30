// The words of languages, of which a page needs its own alone. Knows their files, nothing of what they say.

import { addLanguage as add } from "../core/newsprint.js";
import files from "../core/languages.js";
import { notStarted, run } from "./instance.js";

/**
 * Adds the words of a language to the lean module, which has the English ones; the whole module has them all.
 *
 * @example
 * ```js
 * import german from "newsprint/languages/de";
 * import { addLanguage, init, renderToString } from "newsprint/slim";
 *
 * await init("/newsprint/newsprint-lean.wasm");
 * addLanguage(german);
 * ```
 */
export function addLanguage(texts: string): void {
  run(notStarted, () => add(new TextEncoder().encode(texts)));
}

/** Fetches the words of a language and adds them. */
export async function fetchLanguage(tag: string): Promise<void> {
  const file = await files[tag]!();
  addLanguage(file.default);
}

/** Begins to fetch the words of a language that will most likely be needed. */
export function expectLanguage(tag: string): void {
  (files[tag] ?? files[tag.split("-", 1)[0]!])?.().catch(() => {});
}
