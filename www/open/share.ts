// An article in a link: compressed into the fragment, which browsers send to nobody. Knows text, not formats.

import { LONGEST } from "./text.js";

/** What a link holds. */
export interface Shared {
  name: string;
  source: string;
  /** Where relative addresses lead, on this site. */
  base: string;
  from?: string | undefined;
}

const KEY = "#article=";

/** What mail programs, chats and browsers still carry. */
export const LONGEST_LINK = 32_000;

/** Returns the link, or nothing where it would be too long. */
export async function link(shared: Shared): Promise<string | undefined> {
  const packed = await through(new TextEncoder().encode(JSON.stringify(shared)), new CompressionStream("deflate-raw"), LONGEST);
  const url = new URL(location.pathname, location.origin);
  const whole = url.href + KEY + base64(packed);
  return whole.length > LONGEST_LINK ? undefined : whole;
}

/** Takes what is shared out of the page's address, which then is as short as before; nothing of it is trusted. */
export async function shared(): Promise<Shared | undefined> {
  const { hash } = location;
  if (!hash.startsWith(KEY)) return undefined;
  history.replaceState(null, "", location.pathname + location.search);
  if (hash.length > LONGEST_LINK) throw new Error("the link is too long to hold an article");
  try {
    const bytes = await through(bytesOf(hash.slice(KEY.length)), new DecompressionStream("deflate-raw"), LONGEST);
    return checked(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)));
  } catch {
    throw new Error("the link does not hold an article: part of it may be missing");
  }
}

function checked(value: unknown): Shared {
  const { name, source, base, from } = value as Record<string, unknown>;
  if (typeof source !== "string") throw new TypeError("there is no source");
  const url = typeof base === "string" ? URL.parse(base, document.baseURI) : null;
  return {
    source,
    name: typeof name === "string" ? name.slice(0, 100) : "shared",
    base: url?.origin === location.origin ? url.href : document.baseURI,
    from: typeof from === "string" && /^[a-z-]{1,40}$/.test(from) ? from : undefined,
  };
}

/** A small file can hold an endless one: no more than `most` bytes come out. */
async function through(bytes: Uint8Array<ArrayBuffer>, change: CompressionStream | DecompressionStream, most: number): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for await (const part of new Blob([bytes]).stream().pipeThrough(change)) {
    parts.push(part as Uint8Array<ArrayBuffer>);
    length += part.length;
    if (length > most) throw new RangeError("there is more in it than can be read");
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

function base64(bytes: Uint8Array): string {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (character) => character.charCodeAt(0));
}
