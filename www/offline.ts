// The service worker: the site's own files for when there is no network. Knows files, nothing of the page.

/** The files that the page needs to open, and a name that changes with them; the build writes both in. */
declare const FILES: readonly string[];
declare const VERSION: string;

interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void;
}

interface Fetching extends Lasting {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}

interface Clients {
  claim(): Promise<void>;
}

const NAME = `newsprint-${VERSION}`;
const clients = (globalThis as unknown as { clients: Clients }).clients;

addEventListener("install", (event) => {
  (event as Lasting).waitUntil(caches.open(NAME).then((cache) => cache.addAll(FILES)));
});

addEventListener("activate", (event) => {
  (event as Lasting).waitUntil(Promise.all([forgetOthers(), clients.claim()]));
});

addEventListener("fetch", (event) => {
  const { request } = event as Fetching;
  if (request.method !== "GET" || new URL(request.url).origin !== location.origin) return;
  (event as Fetching).respondWith(answer(request));
});

async function forgetOthers(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith("newsprint-") && name !== NAME).map((name) => caches.delete(name)));
}

/** What the network has is newer; what was fetched once is there without it. */
async function answer(request: Request): Promise<Response> {
  const cache = await caches.open(NAME);
  try {
    const response = await fetch(request);
    if (response.ok) await cache.put(plain(request), response.clone());
    return response;
  } catch (error) {
    const kept = await cache.match(plain(request));
    if (kept) return kept;
    throw error;
  }
}

/** What the page is asked to open makes no other page of it. */
function plain(request: Request): Request | string {
  return request.mode === "navigate" ? request.url.replace(/[?#].*/, "") : request;
}
