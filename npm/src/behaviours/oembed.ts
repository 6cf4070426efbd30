// Asks a provider by oEmbed (oembed.com) where something is shown. Knows the request and the answer, nothing of pages or
// consent. Of the markup in an answer it takes the address of the frame, and nothing else; pages are not searched for
// who might be asked, since that would ask somebody whom the host has not named.

import type { Sized } from "./providers.js";

/** A provider that is asked by oEmbed, once the reader agrees. */
export interface OembedProvider {
  /** Its name, under which readers are asked and what they agree to is remembered. */
  provider: string;
  /** The addresses that it shows, such as `https://*.film.example/watch/*`; `*` stands for anything. */
  addresses: readonly string[];
  /** Where it answers: on https, or on the page's own server, which then asks for it. */
  endpoint: string;
  /** The hosts that frames and pictures may come from, such as `player.film.example`; that of `endpoint` if not given. */
  hosts?: readonly string[] | undefined;
  /** Width by height such as `16 / 9`, or a height in pixels, whatever is answered: what is kept before the answer. */
  size?: string | number | undefined;
}

/** What a provider has answered. */
export interface Answer extends Sized {
  kind: "frame" | "picture";
  src: string;
}

/** Returns who is asked about an address, if anybody. */
export function oembedOf(address: string, table: readonly OembedProvider[] = []): OembedProvider | undefined {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) return undefined;
  return table.find(({ addresses }) => addresses.some((pattern) => fits(pattern, url)));
}

/** Host and rest are compared apart, so that what stands for anything in one of them cannot reach into the other. */
function fits(pattern: string, { host, pathname, search }: URL): boolean {
  const [, hosts, rest] = /^https?:\/\/([^/]+)(.*)$/.exec(pattern) ?? [];
  return hosts !== undefined && like(hosts, host) && like(rest || "/", pathname + search);
}

function like(pattern: string, text: string): boolean {
  const parts = pattern.split("*").map((part) => part.replaceAll(/[^\w/]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`).test(text);
}

/** Asks, without cookies, and returns the answer, if it is one that can be shown. */
export async function ask({ endpoint, hosts, size }: OembedProvider, address: string): Promise<Answer> {
  const place = new URL(endpoint.replace("{format}", "json"), document.baseURI);
  if (place.protocol !== "https:" && place.origin !== location.origin) throw new TypeError(`not on https: ${place}`);
  place.searchParams.set("format", "json");
  place.searchParams.set("url", address);
  const signal = AbortSignal.timeout(10_000);
  const response = await fetch(place, { credentials: "omit", referrerPolicy: "strict-origin-when-cross-origin", signal });
  const { type, url, html, width, height } = await response.json();
  const isPicture = type === "photo";
  const src = new URL(isPicture ? url : frameIn(String(html)), place);
  // A frame of the page's own origin could take its sandbox away.
  const isSafe = src.protocol === "https:" && !src.username && !src.password && src.origin !== location.origin;
  if (!isSafe || !(hosts ?? [place.host]).some((host) => like(host, src.host))) throw new TypeError(`not from there: ${src}`);
  return { kind: isPicture ? "picture" : "frame", src: src.href, size: size ?? sizeOf(Number(width), Number(height)) };
}

/** Returns the address of the first frame in markup; a wrong one is no harm, since it has to be on one of the hosts. */
function frameIn(html: string): string {
  const [, double, single] = /<iframe\s(?:[^>]*\s)?src\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(html.slice(0, 10_000)) ?? [];
  const address = double ?? single;
  if (address === undefined) throw new TypeError("no frame");
  return address.replaceAll(/&(amp|#0*38|#x0*26);/gi, "&");
}

function sizeOf(width: number, height: number): string | number | undefined {
  if (!(height > 0 && height <= 5000)) return undefined;
  return width > 0 ? `${width} / ${height}` : height;
}
