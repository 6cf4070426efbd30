import { renderToString } from "newsprint";
import ferry from "../../ferry.json";

export const load = () => ({ html: renderToString(ferry) });
