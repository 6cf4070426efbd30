// The table of views, in the order of their tabs. A view is a file and a row.

import { canonical, html, jsonLd, text } from "./code.js";
import { diff } from "./diff.js";
import { ears } from "./ears.js";
import { figures } from "./figures.js";
import { outline } from "./outline.js";
import type { View } from "./view.js";

/** The article itself, which stands in the page's frame. */
const article: View = {
  id: "article",
  label: "Article",
  about: "",
  ending: "html",
  type: "text/html",
  show() {},
  text: ({ html }) => html,
};

export const VIEWS: readonly View[] = [article, html, outline, ears, text, jsonLd, canonical, figures, diff];
