// A server component: the article is HTML when it leaves the server, and needs no script.
import { Article } from "newsprint/react";
import ferry from "../ferry.json";

export default function Page() {
  return <Article source={ferry} />;
}
