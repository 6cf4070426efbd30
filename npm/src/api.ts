// The functions of the package over whichever way the wasm module is loaded.

import * as core from "../core/newsprint.js";
import { build } from "./build.js";
import { NewsprintError } from "./error.js";
import type { Api } from "./functions.js";
import { type Module, run } from "./instance.js";
import { show } from "./show.js";
import { encode } from "./source.js";
import { html, steps } from "./tree.js";
import type { Options, Rendering, Source } from "./types.js";
import { viewed } from "./view.js";

type Work<T> = (bytes: Uint8Array, options: unknown) => T;

/** Returns the functions; `load` is called for the module when the first of them is. */
export function makeApi(load: () => Module): Api {
  const over =
    <T>(work: Work<T>) =>
    (source: Source, options?: Options): T => {
      const bytes = encode(source);
      return run(load, () => work(bytes, withoutViews(options)));
    };
  /** Does the plain work, unless the host has views of its own: then the tree is written after it has had its say. */
  const viewedBy = (plain: Work<Rendering>, written: typeof html) => (source: Source, options?: Options): Rendering => {
    if (!hasViews(options)) return over(plain)(source, options);
    const rendering: Rendering = over(core.toParts)(source, options);
    return { ...rendering, html: viewed(rendering, source, options).map(written).join("") };
  };
  const read = over(core.read);
  const render = viewedBy(core.render, html);
  const plainString = over(core.renderToString);
  const plainBytes = over(core.renderToBytes);
  const built = viewedBy(core.toSteps, steps);
  return {
    render,
    renderToString: (source, options) => (hasViews(options) ? render(source, options).html : plainString(source, options)),
    renderToBytes: (source, options) =>
      hasViews(options) ? new TextEncoder().encode(render(source, options).html) : plainBytes(source, options),
    read(source, options) {
      const reading = read(source, options);
      return { ...reading, article: JSON.parse(reading.article) };
    },
    check: over(core.check),
    toText: over(core.toText),
    toJsonLd: over(core.toJsonLd),
    toSteps: (source, options) => built(source, options).html,
    mount(element, source, options) {
      const document = documentOf(element);
      const { html, ...mounting } = built(source, options);
      element.replaceChildren(build(html, document));
      return mounting;
    },
    patch(element, source, options) {
      documentOf(element);
      const { html, ...mounting } = built(source, options);
      show(element, html);
      return mounting;
    },
    formats: () => run(load, core.formats),
  };
}

function hasViews(options: Options | undefined): options is Options {
  return Boolean(options?.components || options?.slots);
}

function withoutViews(options: Options | undefined): unknown {
  // Anything else is handed on as it is, so that the wasm can say what is wrong with it.
  if (typeof options !== "object" || options === null || !("components" in options || "slots" in options)) return options;
  const { components, slots, ...own } = options;
  return own;
}

/** Not only what the types allow arrives here. */
function documentOf(element: Element): Document {
  const document = (element as Element | undefined)?.ownerDocument;
  if (document) return document;
  throw new NewsprintError({ code: "element", message: "the element is none" });
}
