// The functions of the package over whichever way the wasm module is loaded.

import * as core from "../core/newsprint.js";
import { NewsprintError } from "./error.js";
import { type Module, run } from "./instance.js";
import type { Api, Options, Source } from "./types.js";

/** Returns the functions; `load` is called for the module when the first of them is. */
export function makeApi(load: () => Module): Api {
  const over =
    <T>(work: (bytes: Uint8Array, options: Options | undefined) => T) =>
    (source: Source, options?: Options): T => {
      const bytes = encode(source);
      return run(load, () => work(bytes, options));
    };
  const read = over(core.read);
  return {
    render: over(core.render),
    renderToString: over(core.renderToString),
    renderToBytes: over(core.renderToBytes),
    read(source, options) {
      const reading = read(source, options);
      return { ...reading, article: JSON.parse(reading.article) };
    },
    check: over(core.check),
    toText: over(core.toText),
    toJsonLd: over(core.toJsonLd),
    mount: (element, source, options) =>
      over((bytes) => core.mount(element, bytes, options))(source),
  };
}

const encoder = new TextEncoder();

function encode(source: Source): Uint8Array {
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
