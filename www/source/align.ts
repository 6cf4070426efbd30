// Finds where in a source the pieces of what was made of it came from, by their words. Knows text, not formats: what a
// reader has made anew, such as a date that is written out, has no place.

import { type Folded, folded } from "./folded.js";
import type { Range } from "./place.js";

/** Short pieces are found everywhere: they must be as near to the one before as this. */
const NEAR = 2000;
const SHORT = 12;

/** Each piece that is nowhere costs a walk through the whole source. */
const MOST_WALKED = 50_000_000;

/** A source that pieces can be looked for in, one after the other. */
export class Aligner {
  readonly #source: Folded;
  #at = 0;
  #walked = 0;

  constructor(source: string) {
    this.#source = folded(source);
  }

  /** Returns the next place of the piece after the one before, or else its first. */
  next(piece: string): Range | undefined {
    const words = folded(piece).text.trim();
    if (!words || this.#walked > MOST_WALKED) return undefined;
    const at = this.#find(words);
    if (at === -1) return words.length > 60 ? this.#begin(words) : undefined;
    return this.#found(at, words.length);
  }

  /** A long piece that is nowhere as a whole may have been put together: its beginning will do. */
  #begin(words: string): Range | undefined {
    const at = this.#find(words.slice(0, 40));
    return at === -1 ? undefined : this.#found(at, 40);
  }

  #find(words: string): number {
    const { text } = this.#source;
    const ahead = text.indexOf(words, this.#at);
    const isFar = ahead - this.#at > NEAR && words.length < SHORT;
    this.#walked += ahead === -1 ? text.length - this.#at : ahead - this.#at;
    if (ahead !== -1 && !isFar) return ahead;
    const first = words.length < 3 ? -1 : text.lastIndexOf(words, this.#at);
    this.#walked += first === -1 ? this.#at : this.#at - first;
    return first;
  }

  #found(at: number, length: number): Range {
    this.#at = at + length;
    const { places } = this.#source;
    return { from: places[at] ?? 0, to: places[at + length] ?? 0 };
  }
}
