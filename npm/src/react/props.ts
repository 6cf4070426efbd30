// What a React host hands in, and how it becomes the element's attributes. Knows React's names, nothing of rendering.

import type { NewsprintError } from "../error.js";
import type { Mounting, Options, Source } from "../types.js";

/** The properties of `Article`. */
export interface ArticleProps {
  /** The article: its text, its bytes, or an object. */
  source?: Source | undefined;
  /** Where the article is, for the browser to load; what the server renders is `source`. */
  src?: string | undefined;
  /** How it is read and shown. */
  options?: Options | undefined;
  /** `light` or `dark`, whatever the system says. */
  theme?: "light" | "dark" | undefined;
  className?: string | undefined;
  id?: string | undefined;
  /** In the browser: the article stands in the page. */
  onRender?: ((mounting: Mounting) => void) | undefined;
  /** In the browser: what there is to say about it. */
  onDiagnostics?: ((diagnostics: Mounting["diagnostics"]) => void) | undefined;
  /** In the browser: there is no article to show. */
  onError?: ((error: NewsprintError) => void) | undefined;
}

/** The element that both sides render. */
export const ELEMENT = "newsprint-article";

/** Returns the attributes, which are the same on the server and in the browser. */
export function attributes({ src, theme, className, id }: ArticleProps): Record<string, string | undefined> {
  return { src, id, class: className, theme, "data-np-theme": theme };
}
