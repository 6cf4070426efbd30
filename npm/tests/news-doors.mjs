// Documents of the formats of news around a value: where text goes, where addresses go, and where HTML goes.

const capi = (type, key, data, assets = []) => ({ type, assets, [`${key}TypeData`]: data });
const item = (elements, around = {}) => ({
  response: { status: "ok", content: { id: "zq9", type: "article", sectionId: "zq9", webTitle: "Zq9", blocks: { body: [{ id: "b", elements }] }, ...around } },
});
const components = (...list) => ({ version: "1.7", identifier: "zq9", title: "Zq9", language: "en", components: list, componentTextStyles: {} });
const node = (properties) => ({ "@context": "https://schema.org", "@type": "NewsArticle", headline: "Zq9", ...properties });
const picture = (value, href = "/zq9.jpg") => ({
  uri: value, type: "picture", headline: value, byline: value, description_text: value, body_text: value,
  renditions: { [value]: { href, mimetype: "image/jpeg", width: 800, height: 600 } },
});

export const news = {
  ninjs: {
    text: (value) => ({
      uri: value, type: "text", language: value, headline: value, byline: value, located: value, description_text: value,
      body_text: value, copyrightnotice: value, versioncreated: value, subject: [{ name: value }], authors: [{ name: value, role: value }],
      associations: { [value]: picture(value), film: { ...picture(value, "/zq9.mp4"), type: "video" }, more: { uri: value, type: "text", headline: value } },
    }),
    url: (value) => ({
      uri: "zq9", type: "text", headline: "Zq9", body_text: "Zq9", rightsinfo: { linkedrights: value }, authors: [{ name: "Zq9", avatar_url: value }],
      associations: {
        a: { ...picture("Zq9", value), digitalsourcetype: value, rightsinfo: { linkedrights: value } },
        b: { type: "video", uri: "v", renditions: { main: { href: value, mimetype: "video/mp4" }, still: { href: value, mimetype: "image/jpeg", width: 800 } } },
        c: { type: "text", uri: value, headline: "Zq9" },
      },
    }),
    "html-fragment": (value) => ({
      uri: "zq9", type: "text", headline_html: value, description_html: value, body_html: `<p>Zq9</p>${value}`,
      associations: { a: { ...picture("Zq9"), description_html: value } },
    }),
  },
  "schema-org": {
    text: (value) => node({
      headline: value, alternativeHeadline: value, description: value, articleBody: value, keywords: value, articleSection: value,
      inLanguage: value, dateline: value, datePublished: value, genre: value,
      author: [value, { "@type": "Person", name: value, worksFor: value }], publisher: { "@type": "Organization", name: value },
      image: { "@type": "ImageObject", contentUrl: "/zq9.jpg", caption: value, creditText: value, name: value },
      video: { "@type": "VideoObject", name: value, description: value, contentUrl: "/zq9.mp4", transcript: value },
      liveBlogUpdate: [{ "@type": "BlogPosting", "@id": value, headline: value, articleBody: value }],
    }),
    url: (value) => node({
      url: value, license: value, image: [value, { "@type": "ImageObject", url: value, caption: "Zq9", license: value, acquireLicensePage: value }],
      author: { "@type": "Person", name: "Zq9", url: value, image: value }, publisher: { name: "Zq9", url: value },
      video: [{ "@type": "VideoObject", contentUrl: value, embedUrl: value, url: value, thumbnailUrl: value }, { "@type": "VideoObject", name: "Zq9", embedUrl: value }],
      breadcrumb: { "@type": "BreadcrumbList", itemListElement: [{ position: 1, name: "Zq9", item: value }] },
      isPartOf: { "@type": "CreativeWorkSeries", name: "Zq9", url: value },
    }),
    "html-fragment": (value) => node({ headline: value, description: value, articleBody: `<p>Zq9</p>${value}` }),
    "json-ld": (value) => `<!doctype html><html><head><script type="application/ld+json">${value}</script><script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","articleBody":"Zq9"}</script></head><body></body></html>`,
  },
  guardian: {
    text: (value) => item([
      capi("image", "image", { alt: value, caption: value, credit: value, mediaId: value }, [{ file: "/zq9.jpg", typeData: { width: 800, height: 600 } }]),
      capi("pullquote", "pullquote", { html: value, attribution: value }),
      capi("rich-link", "richLink", { url: "/zq9", linkText: value }),
      capi("code", "code", { html: value, language: value }),
      capi("timeline", "timeline", { sections: [{ title: value, events: [{ title: value, date: value, label: value }] }] }),
      capi("video", "video", { title: value, caption: value, originalUrl: "/zq9" }),
      { type: value, title: value },
    ], { webTitle: value, fields: { headline: value, byline: value, lang: value }, tags: [{ type: "contributor", webTitle: value, id: value }] }),
    url: (value) => item([
      capi("image", "image", { alt: "Zq9" }, [{ file: value, typeData: { width: 800, secureFile: value } }]),
      capi("rich-link", "richLink", { url: value, linkText: "Zq9" }),
      capi("video", "video", { title: "Zq9", originalUrl: value }, [{ file: value, mimeType: "video/mp4" }]),
      capi("tweet", "tweet", { originalUrl: value }),
      capi("comment", "comment", { html: "Zq9", originalUrl: value }),
      { _type: "model.dotcomrendering.pageElements.YoutubeBlockElement", assetId: value, overrideImage: value, mediaTitle: "Zq9" },
      { _type: "model.dotcomrendering.pageElements.AudioAtomBlockElement", trackUrl: value, coverUrl: value },
    ], { webUrl: value, tags: [{ type: "contributor", webTitle: "Zq9", webUrl: value, bylineImageUrl: value }, { type: "series", webTitle: "Zq9", id: value }] }),
    "html-fragment": (value) => item([
      capi("text", "text", { html: value }),
      capi("embed", "embed", { html: value, alt: value, caption: value }),
      capi("image", "image", { caption: value, credit: value }, [{ file: "/zq9.jpg" }]),
      { _type: "model.dotcomrendering.pageElements.GuideAtomBlockElement", title: value, html: value },
    ], { fields: { headline: value, standfirst: value, byline: value, main: value } }),
  },
  "apple-news": {
    text: (value) => components(
      { role: "title", text: value }, { role: "intro", text: value }, { role: "byline", text: value },
      { role: "body", text: value, additions: [{ type: "link", URL: "/zq9", rangeStart: 0, rangeLength: 4 }] },
      { role: "heading1", text: value }, { role: "photo", URL: "/zq9.jpg", caption: value, accessibilityCaption: value },
      { role: "caption", text: value }, { role: "photographer", text: value }, { role: value, text: value },
      { role: "datatable", data: { descriptors: [{ key: value, label: value }], records: [{ [value]: value }] } },
      { role: "map", latitude: 1, longitude: 2, caption: value, items: [{ caption: value }] },
    ),
    url: (value) => ({
      ...components(
        { role: "body", text: "Zq9 Zq9", additions: [{ type: "link", URL: value, rangeStart: 0, rangeLength: 3 }] },
        { role: "photo", URL: value, additions: [{ type: "link", URL: value }] }, { role: "header", style: { fill: { type: "image", URL: value } } },
        { role: "video", URL: value, stillURL: value }, { role: "embedwebvideo", URL: value }, { role: "tweet", URL: value },
        { role: "link_button", URL: value, text: "Zq9" }, { role: "arkit", URL: value, stillURL: value },
      ),
      metadata: { canonicalURL: value, thumbnailURL: value },
    }),
    "html-fragment": (value) => components(
      { role: "body", format: "html", text: value }, { role: "heading1", format: "html", text: value }, { role: "htmltable", html: value },
      { role: "body", format: "html", text: `<span data-anf-textstyle="x">Zq9</span>${value}` },
    ),
    markdown: (value) => components({ role: "body", format: "markdown", text: value }, { role: "caption", format: "markdown", text: value }),
  },
};
