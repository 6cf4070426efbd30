// The wasm module as text in a script. Knows how bytes are written as text, nothing of what is in them.

import text, { digits } from "../core/inline.js";

/** Returns the bytes of the module: `scripts/inline.mjs` says how they are written. */
export function decode(): Uint8Array<ArrayBuffer> {
  const one = digits.length - 2;
  const values = new Uint8Array(128);
  for (let value = 0; value < digits.length; value++) values[digits.charCodeAt(value)] = value;
  const bytes = new Uint8Array(text.length);
  let [length, more] = [0, 0];
  for (let at = 0; at < text.length; at++) {
    const value = values[text.charCodeAt(at)]!;
    if (value < 2) more = one * (value + 1);
    else {
      // The first 256 say which byte each value stands for.
      const read = more + value - 2;
      bytes[length] = length < 256 ? read : bytes[read]!;
      length++;
      more = 0;
    }
  }
  return bytes.subarray(256, length);
}
