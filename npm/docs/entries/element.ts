/**
 * Defines `<newsprint-article>`, which streams the WebAssembly from beside the file when it has something to render.
 *
 * ```html
 * <script type="module" src="/newsprint/element.js"></script>
 * <newsprint-article src="/articles/ferry.json"><a href="/ferry">Read it here</a></newsprint-article>
 * ```
 *
 * @module newsprint/element
 */
export * from "../../dist/element.js";
