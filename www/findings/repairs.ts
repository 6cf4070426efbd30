// What mends a finding for certain: a change of the source that follows from it, or from words that somebody gives.
// Knows codes and the syntaxes they are found in; never makes up words.

import type { Change } from "../source/area.js";
import { members, withMember } from "../source/members.js";
import type { Finding } from "./finding.js";

/** A way to mend a finding. */
export interface Repair {
  label: string;
  /** What has to be said first, where words are needed. */
  asks?: string;
  changes(words: string): Change[];
}

type Make = (finding: Finding, source: string, start: number) => Repair[];

const MAKES: Record<string, Make> = {
  "img-alt-missing": (...found) => [...alternative(...found), ...decorative(...found)],
  "img-alt-whitespace": (...found) => [...alternative(...found), ...decorative(...found)],
  "img-alt-filename": alternative,
  "img-alt-equals-caption": alternative,
  "heading-skip": level,
  "heading-empty": removed,
  "headline-missing": headline,
  "embed-title-missing": title,
  "lang-invalid": language,
  "key-unknown": meant,
  "block-unknown": meant,
  "inline-unknown": meant,
};

/**
 * Returns the ways to mend a finding; there are none where somebody has to decide more than words. Formats differ in what
 * they call things, so whoever applies one sees first whether it takes the finding away.
 */
export function repairs(finding: Finding, source: string): Repair[] {
  const make = MAKES[finding.code];
  const start = finding.range?.from ?? 0;
  return make ? make(finding, source, start) : [];
}

function alternative(_: Finding, source: string, start: number): Repair[] {
  const changes = (words: string): Change[] => alternativeText(source, start, words);
  return alternativeText(source, start, "x").length ? [{ label: "Write it", asks: "What does the picture show?", changes }] : [];
}

/** What formats call the alternative text. */
const ALT = ["alt", "altText", "alternativeText", "alt_text", "alternative_text", "accessibilityCaption", "alttext", "description_alt"];

function alternativeText(source: string, start: number, words: string): Change[] {
  if (source[start] === "{") {
    const key = members(source, start).find(({ key }) => ALT.includes(key))?.key ?? "alt";
    return withMember(source, start, key, words);
  }
  const rest = source.slice(start, start + 4000);
  const markdown = /^!\[((?:[^\]\\]|\\.)*)\]/.exec(rest);
  if (markdown) return [{ from: start + 2, to: start + 2 + (markdown[1]?.length ?? 0), insert: words.replaceAll(/[[\]\\]/g, "\\$&") }];
  const tag = /^<img\b[^>]*/i.exec(rest)?.[0];
  if (tag === undefined) return [];
  const value = words.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
  const now = /\salt\s*(=\s*("[^"]*"|'[^']*'|[^\s>]+))?/i.exec(tag);
  const from = start + (now ? now.index : 4);
  return [{ from, to: from + (now?.[0].length ?? 0), insert: ` alt="${value}"` }];
}

/** Only the canonical format can say so, which calls a picture one, and only a person can know. */
function decorative(_: Finding, source: string, start: number): Repair[] {
  const isOurs = members(source, start).some(({ key, value }) => (key === "type" && source.slice(value.from, value.to) === '"image"') || key === "creditText");
  if (!isOurs) return [];
  return [{ label: "It is decorative", changes: () => withMember(source, start, "decorative", true) }];
}

function level({ message }: Finding, source: string, start: number): Repair[] {
  const expected = Number(/(\d) was expected/.exec(message)?.[1]);
  if (!expected) return [];
  const label = `Make it level ${expected}`;
  if (source[start] === "{") return [{ label, changes: () => withMember(source, start, "level", expected) }];
  const signs = /^#{1,6}(?=\s)/.exec(source.slice(start, start + 7))?.[0];
  return signs ? [{ label, changes: () => [{ from: start, to: start + signs.length, insert: "#".repeat(expected) }] }] : [];
}

/** A heading without words is not shown, so that nothing is lost with it. */
function removed(_: Finding, source: string, start: number): Repair[] {
  const line = /^#{1,6}[ \t]*(?:\n|$)/.exec(source.slice(start, start + 200))?.[0];
  return line === undefined ? [] : [{ label: "Remove the heading", changes: () => [{ from: start, to: start + line.length, insert: "" }] }];
}

function headline(_: Finding, source: string): Repair[] {
  const start = source.search(/\S/);
  const asks = "What is the headline?";
  if (source[start] === "{") return [{ label: "Write it", asks, changes: (words) => withMember(source, start, "headline", words) }];
  if (source[start] === "<" || start === -1) return [];
  const front = /^(---|\+\+\+)\n[^]*?\n\1[ \t]*(?:\n|$)/.exec(source)?.[0].length ?? 0;
  return [{ label: "Write it", asks, changes: (words) => [{ from: front, to: front, insert: `${front ? "\n" : ""}# ${words}\n\n` }] }];
}

function title(_: Finding, source: string, start: number): Repair[] {
  if (source[start] !== "{") return [];
  return [{ label: "Write it", asks: "What does it show?", changes: (words) => withMember(source, start, "title", words) }];
}

/** `en_GB` can only be meant as `en-GB`. */
function language(_: Finding, source: string, start: number): Repair[] {
  const value = valueAt(source, start);
  const tag = /[A-Za-z]{2,3}(?:_[A-Za-z0-9]{2,8})+/.exec(value)?.[0];
  if (!tag) return [];
  const from = start + value.indexOf(tag);
  const insert = tag.replaceAll("_", "-");
  return [{ label: `Write ${insert}`, changes: () => [{ from, to: from + tag.length, insert }] }];
}

/** The finding says what a key, a block or a piece of a line is called here that other systems call otherwise. */
function meant({ message }: Finding, source: string, start: number): Repair[] {
  const name = /did you mean `(\w+)`\?$/.exec(message)?.[1];
  if (name === undefined) return [];
  const label = `Call it ${name}`;
  const key = /^"(?:[^"\\]|\\.)*"/.exec(source.slice(start, start + 200))?.[0];
  if (key !== undefined) return [{ label, changes: () => [{ from: start, to: start + key.length, insert: JSON.stringify(name) }] }];
  const type = members(source, start).find(({ key }) => key === "type");
  if (!type) return [];
  const [, level, ordered] = /^"(?:h([1-6])|(ol))"$/.exec(source.slice(type.value.from, type.value.to)) ?? [];
  const changes = (): Change[] => [
    ...withMember(source, start, "type", name),
    ...(level ? withMember(source, start, "level", Number(level)) : []),
    ...(ordered ? withMember(source, start, "ordered", true) : []),
  ];
  return [{ label, changes }];
}

/** What begins at the place: the language of an object, or the value itself. */
function valueAt(source: string, start: number): string {
  const member = members(source, start).find(({ key }) => /^lang/.test(key));
  return source.slice(start, member ? member.value.to : start + 200).split("\n")[0] ?? "";
}

/** Returns the source with the changes made. */
export function changed(source: string, changes: readonly Change[]): string {
  let out = source;
  // From the end, so that the places of the others stay.
  for (const { from, to, insert } of changes.toSorted((one, other) => other.from - one.from)) out = out.slice(0, from) + insert + out.slice(to);
  return out;
}
