// The canonical format as TypeScript sees it; `schema.json` describes it for everybody else.

/** A line of text: a string, a piece, or several of them. */
export type Line = string | Inline | readonly (string | Inline)[];

/** Blocks: Markdown in a string, one block, or several of them. */
export type Blocks = string | Block | readonly (string | Block | Inline)[];

/** A date as RFC 3339 has it, or milliseconds since 1970. */
export type DateValue = string | number | { value: string | number; raw?: string; text?: string };

/** A name, with an address or without. */
export type Named = string | { name: string; url?: string };

/** What somebody did. */
export type Role = "author" | "photographer" | "illustrator" | "editor" | "translator";
/** The direction in which a text runs; `auto` takes that of its first strong character. */
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
  /** The version of this format. */
  schemaVersion?: string;
  id?: string;
  /** The article's own address (schema.org `url`). */
  url?: string;
  genre?: string;
  language?: string;
  direction?: Direction;
  /** The way from the front page. */
  breadcrumb?: readonly Named[];
  section?: Named;
  keywords?: readonly string[];
  kicker?: Line;
  series?: string | { name: string; url?: string; part?: number; total?: number };
  headline?: Line;
  /** For search and social cards; never shown. */
  alternativeHeadline?: Line;
  /** A line, or paragraphs and lists. */
  standfirst?: Blocks;
  /** Word for word; shown instead of one made from the authors. */
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
  /** The posts of a live blog. */
  updates?: readonly Post[];
  relatedLinks?: readonly Card[];
  /** What is the publisher's own; never shown. */
  extensions?: Readonly<Record<string, unknown>>;
}

/** A post of a live blog. */
export interface Post {
  id?: string;
  /** Where it can be read alone. */
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
  /** The credit as it is shown, word for word (IPTC Credit Line). */
  creditText?: string;
  /** Who made it (IPTC Creator). */
  creator?: string | Contributor | readonly (string | Contributor)[];
  /** The agency or supplier (IPTC Source). */
  provider?: Named;
  /** Where the credit leads. */
  creditUrl?: string;
  /** The language of the credit. */
  creditLanguage?: string;
  /** Whether the credit is shown; `true` if not given. */
  creditVisible?: boolean;
}

/** Another size, crop or type of file of a picture. */
export interface Rendition {
  src: string;
  width?: number;
  height?: number;
  /** Its MIME type. */
  type?: string;
  /** The media query under which it stands instead. */
  media?: string;
  /** `dark` for the dark; other names say nothing here. */
  role?: string;
}

/** A picture with its caption and credit. */
export interface ImageFields extends CreditFields {
  id?: string;
  /** The address of the largest rendition. */
  src?: string;
  /** The width of `src` in pixels. */
  width?: number;
  /** The height of `src` in pixels. */
  height?: number;
  /** The same picture in other sizes: one by one, or an address with the place `{width}` and its widths in pixels. */
  sources?: readonly Rendition[] | { template: string; widths: readonly number[] };
  /** What replaces the picture (IPTC Alt Text); absent and decorative are not the same. */
  alt?: string;
  /** Whether the picture says nothing. */
  decorative?: boolean;
  /** What it shows (IPTC Description). */
  caption?: Line;
  /** Its title (IPTC Headline); never shown. */
  title?: string;
  /** What a chart or map says, in full (IPTC Extended Description). */
  longDescription?: Blocks;
  /** IPTC Copyright Notice. */
  copyrightNotice?: string;
  /** IPTC Copyright Owner. */
  copyrightHolder?: Named;
  /** IPTC Web Statement of Rights. */
  license?: string;
  /** IPTC Licensor URL. */
  acquireLicensePage?: string;
  /** IPTC Rights Usage Terms. */
  usageTerms?: string;
  /** IPTC Date Created. */
  dateCreated?: DateValue;
  /** IPTC Location Created. */
  contentLocation?: Named;
  /** IPTC Digital Source Type: how it came to be. */
  digitalSourceType?: string;
  kind?: "photo" | "illustration" | "graphic" | "chart" | "map" | "screenshot" | "composite" | "cartoon" | "logo";
  /** What must stay in sight, in fractions from the upper left corner. */
  focalPoint?: { x: number; y: number };
  /** Where it stands. */
  layout?: { width?: "inline" | "wide" | "full" | "column"; align?: "left" | "right" };
  /** Where the picture leads. */
  href?: string;
}

/** A picture where nothing else can stand. */
export interface ImageObject extends ImageFields {
  type?: "image";
}

/** Pictures that belong together, each with its own caption and credit. */
export interface Gallery extends CreditFields {
  type: "gallery";
  items: readonly ImageObject[];
  caption?: Line;
  layout?: "grid" | "carousel" | "mosaic" | "pair";
}

/** A file of captions, subtitles, descriptions or chapters (WebVTT). */
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
  /** The page that plays it. */
  url?: string;
  poster?: string | ImageObject;
  caption?: Line;
  tracks?: readonly Track[];
  /** In seconds. */
  duration?: number;
  transcript?: Blocks;
  width?: number;
  height?: number;
}

/** Something that another site shows: a link until the reader agrees to load it. */
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

/** What a note at an article does to it. */
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

/** A row of a table. */
export type Row = readonly (Cell | Line)[];

/** A block of another format that Newsprint does not have, with what of it can be read. */
export interface UnknownBlock {
  type: "unknown";
  /** The name that the other format gives it. */
  originalType: string;
  content?: Blocks;
}

/** A block of the body. */
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
  | UnknownBlock
  | { type: "group"; role?: "section" | "layout" | "card" | "scrolly"; columns?: number; content?: Blocks };

/** What marks a piece of a line. */
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

/** A piece of a line. */
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
