/**
 * The functions over WebAssembly that is streamed from beside the file, with the reader of the format and the words of the language that an article needs.
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
