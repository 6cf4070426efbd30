/**
 * The functions, with the WebAssembly inlined: nothing is fetched, nothing has to be started. In Node, Deno, Bun, bundlers and edge runtimes.
 *
 * ```js
 * import { render } from "newsprint";
 *
 * const { html, diagnostics } = render("# Night ferry returns\n\nThe *Aurora* sails again.");
 * ```
 *
 * @module newsprint
 */
export * from "../../dist/index.js";
