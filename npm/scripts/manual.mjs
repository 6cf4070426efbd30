// The sources on the pages of the manual and the cases of the formats, which are tests and documentation, and here
// samples. Knows their fences and files.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const pages = fileURLToPath(new URL("../../tests/spec", import.meta.url));

/** The fences that hold sources, and how a file of that kind ends. */
const ENDINGS = { json: "json", markdown: "md", plain: "txt" };

/** Returns every source with the page that it is on; `options` are those that the page shows it with. */
export function sources() {
  return readdirSync(pages)
    .filter((name) => name.endsWith(".md"))
    .flatMap((file) => sourcesOf(file.slice(0, -3), readFileSync(join(pages, file), "utf8")));
}

function sourcesOf(page, text) {
  const title = /^# (.*)$/m.exec(text)?.[1] ?? page;
  const about = /^# .*\n+((?:[^\n]|\n(?!\n))+)/.exec(text)?.[1].split(/(?<=[.:]) /)[0].replaceAll("`", "") ?? "";
  return [...text.matchAll(/^```(json|markdown|plain)( [^\n]*)?\n(.*?)\n```$/gms)].map(([, language, info, source], index) => ({
    page,
    title,
    about,
    file: `${page}-${index + 1}.${ENDINGS[language]}`,
    source,
    options: optionsOf(info ?? ""),
  }));
}

function optionsOf(info) {
  const options = {};
  for (const [name, value] of info.split(" ").filter(Boolean).map((option) => option.split("="))) {
    const word = /^words\.(.*)/.exec(name)?.[1];
    if (word) (options.words ??= {})[word] = value.replaceAll("_", " ");
    else if (name === "updateThreshold") options[name] = Number(value);
    else options[name] = name === "contents" ? value === "yes" : value.split(",");
  }
  return Object.keys(options).length ? options : undefined;
}

const formats = fileURLToPath(new URL("../../tests/formats", import.meta.url));

/** Returns every case of a format: a document that is read by its shape alone, or with the format that its options name. */
export function cases() {
  if (!existsSync(formats)) return [];
  return readdirSync(formats).flatMap((format) =>
    readdirSync(join(formats, format))
      .filter((name) => /^[^.]+\.(json|html|md|txt)$/.test(name))
      .map((name) => ({ format, name, path: join(formats, format, name), options: caseOptions(join(formats, format, name)) })),
  );
}

/** The options of a case stand in a file beside it, one a line. */
function caseOptions(path) {
  const file = path.replace(/\.\w+$/, ".options");
  if (!existsSync(file)) return undefined;
  const options = Object.fromEntries(readFileSync(file, "utf8").split("\n").filter(Boolean).map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)]));
  if (options.sanity) {
    const [projectId, dataset] = options.sanity.split("/");
    options.sanity = { projectId, dataset };
  }
  return options;
}
