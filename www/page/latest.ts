// Does work again whenever something has changed, one at a time. Knows time, not the work.

/**
 * Returns a function that asks for the work to be done: at once, and once more for all that asked while it was done.
 * Nobody waits for the next frame before the work begins, so that it can be seen in that frame. What the function
 * returns ends with the work.
 */
export function latest(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  let isAsked = false;
  const run = async (): Promise<void> => {
    // Whoever asks may have more to say before this task ends.
    await Promise.resolve();
    while (isAsked) {
      isAsked = false;
      await work();
    }
    running = undefined;
  };
  return () => {
    isAsked = true;
    return (running ??= run());
  };
}
