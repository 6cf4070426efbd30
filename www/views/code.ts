// The views that are text with a syntax: HTML, plain text, JSON-LD, canonical JSON. Knows how to show text, not how it
// is made.

import type { Mode } from "../source/area.js";
import type { CodeView } from "../source/code.js";
import { code } from "../source/editor.js";
import { pretty } from "./pretty.js";
import type { Shown, View } from "./view.js";

interface Row extends Pick<View, "id" | "label" | "about" | "ending" | "type" | "text"> {
  mode: Mode;
  /** Returns what is shown, where that is not what is copied. */
  display?(shown: Shown): string;
}

/** Beyond this HTML is not indented: nobody reads so much. */
const MOST = 1_000_000;

const viewers = new WeakMap<HTMLElement, CodeView>();

function view({ mode, display, ...row }: Row): View {
  return {
    ...row,
    async show(panel, shown) {
      const [text, { CodeView }] = await Promise.all([display ? display(shown) : row.text(shown), code()]);
      const viewer = viewers.get(panel) ?? new CodeView(panel, mode, row.label);
      viewers.set(panel, viewer);
      viewer.text = text;
    },
  };
}

export const html = view({
  id: "html",
  label: "HTML",
  about: "The article element as a host gets it, indented here for reading. Copy and download are the exact bytes.",
  ending: "html",
  type: "text/html",
  mode: "html",
  text: ({ html }) => html,
  display: ({ html, steps }) => (html.length > MOST ? html : pretty(steps)),
});

export const text = view({
  id: "text",
  label: "Text",
  about: "The article as plain text, for messages, archives and search.",
  ending: "txt",
  type: "text/plain",
  mode: "text",
  text: (shown) => shown.ask("text"),
});

export const jsonLd = view({
  id: "json-ld",
  label: "JSON-LD",
  about: "What search engines are told about the article, in the words of schema.org.",
  ending: "jsonld",
  type: "application/ld+json",
  mode: "json",
  text: (shown) => shown.ask("jsonLd"),
});

export const canonical = view({
  id: "json",
  label: "JSON",
  about: "The article in Newsprint's own format: all that was read, and nothing of how it looks.",
  ending: "json",
  type: "application/json",
  mode: "json",
  text: (shown) => shown.ask("canonical"),
});
