// A place in a text, found from the lines and columns that findings have. Knows text, nothing of articles.

/** From where to where, in UTF-16 units, which is what JavaScript counts in. */
export interface Range {
  from: number;
  to: number;
}

/** Returns where a line, from 1, and a column in characters, from 1, are in the text. */
export function offsetOf(text: string, line: number, column: number): number {
  let start = 0;
  for (let left = line - 1; left > 0; left--) {
    const end = text.indexOf("\n", start);
    if (end === -1) return text.length;
    start = end + 1;
  }
  return start + unitsOf(lineAt(text, start), column - 1);
}

function lineAt(text: string, start: number): string {
  const end = text.indexOf("\n", start);
  return text.slice(start, end === -1 ? undefined : end);
}

/** A character beyond the first 65,536 is two units. */
function unitsOf(line: string, characters: number): number {
  let units = 0;
  for (let left = characters; left > 0 && units < line.length; left--) {
    units += (line.codePointAt(units) ?? 0) > 0xffff ? 2 : 1;
  }
  return units;
}
