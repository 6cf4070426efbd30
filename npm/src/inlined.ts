// The wasm module as text in a script. Knows base64, nothing of what is in it.

import base64 from "../core/inline.js";

/** Returns the bytes of the module. */
export function decode(): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
