// The words that behaviours add, in the language of where they are added. Knows languages, not what is done with words.

import languages from "../../core/words.js";

/** The words by their names; `{}` is where a name or a number is put in. */
export interface BehaviourWords {
  embedLoad: string;
  embedNotice: string;
  embedSkip: string;
  enlarge: string;
  close: string;
  next: string;
  previous: string;
  notLoaded: string;
  /** By the categories of plurals (CLDR). */
  newPosts: Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>;
}

/** Other names of languages (BCP 47), and which script a region writes. */
const ALIASES: Record<string, string> = {
  no: "nb", iw: "he", in: "id", zh: "zh-Hans", "zh-tw": "zh-Hant", "zh-hk": "zh-Hant", "zh-mo": "zh-Hant",
};
const byTag = new Map(Object.entries(languages).map(([tag, words]) => [tag.toLowerCase(), words]));

/** Returns the words for a place in a page, with those that a host says in its own way. */
export function wordsFor(place: Element, own?: Partial<BehaviourWords>): BehaviourWords {
  return { ...find(languageOf(place)), ...own };
}

/** Returns the language of a place in a page, as its nearest ancestor says it. */
export function languageOf(place: Element): string {
  const root = place.getRootNode();
  const named = place.closest("[lang]") ?? (root instanceof ShadowRoot ? root.host.closest("[lang]") : null);
  return named?.getAttribute("lang") || "en";
}

function find(tag: string): BehaviourWords {
  const parts = tag.toLowerCase().split("-");
  for (let count = parts.length; count > 0; count--) {
    const name = parts.slice(0, count).join("-");
    const words = byTag.get(ALIASES[name]?.toLowerCase() ?? name);
    if (words) return words;
  }
  return languages.en!;
}

/** Returns a word with what is put into it. */
export function fill(word: string, name: string): string {
  return word.replace("{}", () => name);
}

/** Returns how many new posts there are, in words. */
export function newPosts(count: number, words: BehaviourWords, language: string): string {
  let form: Intl.LDMLPluralRule = "other";
  let number = String(count);
  try {
    form = new Intl.PluralRules(language).select(count);
    number = count.toLocaleString(language);
  } catch {
    // A tag that is none says nothing about plurals.
  }
  return fill(words.newPosts[form] ?? words.newPosts.other!, number);
}
