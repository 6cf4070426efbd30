// The shapes that callers hand in and get back. Knows nothing of how they are made.

import type { Article } from "./article.js";
import type { Host } from "./host.js";

/** The formats that can be read. */
export type Format =
  | "canonical" | "html" | "wordpress" | "portable-text" | "contentful" | "prosemirror" | "lexical" | "markdown" | "ans"
  | "ninjs" | "schema-org" | "editorjs" | "strapi" | "slate" | "apple-news" | "text" | "guardian" | "content-tree";

/** A format and what it is, in a few words. */
export interface FormatRow {
  name: Format;
  about: string;
}

/**
 * An article: its text or bytes as published, or canonical JSON already parsed.
 * Text and bytes are faster: an object is turned into JSON first.
 */
export type Source = string | Uint8Array | ArrayBuffer | object;

/** How an article is read and shown. */
export interface Options extends Host {
  /**
   * The format it is in, where that should not be found out from its shape.
   *
   * @example
   * ```js
   * render(text, { from: "markdown" });
   * ```
   */
  from?: Format | undefined;
  /**
   * The address that relative addresses in the article are relative to, such as that of the document.
   *
   * @example
   * ```js
   * render(text, { base: "https://news.example/2026/ferry" }); // ferry.jpg is https://news.example/2026/ferry.jpg
   * ```
   */
  base?: string | undefined;
  /**
   * Where Sanity keeps the pictures of the article.
   *
   * @example
   * ```js
   * render(document, { sanity: { projectId: "zp7mbokg", dataset: "production" } });
   * ```
   */
  sanity?: { projectId: string; dataset: string } | undefined;
  /**
   * What the references in the article stand for: by identifier, what the service answers; or that as JSON.
   *
   * @example
   * ```js
   * render(story, { references: { "image-7": await (await fetch(`${cms}/images/7`)).json() } });
   * ```
   */
  references?: Readonly<Record<string, unknown>> | string | undefined;
  /**
   * The level of the headline, 1 to 6.
   *
   * @example
   * ```js
   * render(text, { headingLevel: 2 }); // the headline is an h2, headings in the body are h3
   * ```
   */
  headingLevel?: number | undefined;
  /**
   * The language of the article whatever the source says, as a BCP 47 tag.
   *
   * @example
   * ```js
   * render(text, { language: "de" }); // "Foto: …", "Aktualisiert …"
   * ```
   */
  language?: string | undefined;
  /**
   * A name that every id has after its `np-`, so that two articles can share a page.
   *
   * @example
   * ```js
   * renderToString(article, { idPrefix: "one" }); // id="np-one-headline"
   * ```
   */
  idPrefix?: string | undefined;
  /**
   * The parts of the header in their order; one that is not named is left out. All but `readingTime` if not given.
   *
   * @example
   * ```js
   * render(text, { header: ["kicker", "headline", "byline", "dates", "readingTime"] });
   * ```
   */
  header?: readonly HeaderPart[] | undefined;
  /**
   * Whether a table of contents stands before the body.
   *
   * @example
   * ```js
   * render(text, { contents: true });
   * ```
   */
  contents?: boolean | undefined;
  /**
   * How many minutes after publication a change counts as an update; 1 if not given.
   *
   * @example
   * ```js
   * render(text, { updateThreshold: 15 }); // corrected after ten minutes: only the first date is shown
   * ```
   */
  updateThreshold?: number | undefined;
  /**
   * Credits that are not shown, such as those of the house's own photographers.
   *
   * @example
   * ```js
   * render(text, { ownCredits: ["The Harbour Gazette"] });
   * ```
   */
  ownCredits?: readonly string[] | undefined;
  /**
   * Words that are said in another way, each under its name. What English has in braces, such as `{}` in "By {}", is
   * put in and has to have its place in the new words.
   *
   * @example
   * ```js
   * render(text, { words: { by: "Words by {}", imageCredit: "Picture: {}" } });
   * ```
   */
  words?: Readonly<Partial<Record<Word, string>>> | undefined;
}

/** The names of the words that are added to an article. */
export type Word =
  | "breadcrumb" | "imageCredit" | "published" | "updated" | "updates" | "by" | "notes" | "note"
  | "backToReference" | "table" | "code" | "done" | "toDo" | "credit" | "photographsBy" | "illustrationsBy"
  | "editedBy" | "translatedBy" | "correction" | "clarification" | "update" | "editorsNote" | "seriesPart"
  | "seriesPartOnly" | "contents" | "gallery" | "video" | "audio" | "transcript" | "captions" | "subtitles"
  | "audioDescription" | "chapters" | "madeWithAi" | "partlyMadeWithAi" | "composite" | "pictureDescription"
  | "source" | "related" | "advertisement" | "embedTitle" | "embedOpen" | "embedLoad" | "embedNotice"
  | "embedSkip" | "anotherSite" | "noteBox" | "warning" | "information" | "disclaimer" | "factBox"
  | "keyPoints" | "question" | "answer" | "timeline" | "rating" | "liveEnded" | "keyEvent" | "pinned"
  | "postLink" | "subscribersOnly" | "enlarge" | "close" | "next" | "previous" | "loading" | "notLoaded"
  | "readingTime" | "newPosts";

/** How much a diagnostic matters. */
export type Severity = "error" | "warning" | "info";

/** Something worth knowing about an article, and where it is. */
export interface Diagnostic {
  /** A stable name, such as `img-alt-missing`. */
  code: string;
  severity: Severity;
  /** One sentence. */
  message: string;
  /** The place as a JSON pointer, where the source is JSON. */
  pointer?: string;
  /** The line, from 1, where the place is known. */
  line?: number;
  /** The column in characters, from 1, where the place is known. */
  column?: number;
  /** The place in UTF-8 bytes from the start of the source, where it is known. */
  offset?: number;
}

/** A rendered article. */
export interface Rendering {
  html: string;
  diagnostics: Diagnostic[];
  format: Format;
  /** The article's language, where it is known. */
  language?: string;
}

/** An article as it was read, before anything is shown. */
export interface Reading {
  /** The article as canonical JSON. */
  article: Article;
  format: Format;
  diagnostics: Diagnostic[];
}

/** What is known once an article stands in the page. */
export interface Mounting {
  format: Format;
  diagnostics: Diagnostic[];
  /** The article's language, where it is known. */
  language?: string;
}

/** A part of the header. */
export type HeaderPart =
  | "breadcrumb"
  | "kicker"
  | "series"
  | "headline"
  | "standfirst"
  | "byline"
  | "dateline"
  | "dates"
  | "readingTime"
  | "corrections";

export type * from "./article.js";
export type { Component, Components, Host, Part, PartName, SlotFilter, SlotPolicy, Slots } from "./host.js";
export type { Attributes, ViewElement, ViewNode, ViewResult } from "./tree.js";
