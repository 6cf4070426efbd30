// The custom properties of the theme, as its style sheet has them. Knows CSS, not what the properties do.

/** A colour in the light and in the dark, each as `#rrggbb`. */
export interface Colour {
  light: string;
  dark: string;
}

/** Returns the properties that the theme gives to an article, with their values. */
export function properties(document: Document): Map<string, string> {
  const found = new Map<string, string>();
  for (const sheet of document.styleSheets) collect(sheet.cssRules, found);
  return found;
}

function collect(rules: CSSRuleList, found: Map<string, string>): void {
  for (const rule of rules) {
    if ("selectorText" in rule) {
      const { selectorText, style } = rule as CSSStyleRule;
      if (selectorText !== ":where(.np-article)") continue;
      for (const name of style) if (name.startsWith("--np-") && !found.has(name)) found.set(name, style.getPropertyValue(name).trim());
    } else if ("cssRules" in rule && !("media" in rule)) {
      collect(rule.cssRules as CSSRuleList, found);
    }
  }
}

/** Returns the colour that a value is, if it is one of two that are written out. */
export function colourOf(value: string): Colour | undefined {
  const [, light, dark] = /^light-dark\(\s*(#[0-9a-f]{3,6})\s*,\s*(#[0-9a-f]{3,6})\s*\)$/i.exec(value) ?? [];
  return light && dark ? { light: long(light), dark: long(dark) } : undefined;
}

function long(colour: string): string {
  return colour.length === 4 ? `#${[...colour.slice(1)].map((digit) => digit + digit).join("")}` : colour.toLowerCase();
}
