// Looks at steps that came over the network before anything is built from them. Knows what an article can be made of,
// nothing of what it says.

import names from "../../core/names.js";
import { NewsprintError } from "../error.js";

const elements = new Set(names[0]);
const attributes = new Set(names[1]);
/** The attributes that lead somewhere, and where they may lead. */
const ADDRESSES = new Set(["href", "src", "cite", "poster"]);
const SCHEMES = new Set(["http:", "https:", "mailto:", "tel:"]);

/** Returns the steps if they build an article and nothing else. */
export function trusted(steps: string, base: string): string {
  const list = steps.split("\0");
  let depth = 0;
  const wrong = (what: string): never => {
    throw new NewsprintError({ code: "steps", message: `what was sent is no article: ${what}` });
  };
  for (let index = 0; index < list.length - 1; index++) {
    const rest = list[index]!.slice(1);
    switch (list[index]![0]) {
      case "+":
        if (!elements.has(rest)) wrong(`\`${rest}\` is no element of one`);
        if (depth++ === 0 && (index > 0 || rest !== "article")) wrong("it is not one element");
        break;
      case "=": {
        const value = list[++index];
        if (!attributes.has(rest) || value === undefined) wrong(`\`${rest}\` is no attribute of one`);
        if (ADDRESSES.has(rest) && !SCHEMES.has(scheme(value!, base))) wrong("an address that leads nowhere safe");
        break;
      }
      case '"':
        break;
      case "-":
        depth--;
        break;
      default:
        wrong("a step that there is not");
    }
    if (depth < 1 && index < list.length - 2) wrong("it is not one element");
  }
  if (depth !== 0 || list.length < 3 || list.at(-1) !== "") wrong("it breaks off");
  return steps;
}

function scheme(address: string, base: string): string {
  try {
    return new URL(address, base).protocol;
  } catch {
    // What is no address leads nowhere.
    return "https:";
  }
}
