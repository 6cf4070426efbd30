// The readers of formats, of which a page needs its own alone. Knows their names and which need others, nothing of formats.

import needs from "../core/needs.js";
import { isAdded } from "./instance.js";

/** The parts that lack what no typical article needs, which is a part of its own. */
const DIVIDED = ["common", "markdown-blocks", "html-blocks", "html"];

/**
 * Returns what reads a format, or does what an error's `reader` names, in the order in which it is to be added: the files
 * `readers/NAME.wasm` of the package. The canonical format needs none.
 *
 * @example
 * ```js
 * readers("ninjs"); // ["common", "common-3", "formats", "ninjs"], for instance
 * ```
 */
export function readers(format: string): string[] {
  // The core, which is always there, lacks it as well.
  if (format === "seldom") return [...new Set(["canonical", ...DIVIDED.filter(isAdded)].flatMap((name) => readers(`${name}-seldom`)))];
  return needs[format]?.split(" ") ?? [];
}

