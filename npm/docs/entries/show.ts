/**
 * Puts what `toSteps` made elsewhere, in a worker or on a server, into the page, by patching. No WebAssembly.
 *
 * ```js
 * import { show } from "newsprint/show";
 *
 * show(document.querySelector("main"), await (await fetch("/ferry/steps")).text());
 * ```
 *
 * @module newsprint/show
 */
export * from "../../dist/show.js";
