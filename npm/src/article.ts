// The canonical format as TypeScript sees it; `schema.json` describes it for everybody else.

/** A line of text: a string, a piece, or several of them. */
export type Line = string | Inline | readonly (string | Inline)[];

/** Blocks: Markdown in a string, one block, or several of them. */
export type Blocks = string | Block | readonly (string | Block | Inline)[];

/** A date as RFC 3339 has it, or milliseconds since 1970. */
export type DateValue = string | number | { value: string | number; raw?: string; text?: string };

/** A name, with an address or without. */
export type Named = string | { name: string; url?: string };

export type Role = "author" | "photographer" | "illustrator" | "editor" | "translator";
export type Direction = "ltr" | "rtl" | "auto";

/** A person or an organisation that worked on it. */
export interface Contributor {
  type?: "Person" | "Organization";
  name: string;
  url?: string;
  role?: Role;
  affiliation?: Named;
  image?: string | ImageObject;
  /** Private: read and never shown. */
  email?: string;
}

/** A news article. */
export interface Article {
  /** The schema of this document, for editors. */
  $schema?: string;
  type?: "article";
  schemaVersion?: string;
  id?: string;
  url?: string;
  genre?: string;
  language?: string;
  direction?: Direction;
  breadcrumb?: readonly Named[];
  section?: Named;
  keywords?: readonly string[];
  kicker?: Line;
  series?: string | { name: string; url?: string; part?: number; total?: number };
  headline?: Line;
  alternativeHeadline?: Line;
  standfirst?: Blocks;
  byline?: Line;
  authors?: string | Contributor | readonly (string | Contributor)[];
  dateline?: string | { text: string; place?: string };
  datePublished?: DateValue;
  dateModified?: DateValue;
  dateCreated?: DateValue;
  coverageStartTime?: DateValue;
  coverageEndTime?: DateValue;
  publisher?: Named;
  copyrightNotice?: string;
  copyrightHolder?: Named;
  license?: string;
  usageTerms?: string;
  isAccessibleForFree?: boolean;
  leadMedia?: ImageObject | Gallery | Recording | Embed;
  corrections?: readonly CorrectionNote[];
  body?: Blocks;
  updates?: readonly Post[];
  relatedLinks?: readonly Card[];
  /** What is the publisher's own; never shown. */
  extensions?: Readonly<Record<string, unknown>>;
}

/** A post of a live blog. */
export interface Post {
  id?: string;
  url?: string;
  headline?: Line;
  datePublished?: DateValue;
  dateModified?: DateValue;
  authors?: string | Contributor | readonly (string | Contributor)[];
  body?: Blocks;
  isKeyEvent?: boolean;
  isPinned?: boolean;
}

/** Who made something, as it is shown and as data. */
export interface CreditFields {
  creditText?: string;
  creator?: string | Contributor | readonly (string | Contributor)[];
  provider?: Named;
  creditUrl?: string;
  creditLanguage?: string;
  creditVisible?: boolean;
}

/** Another size, crop or type of file of a picture. */
export interface Rendition {
  src: string;
  width?: number;
  height?: number;
  type?: string;
  media?: string;
  role?: string;
}

/** A picture with its caption and credit. */
export interface ImageFields extends CreditFields {
  id?: string;
  src?: string;
  width?: number;
  height?: number;
  /** The same picture in other sizes: one by one, or an address with the place `{width}` and its widths in pixels. */
  sources?: readonly Rendition[] | { template: string; widths: readonly number[] };
  alt?: string;
  decorative?: boolean;
  caption?: Line;
  title?: string;
  longDescription?: Blocks;
  copyrightNotice?: string;
  copyrightHolder?: Named;
  license?: string;
  acquireLicensePage?: string;
  usageTerms?: string;
  dateCreated?: DateValue;
  contentLocation?: Named;
  digitalSourceType?: string;
  kind?: "photo" | "illustration" | "graphic" | "chart" | "map" | "screenshot" | "composite" | "cartoon" | "logo";
  focalPoint?: { x: number; y: number };
  layout?: { width?: "inline" | "wide" | "full" | "column"; align?: "left" | "right" };
  href?: string;
}

export interface ImageObject extends ImageFields {
  type?: "image";
}

export interface Gallery extends CreditFields {
  type: "gallery";
  items: readonly ImageObject[];
  caption?: Line;
  layout?: "grid" | "carousel" | "mosaic" | "pair";
}

export interface Track {
  kind?: "captions" | "subtitles" | "descriptions" | "chapters";
  src: string;
  lang?: string;
  label?: string;
}

/** Film or sound. */
export interface Recording extends CreditFields {
  type: "video" | "audio";
  title?: string;
  sources?: readonly (string | { src: string; type?: string })[];
  url?: string;
  poster?: string | ImageObject;
  caption?: Line;
  tracks?: readonly Track[];
  duration?: number;
  transcript?: Blocks;
  width?: number;
  height?: number;
}

export interface Embed {
  type: "embed";
  provider?: string;
  url?: string;
  title?: string;
  caption?: Line;
  fallback?: Blocks;
  width?: number;
  height?: number;
}

/** A link to one other page. */
export interface Card {
  type?: "linkCard";
  kind?: "related" | "bookmark" | "interstitial" | "product";
  url?: string;
  title?: Line;
  description?: Line;
  image?: string | ImageObject;
  publisher?: Named;
}

export type CorrectionKind = "correction" | "clarification" | "update" | "editorsNote";

/** What was wrong and is put right, in an article's list of corrections. */
export interface CorrectionNote {
  type?: CorrectionKind;
  kind?: CorrectionKind;
  date?: DateValue;
  content?: Blocks;
}

/** A cell of a table. */
export interface Cell {
  content?: Line | Blocks;
  header?: boolean;
  scope?: "row" | "col" | "rowgroup" | "colgroup";
  colspan?: number;
  rowspan?: number;
  align?: "start" | "center" | "end";
}

export type Row = readonly (Cell | Line)[];

export type Block =
  | { type: "paragraph"; content?: Line; dropCap?: boolean; lang?: string; dir?: Direction }
  | { type: "heading"; level?: number; content?: Line; id?: string }
  | { type: "list"; ordered?: boolean; start?: number; items: readonly ({ content?: Blocks; checked?: boolean } | Blocks)[] }
  | { type: "blockquote"; content?: Blocks; cite?: Line; citeUrl?: string }
  | { type: "pullquote"; content?: Line; cite?: Line }
  | ({ type: "image" } & ImageFields)
  | Gallery
  | Recording
  | Embed
  | { type: "table"; caption?: Line; head?: readonly Row[]; body?: readonly Row[]; foot?: readonly Row[]; note?: Line; source?: Line }
  | { type: "code"; language?: string; text: string; caption?: Line }
  | { type: "preformatted"; content?: Line }
  | { type: "divider" }
  | { type: "paywall" }
  | { type: "ad" }
  | (Card & { type: "linkCard" })
  | { type: "linkList"; title?: Line; items: readonly Card[] }
  | { type: "callout"; kind?: "note" | "warning" | "info" | "disclaimer" | "factbox" | "keyPoints"; title?: Line; content?: Blocks }
  | { type: "details"; summary?: Line; content?: Blocks; open?: boolean }
  | { type: "timeline"; title?: Line; events: readonly { date?: string; title?: Line; content?: Blocks }[] }
  | { type: "questions"; title?: Line; items: readonly { question?: Line; answer?: Blocks }[] }
  | { type: "definitionList"; title?: Line; items: readonly { term?: Line; description?: Blocks; display?: "number" }[] }
  | { type: "footnotes"; items: readonly { id: string; content?: Blocks }[] }
  | { type: "correction"; kind?: CorrectionKind; date?: DateValue; content?: Blocks }
  | { type: "rating"; value: number | string; min?: number | string; max?: number | string; unit?: string }
  | { type: "group"; role?: "section" | "layout" | "card" | "scrolly"; columns?: number; content?: Blocks };

export type Mark =
  | "strong"
  | "emphasis"
  | "underline"
  | "strikethrough"
  | "subscript"
  | "superscript"
  | "mark"
  | "smallCaps"
  | "quote"
  | "keyboard";

export type Inline =
  | { type: "text"; value: string }
  | { type: Mark; content?: Line }
  | { type: "link"; href?: string; content?: Line; rel?: string; lang?: string }
  | { type: "code"; value?: string; content?: Line }
  | { type: "lineBreak" }
  | { type: "image"; src?: string; alt?: string; decorative?: boolean; width?: number; height?: number }
  | { type: "span"; lang?: string; dir?: Direction; content?: Line }
  | { type: "abbr"; title?: string; content?: Line }
  | { type: "footnoteRef"; id: string }
  | ({ type: "mention" } & Omit<Contributor, "type">)
  | { type: "time"; datetime: DateValue; content?: Line };
