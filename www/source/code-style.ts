// How the editor looks: the page's own colours, which its custom properties carry in. Knows no syntax.

import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { EditorView } from "@codemirror/view";
import { tags } from "@lezer/highlight";

const colours = HighlightStyle.define([
  { tag: [tags.propertyName, tags.attributeName], color: "var(--code-name)" },
  { tag: [tags.string, tags.attributeValue], color: "var(--code-string)" },
  { tag: [tags.number, tags.bool, tags.null, tags.atom], color: "var(--code-value)" },
  { tag: [tags.tagName, tags.typeName, tags.heading], color: "var(--code-tag)" },
  { tag: tags.heading, fontWeight: "650" },
  { tag: [tags.link, tags.url], color: "var(--code-link)" },
  { tag: tags.emphasis, fontStyle: "italic" },
  { tag: tags.strong, fontWeight: "700" },
  { tag: tags.strikethrough, textDecoration: "line-through" },
  { tag: tags.monospace, color: "var(--code-value)" },
  { tag: [tags.comment, tags.meta, tags.processingInstruction, tags.punctuation, tags.bracket, tags.angleBracket], color: "var(--quiet)" },
]);

const box = EditorView.theme({
  "&": { height: "100%", color: "var(--ink)", backgroundColor: "var(--panel)" },
  "&.cm-focused": { outline: "2px solid var(--focus)", outlineOffset: "-2px" },
  ".cm-scroller": { font: "var(--code-font)", lineHeight: "1.6" },
  ".cm-content": { padding: ".5rem 0 2rem", caretColor: "var(--ink)" },
  ".cm-line": { padding: "0 1rem 0 .5rem" },
  ".cm-gutters": { backgroundColor: "var(--panel)", color: "var(--quiet)", border: "0", fontVariantNumeric: "tabular-nums" },
  ".cm-lineNumbers .cm-gutterElement": { minWidth: "2.25rem", padding: "0 .25rem 0 .5rem" },
  ".cm-foldGutter .cm-gutterElement": { width: "1rem", cursor: "pointer", textAlign: "center" },
  ".cm-foldPlaceholder": { background: "var(--hover)", color: "var(--ink)", border: "1px solid var(--line)", borderRadius: "4px", padding: "0 .35rem", margin: "0 .2rem" },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "var(--line-active)" },
  ".cm-activeLineGutter": { color: "var(--ink)" },
  "&.cm-focused .cm-matchingBracket": { backgroundColor: "var(--match)", outline: "1px solid var(--edge)" },
  ".cm-selectionMatch": { backgroundColor: "var(--match)" },
  ".cm-searchMatch": { backgroundColor: "var(--match)", outline: "1px solid var(--edge)" },
  ".cm-searchMatch-selected": { backgroundColor: "var(--match-strong)" },
  ".cm-gutter-lint": { width: "1.1rem" },
  ".cm-gutter-lint .cm-gutterElement": { padding: ".25rem .1rem" },
  ".cm-lint-marker": { width: ".9rem", height: ".9rem" },
  ".cm-lint-marker-error": { content: "none", background: "var(--error)", clipPath: "polygon(30% 0, 70% 0, 100% 30%, 100% 70%, 70% 100%, 30% 100%, 0 70%, 0 30%)" },
  ".cm-lint-marker-warning": { content: "none", background: "var(--warning)", clipPath: "polygon(50% 5%, 100% 95%, 0 95%)" },
  ".cm-lint-marker-info": { content: "none", background: "var(--info)", borderRadius: "50%" },
  ".cm-lintRange": { backgroundImage: "none", paddingBottom: "0", textDecoration: "underline wavy 1px", textUnderlineOffset: ".2em" },
  ".cm-lintRange-error": { textDecorationColor: "var(--error)" },
  ".cm-lintRange-warning": { textDecorationColor: "var(--warning)" },
  ".cm-lintRange-info": { textDecorationColor: "var(--info)" },
  ".cm-lintRange-active": { backgroundColor: "var(--match)" },
  ".cm-tooltip": { backgroundColor: "var(--panel)", color: "var(--ink)", border: "1px solid var(--edge)", borderRadius: "8px", font: "var(--page-font)", maxWidth: "26rem", overflow: "hidden" },
  ".cm-diagnostic": { padding: ".5rem .75rem", whiteSpace: "normal" },
  ".cm-diagnostic-error": { borderLeft: "3px solid var(--error)" },
  ".cm-diagnostic-warning": { borderLeft: "3px solid var(--warning)" },
  ".cm-diagnostic-info": { borderLeft: "3px solid var(--info)" },
  ".cm-panels": { backgroundColor: "var(--ground)", color: "var(--ink)" },
  ".cm-panels.cm-panels-top": { borderBottom: "1px solid var(--line)" },
  ".cm-panel.cm-search": { display: "flex", flexWrap: "wrap", alignItems: "center", gap: ".35rem", padding: ".5rem 2.5rem .5rem .75rem", font: "var(--page-font)" },
  ".cm-panel.cm-search br": { display: "none" },
  ".cm-panel.cm-search :is(input, button, label)": { margin: "0", fontSize: ".8125rem" },
  ".cm-panel.cm-search label": { display: "flex", alignItems: "center", gap: ".25rem", minHeight: "1.5rem" },
  ".cm-panel.cm-search [name=close]": { inset: ".4rem .5rem auto auto", width: "1.75rem", height: "1.75rem", color: "inherit", fontSize: "1.1rem" },
  ".cm-textfield": { minHeight: "1.9rem", padding: "0 .5rem", backgroundColor: "var(--panel)", color: "var(--ink)", border: "1px solid var(--edge)", borderRadius: "6px" },
  ".cm-button": { minHeight: "1.9rem", padding: "0 .6rem", background: "var(--panel)", color: "var(--ink)", border: "1px solid var(--edge)", borderRadius: "6px" },
  ":is(.cm-textfield, .cm-button, .cm-search input, .cm-search button):focus-visible": { outline: "2px solid var(--focus)", outlineOffset: "1px" },
});

export const style = [syntaxHighlighting(colours), box];
