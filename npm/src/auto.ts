// `newsprint/auto`: one script for a plain page: the element, with all behaviours on.

import { start } from "./behaviours.js";

export { NewsprintArticle } from "./element.js";

start();
