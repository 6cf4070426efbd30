// The syntaxes that the editor has colours and folds for. Knows syntax, not the formats of articles.

import {
  defineLanguageFacet,
  foldInside,
  foldNodeProp,
  indentNodeProp,
  continuedIndent,
  foldService,
  Language,
  LRLanguage,
  syntaxTree,
} from "@codemirror/language";
import type { Extension } from "@codemirror/state";
import { parser as jsonParser } from "@lezer/json";
import type { Mode } from "./area.js";

const json = LRLanguage.define({
  name: "json",
  parser: jsonParser.configure({
    props: [
      indentNodeProp.add({ Object: continuedIndent({ except: /^\s*\}/ }), Array: continuedIndent({ except: /^\s*\]/ }) }),
      foldNodeProp.add({ "Object Array": foldInside }),
    ],
  }),
  languageData: { closeBrackets: { brackets: ["[", "{", '"'] }, indentOnInput: /^\s*[\}\]]$/ },
});

/** Returns what the editor needs for a syntax; those that fewer people need are fetched when they are. */
export async function extensionOf(mode: Mode): Promise<Extension> {
  if (mode === "json") return json;
  if (mode === "markdown") return markdown();
  if (mode === "html") return html();
  return [];
}

async function markdown(): Promise<Extension> {
  const { parser, GFM } = await import("@lezer/markdown");
  return [new Language(defineLanguageFacet(), parser.configure(GFM), [], "markdown"), sections];
}

async function html(): Promise<Extension> {
  const { parser } = await import("@lezer/html");
  const folds = foldNodeProp.add({
    Element(node) {
      const { firstChild: open, lastChild: close } = node;
      return open && close && open.to < close.from ? { from: open.to, to: close.from } : null;
    },
  });
  return LRLanguage.define({ name: "html", parser: parser.configure({ props: [folds] }) });
}

/** A heading folds what stands under it, down to the next one that is not lower. */
const sections = foldService.of((state, lineStart, lineEnd) => {
  let level = 0;
  let end = state.doc.length;
  syntaxTree(state).iterate({
    from: lineStart,
    enter({ name, from }) {
      const found = Number(/^(?:ATX|Setext)Heading(\d)$/.exec(name)?.[1] ?? 0);
      if (!found) return;
      if (from < lineEnd && !level) level = found;
      else if (level && found <= level && from > lineEnd) end = Math.min(end, from - 1);
    },
  });
  return level && end > lineEnd ? { from: lineEnd, to: end } : null;
});
