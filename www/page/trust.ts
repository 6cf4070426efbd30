// The page's one policy for Trusted Types: what may become a document or a script. Knows nothing of articles.

interface Policy {
  createHTML(html: string): string;
  createScriptURL(url: string): string;
}

interface TrustedTypes {
  createPolicy(name: string, rules: Policy): Policy;
}

/** The renderer's HTML is only ever parsed into a document in which nothing runs; scripts are files of this site. */
const rules: Policy = {
  createHTML: (html) => html,
  createScriptURL(url) {
    const { origin } = new URL(url, document.baseURI);
    if (origin !== location.origin) throw new TypeError(`no script comes from \`${origin}\``);
    return url;
  },
};

// Browsers without Trusted Types take the strings as they are.
const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
const policy = trustedTypes?.createPolicy("newsprint", rules) ?? rules;

const parser = new DOMParser();

/** Returns the HTML as a document in which nothing is loaded and nothing runs. */
export function parsed(html: string): Document {
  return parser.parseFromString(policy.createHTML(html), "text/html");
}

/** Starts a worker from a file beside the page. */
export function worker(file: string): Worker {
  return new Worker(policy.createScriptURL(new URL(file, document.baseURI).href), { type: "module" });
}

/** Registers the service worker beside the page. */
export function serviceWorker(file: string): Promise<ServiceWorkerRegistration> {
  return navigator.serviceWorker.register(policy.createScriptURL(new URL(file, document.baseURI).href));
}
