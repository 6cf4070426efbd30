// The floor to measure against: what one would write by hand, as fast as JavaScript goes, for canonical JSON in
// English. It writes the same bytes as Newsprint for the workloads, and does nothing else that Newsprint does.

/** Returns the article as HTML in UTF-8. */
export function template(bytes) {
  tables = 0;
  return Buffer.from(article(JSON.parse(bytes.toString())));
}

function article(a) {
  const body = a.body.length ? `<div class="np-body">${blocks(a.body)}</div>` : "";
  return `<article class="np-article" lang="${attribute(a.language)}" dir="ltr" aria-labelledby="np-headline">${header(a)}${body}${updates(a)}</article>`;
}

function header(a) {
  const crumbs = a.breadcrumb.map(({ name, url }) => `<li><a href="${attribute(url)}">${text(name)}</a></li>`).join("");
  const here = `<li aria-current="page">${text(a.headline.map(({ value }) => value).join(""))}</li>`;
  return `<header class="np-header"><nav class="np-breadcrumb" aria-label="Breadcrumb"><ol>${crumbs}${here}</ol></nav>` +
    `<h1 class="np-headline" id="np-headline">${line(a.headline)}</h1><p class="np-standfirst">${line(a.standfirst)}</p>` +
    `${byline(a.authors)}<p class="np-dates"><span class="np-published">Published ${date(a.datePublished)}</span> ` +
    `<span class="np-updated">Updated ${date(a.dateModified)}</span></p></header>`;
}

function byline(authors) {
  const names = authors.map(({ name, url }) =>
    url
      ? `<a class="np-author" rel="author" href="${attribute(url)}">${text(name)}</a>`
      : `<span class="np-author">${text(name)}</span>`);
  const last = names.pop();
  return `<p class="np-byline">By ${names.length ? `${names.join(", ")} and ${last}` : last}</p>`;
}

const months = "January February March April May June July August September October November December".split(" ");

function date(value) {
  const words = `${Number(value.slice(8, 10))} ${months[Number(value.slice(5, 7)) - 1]} ${value.slice(0, 4)}, ${value.slice(11, 16)} UTC`;
  return `<time datetime="${value.slice(0, 19)}Z">${words}</time>`;
}

/** The blocks of which the pull quotes may repeat a sentence. */
let around;

function blocks(list) {
  around = list;
  return list.map(block).join("");
}

function isSaid(quote) {
  return around.some(({ type, content }) => (type === "paragraph" || type === "heading") && plain(content).includes(quote));
}

function plain(inlines) {
  return inlines.map(({ value, content }) => value ?? plain(content)).join("");
}

function block(b) {
  switch (b.type) {
    case "paragraph":
      return `<p>${line(b.content)}</p>`;
    case "heading":
      return `<h${b.level} class="np-heading" id="np-h-${attribute(b.id)}">${line(b.content)}</h${b.level}>`;
    case "image":
      return figure(b);
    case "pullquote":
      return `<aside class="np-pullquote" role="doc-pullquote"${isSaid(plain(b.content)) ? ` aria-hidden="true"` : ""}><p>${line(b.content)}</p><p class="np-attribution">— <cite class="np-cite">${line(b.cite)}</cite></p></aside>`;
    case "list":
      return `<ul class="np-list">${b.items.map(({ content }) => `<li>${line(content[0].content)}</li>`).join("")}</ul>`;
    case "table":
      return table(b);
    default:
      throw new Error(`no template for ${b.type}`);
  }
}

function figure(b) {
  const candidates = b.sources.map(({ src, width }) => `${src} ${width}w`);
  if (!b.sources.some(({ width }) => width === b.width)) candidates.push(`${b.src} ${b.width}w`);
  const srcset = candidates.join(", ");
  return `<figure class="np-figure"><img class="np-image" loading="lazy" decoding="async" sizes="(min-width: 42em) 39rem, calc(100vw - 2rem)" ` +
    `srcset="${attribute(srcset)}" src="${attribute(b.src)}" alt="${attribute(b.alt)}" width="${b.width}" height="${b.height}">` +
    `<figcaption class="np-figcaption"><span class="np-caption">${line(b.caption)}</span> <span class="np-credit">${labelled(b.creditText)}</span></figcaption></figure>`;
}

function labelled(credit) {
  return /^(Photo|Picture|Image)/.test(credit) ? text(credit) : `<span class="np-vh">Image credit: </span>${text(credit)}`;
}

let tables;

function table(b) {
  const id = `np-table-${++tables}`;
  const cell = ({ content, scope }, head) =>
    head ? `<th scope="col">${line(content)}</th>` : scope ? `<th scope="${scope}">${line(content)}</th>` : `<td>${line(content)}</td>`;
  const rows = (rows, head) => rows.map((row) => `<tr>${row.map((c) => cell(c, head)).join("")}</tr>`).join("");
  return `<div class="np-scroll" role="region" tabindex="0" aria-labelledby="${id}"><table class="np-table"><caption class="np-table-caption" id="${id}">${line(b.caption)}</caption>` +
    `<thead>${rows(b.head, true)}</thead><tbody>${rows(b.body, false)}</tbody></table></div>`;
}

function updates(a) {
  if (!a.updates) return "";
  const posts = a.updates.map((post) => {
    const [id, headline] = [`np-post-${attribute(post.id)}`, `np-headline-${attribute(post.id)}`];
    return `<article class="np-post${post.isKeyEvent ? " np-key-event" : ""}" id="${id}" aria-labelledby="${headline}"><header class="np-post-header">` +
      `<p class="np-post-dates"><span class="np-vh">Link to this post: </span><a class="np-permalink" href="#${id}">${date(post.datePublished)}</a></p>` +
      `<h2 class="np-post-headline" id="${headline}">${line(post.headline)}</h2>${byline(post.authors)}</header><div class="np-body">${blocks(post.body)}</div></article>`;
  });
  return `<section class="np-updates" aria-label="Latest updates">${posts.join("")}</section>`;
}

function line(inlines) {
  let out = "";
  for (const inline of inlines) {
    switch (inline.type) {
      case "text":
        out += text(inline.value);
        break;
      case "link":
        out += `<a href="${attribute(inline.href)}">${line(inline.content)}</a>`;
        break;
      case "strong":
        out += `<strong>${line(inline.content)}</strong>`;
        break;
      case "emphasis":
        out += `<em>${line(inline.content)}</em>`;
        break;
      default:
        throw new Error(`no template for ${inline.type}`);
    }
  }
  return out;
}

const entities = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\u00a0": "&nbsp;" };
const escaped = (character) => entities[character];

function text(value) {
  return /[&<>\u00a0]/.test(value) ? value.replace(/[&<>\u00a0]/g, escaped) : value;
}

function attribute(value) {
  return /[&<>"\u00a0]/.test(value) ? value.replace(/[&<>"\u00a0]/g, escaped) : value;
}
