/**
 * The functions with no WebAssembly attached: begin with `init` or `initSync`.
 *
 * ```js
 * import { init, render } from "newsprint/slim";
 *
 * await init("/static/newsprint.wasm");
 * render(text);
 * ```
 *
 * @module newsprint/slim
 */
export * from "../../dist/slim.js";
