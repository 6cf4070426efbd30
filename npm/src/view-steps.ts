// The host's own views for the element, which loads them where a host has some. Knows nothing itself.

import type { Host } from "./host.js";
import { steps } from "./tree.js";
import type { Rendering, Source } from "./types.js";
import { viewed } from "./view.js";

/** Returns the steps that build what the host makes of the parts. */
export function viewedSteps(parts: Rendering, source: Source, host: Host): string {
  return viewed(parts, source, host).map(steps).join("");
}
