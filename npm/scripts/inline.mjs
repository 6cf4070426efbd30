// Writes bytes as text for a script, and the script that reads them. Knows bytes and characters, nothing of wasm.
//
// A byte is one character where it is small, as most of WebAssembly is, and two where it is not. Base64 cuts bytes into
// pieces, so that what repeats in them does not repeat in the text: compressed, it weighs a third more than the bytes.
// This weighs three hundredths more.

/** The printable characters but those that a string, a template or a page's markup would have to escape. */
const DIGITS = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).filter((digit) => !"\"'\\`$<".includes(digit));
/** How many values one character has; the first two characters say that the value of the next is so much more. */
const ONE = DIGITS.length - 2;

/** Returns the text of `bytes`. */
export function encode(bytes) {
  const texts = Array.from({ length: 256 }, (_, byte) => {
    const more = Math.floor(byte / ONE);
    return (more ? DIGITS[more - 1] : "") + DIGITS[2 + (byte % ONE)];
  });
  return Array.from(bytes, (byte) => texts[byte]).join("");
}

/** Returns a module that has `bytes` as text, and how the text is read. */
export function inlined(bytes) {
  return `export default ${JSON.stringify(encode(bytes))};\nexport const digits = ${JSON.stringify(DIGITS.join(""))};\n`;
}
