// `newsprint/url`: the wasm module is streamed from beside this file.

import { init, type Place } from "./slim.js";

export * from "./slim.js";

let started: Promise<void> | undefined;

/** Fetches and starts the wasm module, once; the functions work when this has resolved. */
export function ready(place: Place = new URL("./newsprint.wasm", import.meta.url)): Promise<void> {
  started ??= init(place).catch((error: unknown) => {
    started = undefined;
    throw error;
  });
  return started;
}
