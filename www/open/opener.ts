// Opens articles from wherever they are. Knows samples, files, addresses and links, not what is done with an article.

import { fetchFar } from "./far.js";
import { type Asked, nameOf, type Opened } from "./place.js";
import { shared } from "./share.js";
import { textOf } from "./text.js";

/** What is done with what is opened. */
export interface Takes {
  /** Ends when the article is shown. */
  one(source: string, place: Opened, from?: string): Promise<void>;
  many(files: readonly File[]): Promise<void>;
  /** Says something about how it was read. */
  say(words: string): void;
}

export class Opener {
  readonly #takes: Takes;

  constructor(takes: Takes) {
    this.#takes = takes;
  }

  async sample({ place, name, options }: Asked): Promise<void> {
    const url = new URL(place, document.baseURI);
    if (url.origin !== location.origin) throw new Error(`the address opens no document from another site: \`${url.origin}\``);
    const response = await fetch(url);
    if (!response.ok) throw new Error(`cannot open \`${nameOf(url)}\`: ${response.status}`);
    await this.#takes.one(await response.text(), { name: name ?? nameOf(url), base: url, options });
  }

  /** One file is opened; of several, or of one with an article in each line, there is a table. */
  async files(files: readonly File[]): Promise<void> {
    const [file] = files;
    if (!file) return;
    if (files.length > 1 || /\.(jsonl|ndjson)$/i.test(file.name)) return this.#takes.many(files);
    await this.#bytes(new Uint8Array(await file.arrayBuffer()), { name: file.name, base: new URL(document.baseURI) });
  }

  async address(address: string): Promise<void> {
    const bytes = await fetchFar(address);
    const base = new URL(address);
    await this.#bytes(bytes, { name: nameOf(base), base });
  }

  /** Opens what the page's own address holds; returns whether it holds an article. */
  async shared(): Promise<boolean> {
    const found = await shared();
    if (!found) return false;
    await this.#takes.one(found.source, { name: found.name, base: new URL(found.base) }, found.from);
    return true;
  }

  async #bytes(bytes: Uint8Array, place: Opened): Promise<void> {
    const { text, notice } = textOf(bytes, place.name);
    if (notice) this.#takes.say(notice);
    await this.#takes.one(text, place);
  }
}
