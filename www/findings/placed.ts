// Turns what the package says into findings with their places in the text. Knows lines and errors, not articles.

import type { Diagnostic } from "newsprint/url";
import type { Problem } from "../page/jobs.js";
import { Failure } from "../page/renderer.js";
import { offsetOf, type Range } from "../source/place.js";
import { type Finding, sorted } from "./finding.js";

/** What stands at a place: a string, a link or picture of Markdown, a heading, a tag, a word, or one sign. */
const THING = /"(?:[^"\\\n]|\\.)*"?|!?\[[^\]\n]*\](?:\([^)\n]*\))?|#+[^\n]*|<[^>\n]*>?|[\p{L}\p{N}_-]+|[^\n]/uy;

/** Returns the findings, the gravest first, each with its place in the source. */
export function placed(source: string, diagnostics: readonly (Diagnostic | Finding)[]): Finding[] {
  return sorted(diagnostics.map((diagnostic) => ({ ...diagnostic, range: rangeOf(source, diagnostic) })));
}

/** Returns the finding that stands for an error, which is all there is to say then. */
export function failure(error: unknown): Finding {
  return { ...problemOf(error), severity: "error" };
}

function problemOf(error: unknown): Problem {
  if (error instanceof Failure) return error.problem;
  return { code: "preview", message: error instanceof Error ? error.message : String(error) };
}

/** A diagnostic knows where it begins; it is about what begins there. */
function rangeOf(source: string, { line, column }: Diagnostic | Finding): Range | undefined {
  if (line === undefined) return undefined;
  const from = offsetOf(source, line, column ?? 1);
  THING.lastIndex = from;
  return { from, to: from + (THING.exec(source)?.[0].length ?? 0) };
}
