// The page's one policy for Trusted Types: scripts are files of this site, and no text ever becomes markup. Knows nothing
// of articles.

interface Rules {
  createScriptURL(url: string): string;
}

interface TrustedTypes {
  createPolicy(name: string, rules: Rules): Rules;
}

const rules: Rules = {
  createScriptURL(url) {
    const { origin } = new URL(url, document.baseURI);
    if (origin !== location.origin) throw new TypeError(`no script comes from \`${origin}\``);
    return url;
  },
};

// Browsers without Trusted Types take the addresses as they are.
const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
const policy = trustedTypes?.createPolicy("newsprint", rules) ?? rules;

/** Starts a worker from a file beside the page. */
export function worker(file: string): Worker {
  return new Worker(policy.createScriptURL(new URL(file, document.baseURI).href), { type: "module" });
}

/** Registers the service worker beside the page. */
export function serviceWorker(file: string): Promise<ServiceWorkerRegistration> {
  return navigator.serviceWorker.register(policy.createScriptURL(new URL(file, document.baseURI).href));
}
