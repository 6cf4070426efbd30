// The worker that fetches an address that somebody typed. It is all that it does: the page itself, which shows what
// others wrote, can connect to nobody but its own host.

import { LONGEST } from "./open/text.js";

export interface Far {
  bytes?: Uint8Array;
  problem?: string;
}

/** How long one waits for another site. */
const PATIENCE = 15_000;

addEventListener("message", async ({ data }: MessageEvent<string>) => {
  try {
    postMessage({ bytes: await fetched(data) } satisfies Far);
  } catch (error) {
    postMessage({ problem: error instanceof Error ? error.message : String(error) } satisfies Far);
  }
});

async function fetched(address: string): Promise<Uint8Array> {
  const options: RequestInit = { credentials: "omit", referrerPolicy: "no-referrer", signal: AbortSignal.timeout(PATIENCE) };
  const response = await fetch(address, options).catch(() => {
    throw new Error("the site did not answer, or does not let other pages read it (it sends no `Access-Control-Allow-Origin`)");
  });
  if (!response.ok) throw new Error(`the site answered ${response.status}`);
  return read(response);
}

/** Stops reading where it gets too long. */
async function read(response: Response): Promise<Uint8Array> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for await (const part of response.body ?? []) {
    parts.push(part);
    length += part.length;
    if (length > LONGEST) throw new Error("there is more than 5 MB at the address");
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}
