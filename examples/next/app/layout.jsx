import "newsprint/style.css";

export const metadata = { title: "Night ferry returns" };

export default function Layout({ children }) {
  return (
    <html lang="en">
      <body>
        <main>{children}</main>
      </body>
    </html>
  );
}
