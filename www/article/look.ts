// How readers look at an article, put onto the document that it stands in. Knows settings, not the article.

/** What can differ from reader to reader. */
export interface Look {
  colours: "auto" | "light" | "dark" | "forced";
  medium: "screen" | "print";
  /** The size of text in hundredths of what it is otherwise. */
  size: number;
  /** Whether the distances between letters, words, lines and paragraphs are those of WCAG 1.4.12. */
  spacing: boolean;
  direction: "auto" | "rtl";
}

export const USUAL: Look = { colours: "auto", medium: "screen", size: 100, spacing: false, direction: "auto" };

/** What the media queries of a style sheet said before they were changed. */
const queries = new WeakMap<CSSMediaRule, string>();

/** Shows the document as the reader has it. */
export function apply(document: Document, look: Look): void {
  const { dataset, style } = document.documentElement;
  if (look.colours === "light" || look.colours === "dark") dataset["npTheme"] = look.colours;
  else delete dataset["npTheme"];
  document.documentElement.toggleAttribute("data-forced", look.colours === "forced");
  document.documentElement.toggleAttribute("data-spacing", look.spacing);
  dataset["medium"] = look.medium;
  style.fontSize = look.size === 100 ? "" : `${look.size}%`;
  for (const sheet of document.styleSheets) ask(sheet.cssRules, look);
}

/** Lets the media queries that a browser cannot be told to answer say what the reader would have them say. */
function ask(rules: CSSRuleList, look: Look): void {
  for (const rule of rules) {
    // The rules are of the frame's realm, whose classes are not this one's.
    if (!("cssRules" in rule)) continue;
    if ("media" in rule) set(rule as CSSMediaRule, look);
    ask(rule.cssRules as CSSRuleList, look);
  }
}

function set(rule: CSSMediaRule, look: Look): void {
  const query = queries.get(rule) ?? rule.media.mediaText;
  queries.set(rule, query);
  const holds = (is: boolean): string => (is ? "all" : query);
  const answer = query === "print" ? holds(look.medium === "print") : /forced-colors:\s*active/.test(query) ? holds(look.colours === "forced") : query;
  if (rule.media.mediaText !== answer) rule.media.mediaText = answer;
}
