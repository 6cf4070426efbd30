// Does work again whenever something has changed, one at a time. Knows time, not the work.

/** Returns a function that asks for the work to be done: at the next frame, and once for all that asked until then. */
export function latest(work: () => Promise<void>): () => void {
  let isRunning = false;
  let isAsked = false;
  const run = async (): Promise<void> => {
    if (isRunning) return;
    isRunning = true;
    while (isAsked) {
      isAsked = false;
      await work();
    }
    isRunning = false;
  };
  return () => {
    isAsked = true;
    // What comes while the work is done is taken up by its loop; a page that nobody sees has no frames.
    if (isRunning) return;
    if (document.hidden) void run();
    else requestAnimationFrame(() => void run());
  };
}
