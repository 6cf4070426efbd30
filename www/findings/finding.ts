// What there is to say about an article, in order of gravity. Knows severities and places, not articles.

import type { Severity } from "newsprint/url";
import type { Range } from "../source/place.js";

/** A diagnostic of the package, or an error that kept it from reading anything. */
export interface Finding {
  code: string;
  severity: Severity;
  message: string;
  line?: number | undefined;
  column?: number | undefined;
  pointer?: string | undefined;
  /** The place in the text, where there is one. */
  range?: Range | undefined;
}

export const SEVERITIES: readonly Severity[] = ["error", "warning", "info"];

export const WORDS: Record<Severity, { one: string; many: string; label: string }> = {
  error: { one: "error", many: "errors", label: "Error" },
  warning: { one: "warning", many: "warnings", label: "Warning" },
  info: { one: "note", many: "notes", label: "Note" },
};

/** Returns the findings with the gravest first, otherwise as they stand in the source. */
export function sorted(findings: readonly Finding[]): Finding[] {
  return findings.toSorted((one, other) => SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity));
}

export function count(findings: readonly { severity: Severity }[], severity: Severity): number {
  return findings.filter((finding) => finding.severity === severity).length;
}

/** Returns how many there are of each severity, in words. */
export function summary(findings: readonly Finding[]): string {
  const counts = SEVERITIES.flatMap((severity) => {
    const number = count(findings, severity);
    const { one, many } = WORDS[severity];
    return number === 0 ? [] : [`${number} ${number === 1 ? one : many}`];
  });
  return counts.length === 0 ? "Nothing to mend" : counts.join(", ");
}
