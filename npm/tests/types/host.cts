// The same in CommonJS.

import { NewsprintError, type Options, render } from "newsprint";

const options: Options = { headingLevel: 2 };
export const html: string = render("x", options).html;
export const isOurs = (error: unknown): boolean => error instanceof NewsprintError;
