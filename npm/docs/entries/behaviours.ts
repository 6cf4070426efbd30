/**
 * What readers can do with an article beyond reading it: embeds that ask first, enlarged pictures, notes beside their references, live blogs. No WebAssembly.
 *
 * ```js
 * import "newsprint/behaviours.css";
 * import { start } from "newsprint/behaviours";
 *
 * start();
 * ```
 *
 * @module newsprint/behaviours
 */
export * from "../../dist/behaviours.js";
