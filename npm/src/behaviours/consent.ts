// What the reader has agreed to, provider by provider, and who wants to know. Knows names, nothing of embeds.

/** The key under which the browser remembers it. */
const KEY = "newsprint-consent";

type Listener = (provider: string) => void;
const listeners = new Set<Listener>();
let agreed: Set<string> | undefined;

function remembered(): Set<string> {
  try {
    const names: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return new Set(Array.isArray(names) ? names.filter((name) => typeof name === "string") : []);
  } catch {
    // Where nothing may be stored, everybody is asked each time.
    return new Set();
  }
}

/**
 * Returns whether the reader has agreed to a provider.
 *
 * @example
 * ```js
 * if (hasConsent("YouTube")) preconnect("https://www.youtube-nocookie.com");
 * ```
 */
export function hasConsent(provider: string): boolean {
  agreed ??= remembered();
  return agreed.has(provider);
}

/**
 * Says that the reader agrees to a provider, or no longer does: the one function that a consent manager needs.
 *
 * @example
 * ```js
 * consentManager.on("change", ({ vendors }) => setConsent("YouTube", vendors.includes("youtube")));
 * ```
 */
export function setConsent(provider: string, granted: boolean): void {
  if (hasConsent(provider) === granted) return;
  granted ? agreed!.add(provider) : agreed!.delete(provider);
  try {
    localStorage.setItem(KEY, JSON.stringify([...agreed!]));
  } catch {
    // It holds for this page, then.
  }
  listeners.forEach((listener) => listener(provider));
}

/** Calls `listener` when something has been decided; returns what ends that. */
export function onConsent(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
