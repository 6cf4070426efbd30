// Tables as text for spreadsheets. Knows cells, not what is in them.

/** Returns a row of a table as a line of CSV (RFC 4180); what a spreadsheet would run is made text. */
export function csv(cells: readonly (string | number)[]): string {
  return cells.map((cell) => `"${String(cell).replace(/^[=+\-@\t\r]/, "'$&").replaceAll('"', '""')}"`).join(",");
}
