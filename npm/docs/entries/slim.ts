/**
 * The functions with no WebAssembly attached: begin with `init` or `initSync`, and add the readers of other formats than the canonical one.
 *
 * ```js
 * import { init, render } from "newsprint/slim";
 *
 * await init("/static/newsprint.wasm");
 * render('{ "type": "article", "headline": "Night ferry returns" }');
 * ```
 *
 * @module newsprint/slim
 */
export * from "../../dist/slim.js";
