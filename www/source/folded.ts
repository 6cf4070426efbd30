// A text without what differs between a source and what is made of it: escapes, kinds of quotation marks and dashes,
// runs of white space. Knows characters, not formats.

/** The folded text, and for each of its units where it was; one more tells where the text ended. */
export interface Folded {
  text: string;
  places: Uint32Array;
}

/** What stays as it is; or escapes of JSON and Markdown, references of HTML, runs of one kind, or one character. */
const PIECE = /([^\\&\s\u00a0\-\u2010-\u2015.‘’‚“”„«»…\u00ad\u200b]+)|\\u[0-9a-fA-F]{4}|\\[^]|&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[a-z]{2,6});|[\s\u00a0]+|[-\u2010-\u2015]+|\.{2,}|[^]/gu;

const ESCAPES: Record<string, string> = { "\\n": " ", "\\t": " ", "\\r": " ", "\\\n": " " };
const NAMED: Record<string, string> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'", "&nbsp;": " " };
const ALIKE: Record<string, string> = { "‘": "'", "’": "'", "‚": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "…": ".", "\u00ad": "", "\u200b": "" };

export function folded(text: string): Folded {
  const places = new Uint32Array(text.length + 1);
  let length = 0;
  let out = "";
  let last = "";
  for (const { 0: piece, 1: plain, index } of text.matchAll(PIECE)) {
    if (plain) {
      for (let unit = 0; unit < plain.length; unit++) places[length++] = index + unit;
      out += last = plain;
      continue;
    }
    const now = fold(piece);
    if (now === "" || (now === " " && last === " ")) continue;
    for (let unit = 0; unit < now.length; unit++) places[length++] = index;
    out += now;
    last = now;
  }
  places[length] = text.length;
  return { text: out, places: places.subarray(0, length + 1) };
}

function fold(piece: string): string {
  if (piece in ALIKE) return ALIKE[piece] ?? "";
  const first = piece[0] ?? "";
  if (piece.length > 1 && first === "\\") return unescaped(piece);
  if (piece.length > 1 && first === "&") return referred(piece);
  if (/^[\s\u00a0]/.test(piece)) return " ";
  if (/^[-\u2010-\u2015]/.test(piece)) return "-";
  return piece.length > 2 && first === "." ? "." : piece;
}

function unescaped(piece: string): string {
  const known = ESCAPES[piece];
  if (known !== undefined) return known;
  return piece.length === 6 ? fold(String.fromCharCode(Number.parseInt(piece.slice(2), 16))) : fold(piece.slice(1));
}

function referred(piece: string): string {
  const code = /^&#(x?)([0-9a-f]+);$/i.exec(piece);
  if (!code) return NAMED[piece] ?? piece;
  const number = Number.parseInt(code[2] ?? "", code[1] ? 16 : 10);
  return number <= 0x10ffff ? fold(String.fromCodePoint(number)) : piece;
}
