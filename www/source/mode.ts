// Which syntax a source has, by its first sign. Knows syntaxes, not the formats of articles.

import type { Mode } from "./area.js";

/** Returns the syntax; `format` is the one that was found, which decides where the signs do not. */
export function modeOf(source: string, format: string): Mode {
  const first = /\S/.exec(source)?.[0];
  if (first === "{" || first === "[") return "json";
  if (first === "<") return "html";
  return format === "markdown" ? "markdown" : "text";
}
