// Opens what is at an address on another site. Knows addresses; the fetching is for a worker.

import type { Far } from "../far.js";
import { worker } from "../page/trust.js";

/** Returns the bytes at the address; throws an error that explains itself. */
export async function fetchFar(address: string): Promise<Uint8Array> {
  const url = URL.parse(address);
  if (!url || !/^https?:$/.test(url.protocol)) throw new Error(`\`${address}\` is no address that begins with \`https://\``);
  const fetcher = worker("far.js");
  try {
    const { bytes, problem } = await new Promise<Far>((done, failed) => {
      fetcher.addEventListener("message", ({ data }: MessageEvent<Far>) => done(data));
      fetcher.addEventListener("error", () => failed(new Error("the address could not be fetched")));
      fetcher.postMessage(url.href);
    });
    if (!bytes) throw new Error(problem ?? "there is nothing at the address");
    return bytes;
  } finally {
    fetcher.terminate();
  }
}
