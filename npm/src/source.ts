// A source as bytes, which is how it crosses to the wasm. Knows JavaScript's values, nothing of articles.

import { NewsprintError } from "./error.js";
import type { Source } from "./types.js";

const encoder = new TextEncoder();

/** Returns the bytes of a source. */
export function encode(source: Source): Uint8Array {
  let cause: unknown;
  try {
    const bytes = bytesOf(source);
    if (bytes) return bytes;
  } catch (error) {
    // A buffer that was given away, a cycle, a getter or a proxy that throws.
    cause = error;
  }
  const message = "the source is neither text nor bytes nor an object that can be written as JSON";
  throw new NewsprintError({ code: "source", message }, { cause });
}

/** Not only what the types allow arrives here; nothing but an object can be an article. */
function bytesOf(source: Source): Uint8Array | undefined {
  if (typeof source === "string") return encoder.encode(source);
  if (typeof source !== "object" || source === null) return undefined;
  if (source instanceof Uint8Array) return source;
  if (ArrayBuffer.isView(source)) return new Uint8Array(source.buffer, source.byteOffset, source.byteLength);
  if (source instanceof ArrayBuffer) return new Uint8Array(source);
  const json: string | undefined = JSON.stringify(source);
  return json === undefined ? undefined : encoder.encode(json);
}
