// The worker that reads articles with the package, one at a time. Knows the package's functions, not the page.

import { formats, load, NewsprintError, read, render, toJsonLd, toSteps, toText, withModule, type Options } from "newsprint/url";
import type { Answers, Job, Kind, Problem, Report } from "./page/jobs.js";

const work: { [K in Kind]: (source: string, options: Options) => Answers[K] } = {
  render(source, { base, ...plain }) {
    return { ...render(source, plain), steps: toSteps(source, { ...plain, base }) };
  },
  canonical: (source, options) => JSON.stringify(read(source, options).article, null, 2),
  text: toText,
  jsonLd: (source, options) => JSON.stringify(JSON.parse(toJsonLd(source, options)), null, 2),
  check(source, options) {
    const { format, diagnostics } = read(source, options);
    return { format, diagnostics };
  },
  formats,
};

const tell = (report: Report): void => postMessage(report);

addEventListener("message", async ({ data }: MessageEvent<Job>) => {
  const { id, kind, source, options, expected } = data;
  try {
    await load(expected);
    const answer = await withModule(() => {
      tell({ id, begins: true });
      const started = performance.now();
      try {
        const answer = work[kind](source, options);
        return { answer, milliseconds: performance.now() - started };
      } catch (error) {
        // What is missing may take long to come.
        tell({ id, begins: false });
        throw error;
      }
    });
    tell({ id, ...answer });
  } catch (error) {
    tell({ id, problem: problemOf(error) });
  }
});

function problemOf(error: unknown): Problem {
  if (!(error instanceof NewsprintError)) {
    return { code: "preview", message: error instanceof Error ? error.message : String(error) };
  }
  const { code, message, line, column } = error;
  return { code, message, line, column };
}
