// The readers of formats, of which a page needs its own alone. Knows their names and which need others, nothing of formats.

import needs from "../core/needs.js";
import { lacking } from "./instance.js";

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
  if (format === "seldom") return [...new Set(lacking().flatMap(readers))];
  return needs[format]?.split(" ") ?? [];
}

