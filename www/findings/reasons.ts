// Why a finding matters to those who read the article. Knows the codes that there is more to say about.

const REASONS: Record<string, string> = {
  "img-alt-missing": "Whoever hears the page learns that there is a picture, or nothing at all, but not what it shows.",
  "img-alt-whitespace": "Blank words are neither a description nor the sign of a decorative picture.",
  "img-alt-filename": "A file's name is read out letter by letter and says nothing about the picture.",
  "img-alt-equals-caption": "The same sentence is heard twice, and the picture is still not described.",
  "img-src-missing": "There is nothing to load, so nobody sees a picture.",
  "img-src-unsafe": "The address could run a script or read a local file, so it is not used.",
  "img-complex-no-long-description": "A chart or a map says more than a sentence can; those who cannot see it need its figures in words.",
  "heading-skip": "Many readers move from heading to heading; a missing level looks like a missing part.",
  "heading-empty": "A heading without words is a stop that leads nowhere.",
  "headline-missing": "Without a headline the article has no name in lists, tabs and search.",
  "link-empty": "A link without words cannot be seen, heard or pressed by its name.",
  "link-unsafe": "The address could run a script, so its words are shown without a link.",
  "link-no-target": "Readers are promised another page and cannot get there.",
  "link-url-text": "An address is read out sign by sign; words say where the link leads.",
  "video-no-captions": "Those who do not hear, or have the sound off, miss what is said.",
  "audio-no-transcript": "Those who do not hear have nothing to read instead.",
  "embed-title-missing": "A frame without a title is announced as just a frame.",
  "lang-invalid": "Speech would use the wrong voice, and hyphens and quotation marks the wrong rules.",
  "time-invalid": "Machines cannot read the moment, so it is shown as it was written.",
  "key-unknown": "The key is not read: if it is misspelt, what it holds is lost to readers.",
  "block-unknown": "An article has no such block: its text is kept at most, and not its form.",
  "inline-unknown": "Its words are kept, but not what it means.",
  "value-invalid": "The value is not used, and readers see the article without it.",
  "html-dropped": "What is no part of the article is left out, and HTML is never passed through: it could attack readers.",
  "json-duplicate-key": "Only one of the two values can be used, and it may be the wrong one.",
  "footnote-ref-orphan": "Readers who follow the number find no note.",
  "footnote-def-orphan": "Nothing leads readers to the note.",
  "text-control-removed": "Invisible characters can hide or reorder words.",
  "article-draft": "It says of itself that it is not to be published.",
  "json-invalid": "Until this is mended nothing after it can be read. The article shown is the last one that could be.",
  "too-slow": "The page stays as it was, and so does the source; a shorter one will do.",
  crash: "The renderer was started anew; the source is untouched. Please report it with this source.",
};

/** Returns one sentence on why it matters, where there is more to say than the finding says. */
export function reason(code: string): string | undefined {
  return REASONS[code];
}
