// `newsprint/behaviours`: what an article can do in a browser beyond being read: no wasm, one small module for each.

import { type BehaviourOptions, embeds } from "./behaviours/embeds.js";
import type { Stop } from "./behaviours/extra.js";
import { lightbox } from "./behaviours/lightbox.js";
import { notes } from "./behaviours/notes.js";

export { hasConsent, setConsent } from "./behaviours/consent.js";
export { type BehaviourOptions, embeds } from "./behaviours/embeds.js";
export type { Stop } from "./behaviours/extra.js";
export { lightbox } from "./behaviours/lightbox.js";
export { type Live, live, type LiveOptions } from "./behaviours/live.js";
export { notes } from "./behaviours/notes.js";
export type { OembedProvider } from "./behaviours/oembed.js";
export { type Frame, providers, type Recognised, type Recogniser, recognise, type Sized } from "./behaviours/providers.js";
export type { BehaviourWords } from "./behaviours/words.js";

/**
 * Starts embeds, lightbox and notes for all that is in `root`, now and later; returns what ends them.
 *
 * @example
 * ```js
 * import { start } from "newsprint/behaviours";
 *
 * start();
 * ```
 */
export function start(root: ParentNode & Node = document, options?: BehaviourOptions): Stop {
  const stops = [embeds(root, options), lightbox(root, options), notes(root, options)];
  return () => stops.forEach((stop) => stop());
}
