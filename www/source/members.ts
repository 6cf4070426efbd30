// The members of an object in JSON text, with their places, so that one can be written or changed without touching the
// rest. Knows JSON's signs, not what the members mean. The text may be broken: what cannot be followed ends the list.

import type { Change } from "./area.js";
import type { Range } from "./place.js";

export interface Member {
  key: string;
  value: Range;
}

const SPACE = /[\s]*/y;
const STRING = /"(?:[^"\\\n]|\\.)*"/y;
const SCALAR = /[^\s,\]}"[{]+/y;

/** Returns the members of the object that begins at `start`. */
export function members(text: string, start: number): Member[] {
  const found: Member[] = [];
  if (text[start] !== "{") return found;
  let at = skip(text, start + 1);
  while (text[at] === '"') {
    const keyEnd = match(STRING, text, at);
    const colon = skip(text, keyEnd);
    if (keyEnd === at || text[colon] !== ":") break;
    const from = skip(text, colon + 1);
    const to = valueEnd(text, from);
    if (to === from) break;
    found.push({ key: unquoted(text.slice(at, keyEnd)), value: { from, to } });
    const next = skip(text, to);
    if (text[next] !== ",") break;
    at = skip(text, next + 1);
  }
  return found;
}

/** Returns what gives the object at `start` the member: its value is changed, or it is written in front of the others. */
export function withMember(text: string, start: number, key: string, value: unknown): Change[] {
  if (text[start] !== "{") return [];
  const all = members(text, start);
  const now = all.find((member) => member.key === key);
  const insert = JSON.stringify(value);
  if (now) return [{ ...now.value, insert }];
  // The new one goes behind the first, which as a rule says what the object is, and is spaced as that one is.
  const first = all[0];
  const to = first ? first.value.to : start + 1;
  const space = /^\{(\s*)/.exec(text.slice(start, start + 200))?.[1] ?? "";
  return [{ from: to, to, insert: first ? `,${space || " "}"${key}": ${insert}` : ` "${key}": ${insert} ` }];
}

/** Objects and arrays are followed by counting their brackets, so their depth does not matter. */
function valueEnd(text: string, from: number): number {
  let depth = 0;
  let at = from;
  while (at < text.length) {
    const sign = text[at];
    if (sign === '"') {
      const end = match(STRING, text, at);
      if (text[end - 1] !== '"' || end === at + 1) return from;
      at = end;
    } else if (sign === "{" || sign === "[") depth++, at++;
    else if (sign === "}" || sign === "]") depth--, at++;
    else if (sign === "," || sign === ":") at++;
    else at = match(SCALAR, text, at);
    if (depth <= 0) return at;
    const next = skip(text, at);
    if (next === at && !text[at]) return from;
    at = next;
  }
  return from;
}

function skip(text: string, at: number): number {
  return match(SPACE, text, at);
}

/** Returns where the match ends, or one further where there is none. */
function match(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at + 1;
}

function unquoted(text: string): string {
  try {
    return String(JSON.parse(text));
  } catch {
    return text;
  }
}
