// Who is embedded: recognised by an address alone, and shown at an address that is made of nothing but the provider and
// an identifier. Knows addresses, nothing of pages or consent.

/** An embed as it is recognised. */
export interface Recognised {
  provider: string;
  id: string;
}

/** How much room something takes. */
export interface Sized {
  /** Width by height, such as `16 / 9`, or a height in pixels. */
  size?: string | number | undefined;
}

/** Where something is shown. */
export interface Frame extends Sized {
  provider: string;
  src: string;
}

/** Says where an address is shown, for providers that only the host knows. */
export type Recogniser = (address: URL) => Frame | undefined;

/** How a provider is recognised and shown. */
interface Provider {
  name: string;
  hosts: readonly string[];
  /** Returns the identifier that an address names, which must be all that is needed to show it. */
  id: (url: URL) => string | undefined;
  frame: (id: string) => string;
  /** Width by height, or a height in pixels. */
  size: string | number;
}

/** Returns what is captured, joined, if the path of the address fits. */
const path = (pattern: RegExp) => (url: URL) => pattern.exec(url.pathname)?.slice(1).filter((part) => part !== undefined).join("/");
const first = (...ways: ((url: URL) => string | undefined)[]) => (url: URL) => {
  for (const way of ways) {
    const id = way(url);
    if (id) return id;
  }
  return undefined;
};
const query = (name: string, pattern: RegExp) => (url: URL) => {
  const value = url.searchParams.get(name);
  return value !== null && pattern.test(value) ? value : undefined;
};
const word = encodeURIComponent;

/** The servers of Mastodon that are known by name: anybody can run one, and nobody unknown is framed. */
const MASTODON = [
  "mastodon.social", "mastodon.online", "mastodon.world", "mstdn.social", "mas.to", "fosstodon.org", "hachyderm.io",
  "infosec.exchange", "journa.host", "newsie.social", "mstdn.jp", "pawoo.net", "troet.cafe", "chaos.social", "social.vivaldi.net",
];

const PROVIDERS: readonly Provider[] = [
  {
    name: "YouTube",
    hosts: ["youtube.com", "www.youtube.com", "m.youtube.com", "music.youtube.com", "youtu.be", "www.youtube-nocookie.com", "youtube-nocookie.com"],
    id: (url) => {
      const short = url.hostname === "youtu.be" ? path(/^\/([\w-]{11})$/)(url) : undefined;
      return short ?? first(query("v", /^[\w-]{11}$/), path(/^\/(?:embed|shorts|live|v)\/([\w-]{11})\/?$/))(url);
    },
    frame: (id) => `https://www.youtube-nocookie.com/embed/${id}`,
    size: "16 / 9",
  },
  {
    name: "Vimeo",
    hosts: ["vimeo.com", "www.vimeo.com", "player.vimeo.com"],
    id: path(/^\/(?:video\/|channels\/[\w-]+\/|groups\/[\w-]+\/videos\/)?(\d+)(?:\/([0-9a-f]+))?\/?$/),
    frame: (id) => {
      const [number, hash] = id.split("/");
      return `https://player.vimeo.com/video/${number}?dnt=1${hash ? `&h=${hash}` : ""}`;
    },
    size: "16 / 9",
  },
  {
    name: "X",
    hosts: ["x.com", "www.x.com", "twitter.com", "www.twitter.com", "mobile.twitter.com"],
    id: path(/^\/(?:\w+|i\/web)\/status(?:es)?\/(\d+)\/?$/),
    frame: (id) => `https://platform.twitter.com/embed/Tweet.html?dnt=true&id=${id}`,
    size: 560,
  },
  {
    name: "Instagram",
    hosts: ["instagram.com", "www.instagram.com"],
    id: path(/^\/(?:[\w.]+\/)?(p|reel|tv)\/([\w-]+)\/?$/),
    frame: (id) => `https://www.instagram.com/${id}/embed/captioned/`,
    size: 720,
  },
  {
    name: "Facebook",
    hosts: ["facebook.com", "www.facebook.com", "m.facebook.com"],
    id: first(path(/^\/([\w.]+\/(?:posts|videos)\/[\w.-]+)\/?$/), (url) => {
      const film = url.pathname === "/watch/" || url.pathname === "/watch" ? query("v", /^\d+$/)(url) : undefined;
      return film && `watch/?v=${film}`;
    }),
    frame: (id) => {
      const plugin = /\/videos\/|^watch/.test(id) ? "video" : "post";
      return `https://www.facebook.com/plugins/${plugin}.php?href=${word(`https://www.facebook.com/${id}`)}&show_text=true`;
    },
    size: 640,
  },
  {
    name: "TikTok",
    hosts: ["tiktok.com", "www.tiktok.com", "m.tiktok.com"],
    id: path(/^\/(?:@[\w.-]+\/video|embed(?:\/v2)?)\/(\d+)\/?$/),
    frame: (id) => `https://www.tiktok.com/embed/v2/${id}`,
    size: 740,
  },
  {
    name: "Bluesky",
    hosts: ["bsky.app"],
    id: path(/^\/profile\/([\w.:-]+)\/post\/(\w+)\/?$/),
    frame: (id) => {
      const [author, post] = id.split("/");
      return `https://embed.bsky.app/embed/${author}/app.bsky.feed.post/${post}`;
    },
    size: 520,
  },
  {
    name: "Mastodon",
    hosts: MASTODON,
    id: (url) => {
      const post = path(/^\/(@\w+(?:@[\w.-]+)?\/\d+)\/?$/)(url);
      return post && `${url.hostname}/${post}`;
    },
    frame: (id) => `https://${id}/embed`,
    size: 480,
  },
  {
    name: "Spotify",
    hosts: ["open.spotify.com"],
    id: path(/^\/(?:intl-[a-z]+\/)?(?:embed\/)?(track|album|artist|episode|show|playlist)\/([A-Za-z0-9]+)\/?$/),
    frame: (id) => `https://open.spotify.com/embed/${id}`,
    size: 352,
  },
  {
    name: "SoundCloud",
    hosts: ["soundcloud.com", "www.soundcloud.com", "m.soundcloud.com"],
    id: path(/^\/([\w-]+\/(?:sets\/)?[\w-]+)\/?$/),
    frame: (id) => `https://w.soundcloud.com/player/?url=${word(`https://soundcloud.com/${id}`)}`,
    size: 300,
  },
  {
    name: "Datawrapper",
    hosts: ["datawrapper.dwcdn.net", "www.datawrapper.de"],
    id: path(/^\/(?:_\/)?(\w{5})(?:\/\d+)?\/?$/),
    frame: (id) => `https://datawrapper.dwcdn.net/${id}/`,
    size: 480,
  },
  {
    name: "Flourish",
    hosts: ["public.flourish.studio", "flo.uri.sh"],
    id: path(/^\/(visualisation|story)\/(\d+)(?:\/embed)?\/?$/),
    frame: (id) => `https://flo.uri.sh/${id}/embed`,
    size: 575,
  },
  {
    name: "Google Maps",
    hosts: ["www.google.com", "google.com", "maps.google.com"],
    id: (url) => {
      const isMap = url.hostname === "maps.google.com" || /^\/maps(\/|$)/.test(url.pathname);
      const place = path(/^\/maps\/(?:place|search)\/([^/]+)/)(url) ?? path(/^\/maps\/@(-?[\d.]+,-?[\d.]+)/)(url);
      if (!isMap) return undefined;
      const drawn = url.pathname === "/maps/embed" ? query("pb", /^[\w!.%:-]+$/)(url) : undefined;
      return drawn ? `pb=${word(drawn)}` : first(() => place && decoded(place), (url) => url.searchParams.get("q") ?? undefined)(url);
    },
    frame: (id) => (id.startsWith("pb=") ? `https://www.google.com/maps/embed?${id}` : `https://www.google.com/maps?q=${word(id)}&output=embed`),
    size: "4 / 3",
  },
];

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return undefined;
  }
}

/**
 * Returns who an address belongs to, if it is one of those who can be shown.
 *
 * @example
 * ```js
 * recognise("https://youtu.be/dQw4w9WgXcQ?si=x"); // { provider: "YouTube", id: "dQw4w9WgXcQ" }
 * ```
 */
export function recognise(address: string): Recognised | undefined {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return undefined;
  }
  // The whole host is compared, as a browser reads it; nothing that could name another one is let through.
  if (!/^https?:$/.test(url.protocol) || url.username || url.password || url.port) return undefined;
  const provider = PROVIDERS.find(({ hosts }) => hosts.includes(url.hostname));
  const id = provider?.id(url);
  return provider && id ? { provider: provider.name, id } : undefined;
}

/** Returns where the thing that an address names is shown, if somebody known shows it; the host is asked first. */
export function frameOf(address: string, own?: Recogniser): Frame | undefined {
  const theirs = own && URL.canParse(address) ? own(new URL(address)) : undefined;
  if (theirs) return URL.canParse(theirs.src) && new URL(theirs.src).protocol === "https:" ? theirs : undefined;
  const known = recognise(address);
  const provider = known && PROVIDERS.find(({ name }) => name === known.provider);
  return provider && { provider: provider.name, src: provider.frame(known.id), size: provider.size };
}

/**
 * Returns the names of all who can be shown.
 *
 * @example
 * ```js
 * consentManager.list(providers()); // ["YouTube", "Vimeo", …]
 * ```
 */
export function providers(): string[] {
  return PROVIDERS.map(({ name }) => name);
}
