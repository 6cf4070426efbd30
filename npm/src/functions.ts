// The functions that every entry of the package has, as their callers see them. Knows nothing of how they are made: the
// build turns this interface into the declarations that are published.

import type { Diagnostic, FormatRow, Mounting, Options, Reading, Rendering, Source } from "./types.js";

/** The functions that every entry of the package has. */
export interface Api {
  /**
   * Returns the article as HTML, with what there is to say about it.
   *
   * Whatever the article says, it is rendered; what is wrong with it is in `diagnostics`. Only what is no article at all
   * throws a `NewsprintError`.
   *
   * @example
   * ```js
   * import { readFile } from "node:fs/promises";
   * import { render } from "newsprint";
   *
   * const { html, diagnostics, format, language } = render(await readFile("ferry.md"), { headingLevel: 2 });
   * for (const { severity, line, message } of diagnostics) console.warn(severity, line, message);
   * ```
   */
  render(source: Source, options?: Options): Rendering;
  /**
   * Returns the article as HTML.
   *
   * @example
   * ```js
   * renderToString("# Night ferry returns\n\nThe *Aurora* sails again.");
   * // <article class="np-article" …>…</article>
   * ```
   */
  renderToString(source: Source, options?: Options): string;
  /**
   * Returns the article as HTML in UTF-8: what a server sends, without a string in between.
   *
   * @example
   * ```js
   * response.end(renderToBytes(await readFile("ferry.json")));
   * ```
   */
  renderToBytes(source: Source, options?: Options): Uint8Array;
  /**
   * Returns the article as canonical JSON, whatever it was written in, with what there is to say about it.
   *
   * @example
   * ```js
   * const { article, format } = read(await readFile("story.json"));
   * console.log(format, article.headline); // ans Night ferry returns
   * ```
   */
  read(source: Source, options?: Options): Reading;
  /**
   * Returns what there is to say about the article, without rendering it.
   *
   * @example
   * ```js
   * const errors = check(text).filter(({ severity }) => severity === "error");
   * if (errors.some(({ code }) => code === "img-alt-missing")) askForAlternativeText();
   * ```
   */
  check(source: Source, options?: Options): Diagnostic[];
  /**
   * Returns the article as plain text.
   *
   * @example
   * ```js
   * await sendMail({ html: renderToString(article), text: toText(article) });
   * ```
   */
  toText(source: Source, options?: Options): string;
  /**
   * Returns the article as schema.org JSON-LD, in which nothing can end the `script` that it is put into.
   *
   * @example
   * ```js
   * const head = `<script type="application/ld+json">${toJsonLd(article, { base: "https://news.example/ferry" })}</script>`;
   * ```
   */
  toJsonLd(source: Source, options?: Options): string;
  /**
   * Returns the steps that build the article's nodes: what a server sends to pages that show it live, and a worker to its
   * page.
   *
   * @example
   * ```js
   * app.get("/ferry/steps", async (request, response) => response.type("text/plain").send(toSteps(await article())));
   * ```
   */
  toSteps(source: Source, options?: Options): string;
  /**
   * Returns the formats that can be read, in the order in which a source is held against them.
   *
   * @example
   * ```js
   * formats().map(({ name }) => name); // ["canonical", …, "text"]
   * ```
   */
  formats(): FormatRow[];
  /**
   * Builds the article as DOM nodes, which replace the children of `element`; no HTML is parsed.
   *
   * @example
   * ```js
   * mount(document.querySelector("main"), await (await fetch("/articles/ferry.json")).text());
   * ```
   */
  mount(element: Element, source: Source, options?: Options): Mounting;
  /**
   * Changes the article that stands in `element` into this version of it, and nothing that is the same in both: focus,
   * selection, playback and open details survive.
   *
   * @example
   * ```js
   * const main = document.querySelector("main");
   * mount(main, article);
   * patch(main, { ...article, headline: "Night ferry is late" }); // the headline alone is touched
   * ```
   */
  patch(element: Element, source: Source, options?: Options): Mounting;
}
