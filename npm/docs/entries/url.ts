/**
 * The functions over WebAssembly that is streamed from beside the file: the small module first, the whole one where a format needs it.
 *
 * ```js
 * import { mount, withModule } from "newsprint/url";
 *
 * await withModule(() => mount(document.querySelector("main"), text));
 * ```
 *
 * @module newsprint/url
 */
export * from "../../dist/url.js";
