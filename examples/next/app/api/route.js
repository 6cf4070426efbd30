// A route handler: the article as plain text.
import { toText } from "newsprint";
import ferry from "../../ferry.json";

export const GET = () => new Response(toText(ferry));
