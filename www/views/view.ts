// What a view of an article is, and what it is made from. Knows neither the views nor the page.

import type { Kind } from "../page/jobs.js";

/** An article that has been rendered. */
export interface Shown {
  source: string;
  html: string;
  /** What builds it. */
  steps: string;
  format: string;
  /** The article as it stands in the frame. */
  article: Element;
  /** Returns another form of it. */
  ask(kind: Extract<Kind, "canonical" | "text" | "jsonLd">): Promise<string>;
}

/** Where something in a view leads to. */
export interface Lead {
  (node: Node): void;
}

/** One way to look at an article. */
export interface View {
  id: string;
  label: string;
  /** What it is, for those who meet it for the first time. */
  about: string;
  /** How the file that is downloaded ends, and its media type. */
  ending: string;
  type: string;
  /** Shows the article in the panel, where another one may have been shown before. */
  show(panel: HTMLElement, shown: Shown, lead: Lead): Promise<void> | void;
  /** Returns what is copied and downloaded. */
  text(shown: Shown): Promise<string> | string;
}
