// Writes bytes as text for a script, and the script that reads them. Knows bytes and characters, nothing of wasm.
//
// A byte is one character where it is one of the frequent ones, and two where it is not. Base64 cuts bytes into pieces,
// so that what repeats in them does not repeat in the text: compressed, it weighs a third more than the bytes. This
// weighs a hundredth more.

/** The printable characters but those that a string, a template or a page's markup would have to escape. */
const DIGITS = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).filter((digit) => !"\"'\\`$<".includes(digit));
/** How many values one character has; the first two characters say that the value of the next is so much more. */
const ONE = DIGITS.length - 2;

/** Returns the text of `bytes`: which byte each value stands for, and then the values. */
export function encode(bytes) {
  const texts = Array.from({ length: 256 }, (_, value) => {
    const more = Math.floor(value / ONE);
    return (more ? DIGITS[more - 1] : "") + DIGITS[2 + (value % ONE)];
  });
  const order = frequentFirst(bytes);
  const values = [];
  order.forEach((byte, value) => (values[byte] = value));
  return [...order.map((byte) => texts[byte]), ...Array.from(bytes, (byte) => texts[values[byte]])].join("");
}

/** Returns all bytes in their order, those first that are frequent enough in `bytes` for one character. */
function frequentFirst(bytes) {
  const counts = new Array(256).fill(0);
  for (const byte of bytes) counts[byte]++;
  const all = [...counts.keys()];
  const frequent = new Set([...all].sort((one, other) => counts[other] - counts[one]).slice(0, ONE));
  return [...all.filter((byte) => frequent.has(byte)), ...all.filter((byte) => !frequent.has(byte))];
}

/** Returns a module that has `bytes` as text, and how the text is read. */
export function inlined(bytes) {
  return `export default ${JSON.stringify(encode(bytes))};\nexport const digits = ${JSON.stringify(DIGITS.join(""))};\n`;
}
