import "newsprint/style.css";

export const metadata = { title: "Night ferry returns" };

export default function Layout({ children }) {
  return (
    <html lang="en" style={{ colorScheme: "light dark" }}>
      <body style={{ margin: 0, background: "light-dark(#fffefb, #15171a)" }}>
        <main>{children}</main>
      </body>
    </html>
  );
}
