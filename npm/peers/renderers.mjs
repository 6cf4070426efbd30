// The renderers that the formats' own makers keep, from bytes to bytes, with what a site has to add to each so that
// its pictures, tables and posts show. None of them checks, reads credits or makes a page accessible.

import { BLOCKS } from "@contentful/rich-text-types";
import { documentToHtmlString } from "@contentful/rich-text-html-renderer";
import { toHTML } from "@portabletext/to-html";
import { renderJSONContentToString } from "@tiptap/static-renderer/json/html-string";
import edjsHTML from "editorjs-html";
import { marked } from "marked";

/** For each format its renderer, and how the name of a workload in it ends. */
export const peers = [
  { format: "Portable Text", ending: "pt.json", peer: "@portabletext/to-html", run: json(portableText) },
  { format: "Contentful", ending: "cf.json", peer: "@contentful/rich-text-html-renderer", run: json(contentful) },
  { format: "TipTap", ending: "pm.json", peer: "@tiptap/static-renderer", run: json(tiptap()) },
  { format: "Editor.js", ending: "ej.json", peer: "editorjs-html (escapes nothing)", run: json(editorjs()) },
  { format: "Markdown", ending: "md", peer: "marked", run: (bytes) => Buffer.from(marked.parse(bytes.toString())) },
];

function json(render) {
  return (bytes) => Buffer.from(render(JSON.parse(bytes.toString())));
}

function portableText(blocks) {
  return toHTML(blocks, { components: { types: { image: ({ value }) => picture(value.asset.url, value), pullquote, table, postHeader } } });
}

function pullquote({ value }) {
  return `<aside><p>${text(value.text)}</p><cite>${text(value.cite)}</cite></aside>`;
}

function table({ value }) {
  const cells = (row, tag) => `<tr>${row.map((cell) => `<${tag}>${text(cell)}</${tag}>`).join("")}</tr>`;
  return `<table><caption>${text(value.caption)}</caption>${cells(value.head, "th")}${value.rows.map((row) => cells(row.cells, "td")).join("")}</table>`;
}

function postHeader({ value }) {
  return `<header id="${text(value.id)}"><time datetime="${text(value.time)}">${text(value.time)}</time><h2>${text(value.title)}</h2><p>${text(value.author)}</p></header>`;
}

function contentful(document) {
  const asset = ({ data }) => {
    const { fields } = data.target;
    return picture(fields.file.url, { ...fields, ...fields.file.details?.image, alt: fields.title, caption: fields.description });
  };
  return documentToHtmlString(document, { renderNode: { [BLOCKS.EMBEDDED_ASSET]: asset } });
}

function tiptap() {
  const tag = (name) => ({ children }) => `<${name}>${[].concat(children ?? []).join("")}</${name}>`;
  const names = {
    doc: "div", paragraph: "p", blockquote: "blockquote", bulletList: "ul", orderedList: "ol", listItem: "li",
    table: "table", tableRow: "tr", tableHeader: "th", tableCell: "td",
  };
  const nodeMapping = Object.fromEntries(Object.entries(names).map(([type, name]) => [type, tag(name)]));
  nodeMapping.text = ({ node }) => text(node.text);
  nodeMapping.heading = ({ node, children }) => tag(`h${node.attrs.level}`)({ children });
  nodeMapping.figure = ({ node, children }) => picture(node.attrs.src, { ...node.attrs, inside: [].concat(children ?? []).join("") });
  nodeMapping.postHeader = ({ node }) => postHeader({ value: node.attrs });
  const markMapping = {
    bold: tag("strong"),
    italic: tag("em"),
    link: ({ mark, children }) => `<a href="${text(mark.attrs.href)}">${[].concat(children).join("")}</a>`,
  };
  return (content) => renderJSONContentToString({ nodeMapping, markMapping })({ content });
}

function editorjs() {
  const parser = edjsHTML({
    image: ({ data }) => picture(data.file.url, { ...data, ...data.file }),
    table: ({ data }) => `<table>${data.content.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join("")}</tr>`).join("")}</table>`,
    postHeader: ({ data }) => postHeader({ value: data }),
  });
  return (document) => [].concat(parser.parse(document)).join("");
}

function picture(src, { alt, caption, credit, width, height, srcset, inside }) {
  const candidates = Array.isArray(srcset) ? srcset.map((each) => `${each.src} ${each.width}w`).join(", ") : (srcset ?? "");
  return `<figure><img src="${text(src)}" srcset="${text(candidates)}" alt="${text(alt)}" width="${width}" height="${height}">` +
    `<figcaption>${inside ?? text(caption)} <small>${text(credit)}</small></figcaption></figure>`;
}

const entities = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function text(value) {
  return String(value ?? "").replace(/[&<>"]/g, (character) => entities[character]);
}
