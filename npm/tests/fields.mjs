// The ways into an article: for each format, documents with one value in a field that holds HTML, words or an address.
// Knows where formats keep these, and no values.

const BEFORE = "Sentinel before";
const AFTER = "Sentinel after";
const PICTURE = "https://example.org/zq9.jpg";

const wordpress = (fields, content = "<p>Zq9</p>") => ({
  title: { rendered: BEFORE },
  content: { rendered: content },
  yoast_head_json: { og_site_name: "x" },
  _embedded: { author: [{ name: AFTER }] },
  excerpt: { rendered: "" },
  ...fields,
});
const media = (fields) => ({ _embedded: { author: [{ name: AFTER }], "wp:featuredmedia": [{ media_type: "image", source_url: PICTURE, alt_text: "Zq9", caption: { rendered: "" }, ...fields }] } });
const term = (value) => ({ _embedded: { author: [{ name: value }], "wp:term": [[{ taxonomy: "post_tag", name: AFTER }]] } });

const ans = (element, header = {}) => ({
  type: "story",
  version: "0.10.12",
  headlines: { basic: "Zq9" },
  ...header,
  content_elements: [{ type: "text", content: BEFORE }, element, { type: "text", content: AFTER }].filter(Boolean),
});
const ansImage = (fields) => ans({ type: "image", url: PICTURE, alt_text: "Zq9", ...fields });

const editorjs = (type, data, block = {}) => ({
  blocks: [{ type: "paragraph", data: { text: BEFORE } }, { type, data, ...block }, { type: "paragraph", data: { text: AFTER } }],
});
const editorImage = (fields) => editorjs("image", { file: { url: PICTURE }, caption: "", withBorder: false, ...fields });

const words = (text, more = {}) => ({ type: "paragraph", children: [{ type: "text", text, ...more }] });
const lexical = (node) => ({ root: { type: "root", children: [words(BEFORE), node, words(AFTER)].filter(Boolean) } });

const ninjs = (fields) => ({ uri: "urn:zq9", type: "text", version: "1", headline: "Zq9", ...fields });
const ninjsPicture = (fields) => ninjs({
  body_html: `<p>${BEFORE}</p><p>${AFTER}</p>`,
  associations: { featuremedia: { uri: "urn:zq9a", type: "picture", headline: "x", renditions: { original: { href: PICTURE, width: 900, height: 600, mimetype: "image/jpeg" } }, ...fields } },
});

const apple = (component, root = {}) => ({
  version: "1.7",
  identifier: "zq9",
  title: "Zq9",
  language: "en",
  layout: { columns: 7, width: 1024 },
  componentTextStyles: {},
  ...root,
  components: [{ role: "body", text: BEFORE }, component, { role: "body", text: AFTER }],
});

const guardian = (element, fields = {}) => ({
  webTitle: "Zq9",
  sectionId: "zq9",
  apiUrl: "https://example.org/api",
  webPublicationDate: "2026-01-17T06:30:00Z",
  fields: { headline: "Zq9", ...fields },
  blocks: { body: [{ id: "a", elements: [guardianText(`<p>${BEFORE}</p>`), element, guardianText(`<p>${AFTER}</p>`)] }] },
});
const guardianText = (html) => ({ type: "text", textTypeData: { html } });
const guardianImage = (data, file = PICTURE) => guardian({ type: "image", assets: [{ type: "image", mimeType: "image/jpeg", file, typeData: { width: 900, height: 600 } }], imageTypeData: { alt: "Zq9", ...data } });

const linked = (fields) => ({ "@context": "https://schema.org", "@type": "NewsArticle", headline: "Zq9", articleBody: `${BEFORE}\n\n${AFTER}`, ...fields });

const span = (text) => ({ _type: "span", text, marks: [] });
const block = (...children) => ({ _type: "block", style: "normal", markDefs: [], children });
const portable = (node) => [block(span(BEFORE)), node, block(span(AFTER))];

const contentfulText = (value) => ({ nodeType: "text", value, marks: [], data: {} });
const contentfulNode = (nodeType, content, data = {}) => ({ nodeType, data, content });
const contentful = (node) => contentfulNode("document", [contentfulNode("paragraph", [contentfulText(BEFORE)]), node, contentfulNode("paragraph", [contentfulText(AFTER)])]);

const paragraph = (...content) => ({ type: "paragraph", content });
const prosemirror = (node) => ({ type: "doc", content: [paragraph({ type: "text", text: BEFORE }), node, paragraph({ type: "text", text: AFTER })] });

const leaf = (text) => ({ type: "text", text });
const strapi = (node) => [{ type: "paragraph", children: [leaf(BEFORE)] }, node, { type: "paragraph", children: [leaf(AFTER)] }];
const slate = (node) => [{ type: "paragraph", children: [{ text: BEFORE }] }, node, { type: "paragraph", children: [{ text: AFTER }] }];
const contentTree = (node) => ({ type: "root", body: { type: "body", version: 1, children: [{ type: "paragraph", children: [{ type: "text", value: BEFORE }] }, node, { type: "paragraph", children: [{ type: "text", value: AFTER }] }] } });

/** The sentinels that stand before and after what a document holds. */
export const sentinels = [BEFORE, AFTER];

/** Fields that hold HTML, by format. */
export const markup = {
  html: {
    body: (value) => (value.trim() ? value : "<p>"),
    "after a paragraph": (value) => `<p>${BEFORE} ${AFTER}</p>${value}`,
  },
  wordpress: {
    title: (value) => wordpress({ title: { rendered: `${BEFORE} ${value}` } }),
    content: (value) => wordpress({}, value),
    "content as typed": (value) => wordpress({ content: { raw: value } }),
    "content with shortcodes": (value) => wordpress({}, `[caption caption="x"]<img src="${PICTURE}" alt="x"> ${value}[/caption]`),
    excerpt: (value) => wordpress({ excerpt: { raw: "x", rendered: value } }),
    caption: (value) => wordpress(media({ caption: { rendered: value } })),
    term: (value) => wordpress({ title: { rendered: `${BEFORE} ${AFTER}` }, ...term(value) }),
  },
  ans: {
    text: (value) => ans({ type: "text", content: value }),
    header: (value) => ans({ type: "header", level: 2, content: value }),
    raw: (value) => ans({ type: "raw_html", content: value }),
    list: (value) => ans({ type: "list", items: [{ type: "text", content: value }] }),
    "list, escaped once more": (value) => ans({ type: "list", items: [{ type: "text", content: `<b>x</b>${value}`.replaceAll("<", "&lt;").replaceAll(">", "&gt;") }] }),
    cell: (value) => ans({ type: "table", header: [{ type: "text", content: value }], rows: [[{ type: "text", content: value }]] }),
    quote: (value) => ans({ type: "quote", content_elements: [{ type: "text", content: value }], citation: { type: "text", content: value } }),
    oembed: (value) => ans({ type: "oembed_response", raw_oembed: { url: "https://example.com/a", html: value } }),
    player: (value) => ans({ type: "video", streams: [], embed_html: value }),
    caption: (value) => ansImage({ caption: value }),
    headline: (value) => ans(null, { headlines: { basic: value } }),
  },
  editorjs: {
    paragraph: (value) => editorjs("paragraph", { text: value }),
    heading: (value) => editorjs("header", { text: value, level: 2 }),
    raw: (value) => editorjs("raw", { html: value }),
    list: (value) => editorjs("list", { style: "unordered", items: [value, { content: value, items: [] }] }),
    cell: (value) => editorjs("table", { withHeadings: true, content: [[value], [value]] }),
    quote: (value) => editorjs("quote", { text: value, caption: value }),
    caption: (value) => editorImage({ caption: value }),
    note: (value) => editorjs("paragraph", { text: "x<sup data-tune=\"footnotes\">1</sup>" }, { tunes: { footnotes: [value] } }),
    "a tool of its own": (value) => editorjs("zq9", { title: value, content: value }),
  },
  lexical: {
    card: (value) => lexical({ type: "html", html: value }),
    caption: (value) => lexical({ type: "image", src: PICTURE, alt: "x", caption: value }),
    callout: (value) => lexical({ type: "callout", calloutText: value }),
    toggle: (value) => lexical({ type: "toggle", heading: value, content: value }),
    embed: (value) => lexical({ type: "embed", html: value }),
    markdown: (value) => lexical({ type: "markdown", markdown: value }),
  },
  ninjs: {
    "body, first generation": (value) => ninjs({ body_html: value }),
    "body, second generation": (value) => ninjs({ bodies: [{ role: "main", contenttype: "text/html", value }] }),
    headline: (value) => ninjs({ headline: value, body_html: `<p>${BEFORE}</p><p>${AFTER}</p>` }),
    caption: (value) => ninjsPicture({ description_html: value }),
  },
  "apple-news": {
    body: (value) => apple({ role: "body", format: "html", text: value }),
    table: (value) => apple({ role: "htmltable", html: value }),
    caption: (value) => apple({ role: "photo", URL: PICTURE, caption: { format: "html", text: value } }),
    markdown: (value) => apple({ role: "body", format: "markdown", text: value }),
  },
  guardian: {
    text: (value) => guardian(guardianText(value)),
    standfirst: (value) => guardian(guardianText("<p>x</p>"), { standfirst: value }),
    headline: (value) => guardian(guardianText("<p>x</p>"), { headline: value }),
    "body in a field": (value) => ({ ...guardian(), blocks: undefined, fields: { headline: "x", body: value } }),
    embed: (value) => guardian({ type: "embed", embedTypeData: { html: value } }),
    caption: (value) => guardianImage({ caption: value }),
  },
  "schema-org": {
    body: (value) => linked({ articleBody: value }),
    description: (value) => linked({ description: value }),
  },
};

/** Fields that hold words, by format. */
export const text = {
  wordpress: { alt: (value) => wordpress(media({ alt_text: value })) },
  ans: {
    alt: (value) => ansImage({ alt_text: value }),
    credit: (value) => ansImage({ credits: { by: [{ type: "author", name: value }] } }),
    place: (value) => ans(null, { location: value }),
  },
  editorjs: { code: (value) => editorjs("code", { code: value }), alt: (value) => editorImage({ alt: value }) },
  lexical: { text: (value) => lexical(words(value)), alt: (value) => lexical({ type: "image", src: PICTURE, alt: value, caption: "" }) },
  ninjs: { byline: (value) => ninjs({ byline: value, body_html: `<p>${BEFORE}</p><p>${AFTER}</p>` }), credit: (value) => ninjsPicture({ byline: value }) },
  "apple-news": { body: (value) => apple({ role: "body", text: value }), alt: (value) => apple({ role: "photo", URL: PICTURE, accessibilityCaption: value }) },
  guardian: { alt: (value) => guardianImage({ alt: value }), credit: (value) => guardianImage({ credit: value, displayCredit: true }) },
  "schema-org": { headline: (value) => linked({ headline: value }), author: (value) => linked({ author: { "@type": "Person", name: value } }) },
  "portable-text": { text: (value) => portable(block(span(value))), alt: (value) => portable({ _type: "image", asset: { url: PICTURE }, alt: value }) },
  contentful: { text: (value) => contentful(contentfulNode("paragraph", [contentfulText(value)])) },
  prosemirror: { text: (value) => prosemirror(paragraph({ type: "text", text: value || " " })), alt: (value) => prosemirror({ type: "image", attrs: { src: PICTURE, alt: value } }) },
  strapi: { text: (value) => strapi({ type: "paragraph", children: [leaf(value)] }), alt: (value) => strapi({ type: "image", image: { url: PICTURE, mime: "image/jpeg", alternativeText: value, width: 9, height: 9 }, children: [leaf("")] }) },
  slate: { text: (value) => slate({ type: "paragraph", children: [{ text: value }] }), alt: (value) => slate({ type: "image", url: PICTURE, alt: value, children: [{ text: "" }] }) },
  "content-tree": { text: (value) => contentTree({ type: "paragraph", children: [{ type: "text", value }] }), quote: (value) => contentTree({ type: "pullquote", text: value, source: value }) },
};

const html = (value) => value.replaceAll("&", "&amp;").replaceAll("\"", "&quot;");
const anchor = (value) => `<a href="${html(value)}">Zq9</a>`;
const img = (value) => `<img src="${html(value)}" alt="Zq9">`;

/** Fields that hold the address of a link, by format. */
export const link = {
  html: { anchor: (value) => `<p>${BEFORE}</p><p>${anchor(value)}</p><p>${AFTER}</p>` },
  wordpress: { anchor: (value) => wordpress({}, `<p>${anchor(value)}</p>`), shortcode: (value) => wordpress({}, `[button href="${html(value)}"]Zq9[/button]`) },
  ans: { anchor: (value) => ans({ type: "text", content: anchor(value) }), "link between paragraphs": (value) => ans({ type: "interstitial_link", url: value, content: "Zq9" }) },
  editorjs: { anchor: (value) => editorjs("paragraph", { text: anchor(value) }), card: (value) => editorjs("linkTool", { link: value, meta: { title: "Zq9" } }), button: (value) => editorjs("button", { link: value, text: "Zq9" }) },
  lexical: { link: (value) => lexical({ type: "paragraph", children: [{ type: "link", url: value, children: [leaf("Zq9")] }] }), bookmark: (value) => lexical({ type: "bookmark", url: value, metadata: { title: "Zq9" } }) },
  ninjs: { anchor: (value) => ninjs({ body_html: `<p>${BEFORE}</p><p>${anchor(value)}</p><p>${AFTER}</p>` }) },
  "apple-news": { addition: (value) => apple({ role: "body", text: "Zq9", additions: [{ type: "link", URL: value, rangeStart: 0, rangeLength: 3 }] }), button: (value) => apple({ role: "link_button", URL: value, text: "Zq9" }) },
  guardian: { anchor: (value) => guardian(guardianText(`<p>${anchor(value)}</p>`)), card: (value) => guardian({ type: "rich-link", richLinkTypeData: { url: value, linkText: "Zq9" } }) },
  "portable-text": { mark: (value) => portable({ _type: "block", style: "normal", markDefs: [{ _key: "k", _type: "link", href: value }], children: [{ _type: "span", text: "Zq9", marks: ["k"] }] }) },
  contentful: { hyperlink: (value) => contentful(contentfulNode("paragraph", [contentfulNode("hyperlink", [contentfulText("Zq9")], { uri: value })])) },
  prosemirror: { mark: (value) => prosemirror(paragraph({ type: "text", text: "Zq9", marks: [{ type: "link", attrs: { href: value } }] })) },
  strapi: { link: (value) => strapi({ type: "paragraph", children: [{ type: "link", url: value, children: [leaf("Zq9")] }] }) },
  slate: { link: (value) => slate({ type: "paragraph", children: [{ type: "link", url: value, children: [{ text: "Zq9" }] }] }) },
  "content-tree": { link: (value) => contentTree({ type: "paragraph", children: [{ type: "link", url: value, children: [{ type: "text", value: "Zq9" }] }] }) },
};

/** Fields that hold the address of a picture, or of a page on the web, by format. */
export const picture = {
  html: { picture: (value) => `<p>${BEFORE}</p>${img(value)}<p>${AFTER}</p>`, "lazy picture": (value) => `<p>${BEFORE}</p><img data-src="${html(value)}" alt="Zq9"><p>${AFTER}</p>` },
  wordpress: { "lead picture": (value) => wordpress(media({ source_url: value })), shortcode: (value) => wordpress({}, `[caption]${img(value)} x[/caption]`) },
  ans: { picture: (value) => ansImage({ url: value }), still: (value) => ans({ type: "video", streams: [{ url: PICTURE, stream_type: "mp4" }], promo_image: { url: value } }) },
  editorjs: { picture: (value) => editorImage({ file: { url: value } }), file: (value) => editorjs("attaches", { file: { url: value, name: "x.mp3" }, title: "Zq9" }) },
  lexical: { picture: (value) => lexical({ type: "image", src: value, alt: "Zq9", caption: "" }), film: (value) => lexical({ type: "video", src: value, thumbnailSrc: value, caption: "" }) },
  ninjs: { rendition: (value) => ninjsPicture({ renditions: { original: { href: value, width: 900, height: 600, mimetype: "image/jpeg" } } }) },
  "apple-news": { photo: (value) => apple({ role: "photo", URL: value, accessibilityCaption: "Zq9" }), film: (value) => apple({ role: "video", URL: value, stillURL: value }) },
  guardian: { asset: (value) => guardianImage({}, value) },
  "schema-org": { image: (value) => linked({ image: { "@type": "ImageObject", url: value } }), "page of an author": (value) => linked({ author: { "@type": "Person", name: "Zq9", url: value } }) },
  "portable-text": { asset: (value) => portable({ _type: "image", asset: { url: value }, alt: "Zq9" }) },
  prosemirror: { image: (value) => prosemirror({ type: "image", attrs: { src: value, alt: "Zq9" } }) },
  strapi: { image: (value) => strapi({ type: "image", image: { url: value, mime: "image/jpeg", alternativeText: "Zq9", width: 9, height: 9 }, children: [leaf("")] }) },
  slate: { image: (value) => slate({ type: "image", url: value, alt: "Zq9", children: [{ text: "" }] }) },
};

const between = (element) => `<p>${BEFORE}</p>${element}<p>${AFTER}</p>`;

/** Attributes of HTML, by what they hold. */
export const attributes = {
  id: { "id of a heading": (value) => between(`<h2 id="${html(value)}">Zq9</h2>`), "id of a note": (value) => between(`<a href="#${html(value)}">Zq9</a><ol class="footnotes"><li id="${html(value)}">Zq9</li></ol>`) },
  lang: { lang: (value) => between(`<p lang="${html(value)}">Zq9</p>`), hreflang: (value) => between(`<p><a href="/a" hreflang="${html(value)}">Zq9</a></p>`) },
  srcset: { srcset: (value) => between(`<img src="${PICTURE}" alt="Zq9" srcset="${html(value)}">`), source: (value) => between(`<picture><source srcset="${html(value)}" media="${html(value)}"><img src="${PICTURE}" alt="Zq9"></picture>`) },
  css: { style: (value) => between(`<p style="color:${html(value)}" class="${html(value)}">Zq9</p>`) },
  attribute: {
    alt: (value) => between(`<img src="${PICTURE}" alt="${html(value)}">Zq9`),
    sizes: (value) => between(`<img src="${PICTURE}" alt="Zq9" width="${html(value)}" height="${html(value)}" title="${html(value)}">`),
    others: (value) => between(`<table class="${html(value)}"><tr><td colspan="${html(value)}" align="${html(value)}">Zq9</td><td>x</td></tr></table><pre class="language-${html(value)}"><code>x</code></pre>`),
  },
};
