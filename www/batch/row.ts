// What was found in one of many articles, and how rows are ordered. Knows findings, not how they are shown.

import { count, type Finding, sorted, SEVERITIES } from "../findings/finding.js";
import { csv } from "../page/csv.js";

export interface Row {
  name: string;
  source: string;
  format: string;
  errors: number;
  warnings: number;
  notes: number;
  /** The gravest finding. */
  first: Finding | undefined;
  findings: readonly Finding[];
}

export type Column = "name" | "format" | "errors" | "warnings" | "notes" | "first";

export const COLUMNS: Record<Column, string> = {
  name: "Article",
  format: "Format",
  errors: "Errors",
  warnings: "Warnings",
  notes: "Notes",
  first: "Gravest finding",
};

export function row(name: string, source: string, format: string, found: readonly Finding[]): Row {
  const findings = sorted(found);
  const [errors = 0, warnings = 0, notes = 0] = SEVERITIES.map((severity) => count(findings, severity));
  return { name, source, format, errors, warnings, notes, first: findings[0], findings };
}

/** Returns the rows by a column: words from A to Z, numbers from the highest. */
export function ordered(rows: readonly Row[], column: Column, isTurned: boolean): Row[] {
  const collator = new Intl.Collator("en", { numeric: true });
  const compared = (one: Row, other: Row): number => {
    if (column === "errors" || column === "warnings" || column === "notes") return other[column] - one[column];
    if (column === "first") return collator.compare(one.first?.code ?? "~", other.first?.code ?? "~");
    return collator.compare(one[column], other[column]);
  };
  const list = rows.toSorted(compared);
  return isTurned ? list.reverse() : list;
}

/** Returns every finding of every article, one a line. */
export function findingsAsCsv(rows: readonly Row[]): string {
  const lines = rows.flatMap(({ name, format, findings }) => {
    if (findings.length === 0) return [[name, format, "", "", "", "", ""]];
    return findings.map(({ severity, code, message, line, column }) => [name, format, severity, code, message, line ?? "", column ?? ""]);
  });
  return [["article", "format", "severity", "code", "message", "line", "column"], ...lines].map(csv).join("\r\n");
}
