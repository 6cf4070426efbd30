// What the page and its worker say to each other. Knows the shapes, not what is done with them.

import type { Diagnostic, FormatRow, Options } from "newsprint/url";

/** What an article can be asked for. */
export interface Answers {
  /** The steps build the article with its addresses made absolute; the HTML is what a host gets. */
  render: { html: string; steps: string; diagnostics: Diagnostic[]; format: string; language?: string };
  canonical: string;
  text: string;
  jsonLd: string;
  formats: FormatRow[];
  check: { diagnostics: Diagnostic[]; format: string };
}

export type Kind = keyof Answers;

export interface Job {
  id: number;
  kind: Kind;
  source: string;
  options: Options;
  /** What the source is most likely in, so that the right module is fetched at once. */
  expected?: string | undefined;
}

/** Why there is no answer. */
export interface Problem {
  code: string;
  message: string;
  line?: number | undefined;
  column?: number | undefined;
}

export type Report =
  /** The work begins and may take only so long from now on, or it waits for what is missing, which may take long to come. */
  | { id: number; begins: boolean }
  | { id: number; answer: Answers[Kind]; milliseconds: number }
  | { id: number; problem: Problem };
