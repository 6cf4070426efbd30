// Does work again whenever something has changed, one at a time. Knows time, not the work.

/**
 * Returns a function that asks for the work to be done: at the next frame, and once for all that asked until then. What
 * it returns ends with the work.
 */
export function latest(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  let isAsked = false;
  const run = async (): Promise<void> => {
    await frame();
    // What comes while the work is done is taken up here.
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

/** A page that nobody sees has no frames. */
function frame(): Promise<unknown> {
  return document.hidden ? Promise.resolve() : new Promise(requestAnimationFrame);
}
