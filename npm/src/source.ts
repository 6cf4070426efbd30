// A source as bytes, which is how it crosses to the wasm. Knows JavaScript's values, nothing of articles.

import { NewsprintError } from "./error.js";
import type { Source } from "./types.js";

const encoder = new TextEncoder();

/** Returns the bytes of a source. */
export function encode(source: Source): Uint8Array {
  if (typeof source === "string") return encoder.encode(source);
  if (ArrayBuffer.isView(source)) return new Uint8Array(source.buffer, source.byteOffset, source.byteLength);
  if (source instanceof ArrayBuffer) return new Uint8Array(source);
  return encoder.encode(stringify(source));
}

function stringify(source: object): string {
  let json: string | undefined;
  let cause: unknown;
  try {
    // Not only what the types allow arrives here; nothing but an object can be an article.
    if (typeof source === "object" && source !== null) json = JSON.stringify(source);
  } catch (error) {
    cause = error;
  }
  if (typeof json === "string") return json;
  const message = "the source is neither text nor bytes nor an object that can be written as JSON";
  throw new NewsprintError({ code: "source", message }, { cause });
}
