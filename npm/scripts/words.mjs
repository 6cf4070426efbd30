// Takes the words that the behaviours add out of the languages of the crate, so that there is one place for them. Knows
// how the rows are written, nothing of what the words are for.

import { readdirSync, readFileSync } from "node:fs";

const locale = new URL("../../src/locale/", import.meta.url);

/** The words by their names in the crate and in the package. */
const WORDS = {
  embed_load: "embedLoad", embed_notice: "embedNotice", embed_skip: "embedSkip", enlarge: "enlarge", close: "close",
  next: "next", previous: "previous", not_loaded: "notLoaded",
};
const FORMS = ["zero", "one", "two", "few", "many"];
const STRING = '"((?:[^"\\\\]|\\\\.)*)"';

/** Returns the words of every language by its tag. */
export function words() {
  const rows = readdirSync(locale).map((file) => readFileSync(new URL(file, locale), "utf8")).filter((text) => / tag: "/.test(text));
  const whole = rows.filter((text) => /^ {4}embed_load: /m.test(text));
  return Object.fromEntries(whole.map((text) => [string(text, "tag"), language(text)]));
}

function language(text) {
  const own = Object.entries(WORDS).map(([name, ours]) => [ours, string(text, name)]);
  return { ...Object.fromEntries(own), newPosts: plural(text) };
}

function string(text, name) {
  const found = new RegExp(`^ {4}${name}:\\s*${STRING}`, "m").exec(text);
  if (!found) throw new Error(`no \`${name}\` in ${text.slice(0, 60)}`);
  return unescaped(found[1]);
}

function plural(text) {
  const [, row] = /^ {4}new_posts: (.*?)\n {4}\w+:/ms.exec(text) ?? [];
  const forms = FORMS.map((form) => [form, new RegExp(`\\b${form}: Some\\(\\s*${STRING}`).exec(row)?.[1]]);
  const other = new RegExp(`Plural::always\\(\\s*${STRING}`).exec(row)?.[1] ?? new RegExp(`other: ${STRING}`).exec(row)?.[1];
  if (other === undefined) throw new Error(`no plural in ${row}`);
  return Object.fromEntries([...forms, ["other", other]].filter(([, form]) => form !== undefined).map(([form, word]) => [form, unescaped(word)]));
}

function unescaped(text) {
  return text.replaceAll(/\\u\{(\w+)\}/g, (_, code) => String.fromCodePoint(Number.parseInt(code, 16))).replaceAll(/\\(["\\])/g, "$1");
}
