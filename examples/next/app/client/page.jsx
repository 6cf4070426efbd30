"use client";
// A client component: rendered on the server as well, kept when it is hydrated, changed when the article changes.
import { Article } from "newsprint/react";
import { useState } from "react";
import ferry from "../../ferry.json";

export default function Page() {
  const [article, setArticle] = useState(ferry);
  return (
    <>
      <button onClick={() => setArticle({ ...ferry, headline: "Night ferry is late" })}>Later</button>
      <Article source={article} />
    </>
  );
}
