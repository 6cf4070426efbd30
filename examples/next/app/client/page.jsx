"use client";
// A client component: rendered on the server as well, kept when it is hydrated, changed when the article changes.
import { Article } from "newsprint/react";
import { useState } from "react";
import ferry from "../../ferry.json";

export default function Page() {
  const [article, setArticle] = useState(ferry);
  return (
    <>
      <Article source={article} />
      <p style={{ padding: "1.5rem", textAlign: "center" }}>
        <button onClick={() => setArticle({ ...ferry, headline: "Night ferry is late" })}>Make it late</button>
      </p>
    </>
  );
}
