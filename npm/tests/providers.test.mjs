// Who is recognised by an address, where that is shown, and who is not let through.

import assert from "node:assert/strict";
import { test } from "node:test";
import { providers, recognise } from "newsprint/behaviours";

const known = [
  ["https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=3", "YouTube", "dQw4w9WgXcQ"],
  ["https://youtu.be/dQw4w9WgXcQ?si=x", "YouTube", "dQw4w9WgXcQ"],
  ["https://www.youtube.com/shorts/dQw4w9WgXcQ", "YouTube", "dQw4w9WgXcQ"],
  ["https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ", "YouTube", "dQw4w9WgXcQ"],
  ["https://vimeo.com/76979871", "Vimeo", "76979871"],
  ["https://vimeo.com/76979871/0a1b2c3d4e", "Vimeo", "76979871/0a1b2c3d4e"],
  ["https://player.vimeo.com/video/76979871", "Vimeo", "76979871"],
  ["https://twitter.com/harbour/status/1234567890123456789", "X", "1234567890123456789"],
  ["https://x.com/i/web/status/1234567890123456789", "X", "1234567890123456789"],
  ["https://www.instagram.com/p/CxAbC_d-EfG/", "Instagram", "p/CxAbC_d-EfG"],
  ["https://www.instagram.com/harbour/reel/CxAbCdEfG/", "Instagram", "reel/CxAbCdEfG"],
  ["https://www.facebook.com/harbour/posts/1234567890", "Facebook", "harbour/posts/1234567890"],
  ["https://www.facebook.com/watch/?v=1234567890", "Facebook", "watch/?v=1234567890"],
  ["https://www.tiktok.com/@harbour/video/7123456789012345678", "TikTok", "7123456789012345678"],
  ["https://bsky.app/profile/harbour.example/post/3kabc2def", "Bluesky", "harbour.example/3kabc2def"],
  ["https://bsky.app/profile/did:plc:abc123/post/3kabc2def", "Bluesky", "did:plc:abc123/3kabc2def"],
  ["https://mastodon.social/@harbour/109876543210987654", "Mastodon", "mastodon.social/@harbour/109876543210987654"],
  ["https://open.spotify.com/intl-de/episode/4rOoJ6Egrf8K2IrywzwOMk", "Spotify", "episode/4rOoJ6Egrf8K2IrywzwOMk"],
  ["https://soundcloud.com/harbour/fog-horn", "SoundCloud", "harbour/fog-horn"],
  ["https://datawrapper.dwcdn.net/aB3dE/2/", "Datawrapper", "aB3dE"],
  ["https://public.flourish.studio/visualisation/1234567/", "Flourish", "visualisation/1234567"],
  ["https://www.google.com/maps/place/Port+Elwen/@53.1,-4.2,14z", "Google Maps", "Port Elwen"],
  ["https://maps.google.com/?q=Port+Elwen", "Google Maps", "Port Elwen"],
];

test("addresses as readers copy them", () => {
  for (const [address, provider, id] of known) assert.deepEqual(recognise(address), { provider, id }, address);
  assert.deepEqual(new Set(known.map(([, provider]) => provider)), new Set(providers()));
});

test("addresses that only look like them", () => {
  const hosts = [
    "https://youtube.com.evil.example/watch?v=dQw4w9WgXcQ", "https://evil.example/youtube.com/watch?v=dQw4w9WgXcQ",
    "https://youtube.com@evil.example/watch?v=dQw4w9WgXcQ", "https://evil.example#youtube.com/watch?v=dQw4w9WgXcQ",
    "https://user@www.youtube.com/watch?v=dQw4w9WgXcQ", "https://www.youtube.com:8443/watch?v=dQw4w9WgXcQ",
    "https://xyoutube.com/watch?v=dQw4w9WgXcQ", "https://youtube.com./watch?v=dQw4w9WgXcQ", "https://yоutube.com/watch?v=dQw4w9WgXcQ",
    "javascript:alert(1)//youtube.com/watch?v=dQw4w9WgXcQ", "data:text/html,https://youtu.be/dQw4w9WgXcQ", "//youtu.be/dQw4w9WgXcQ",
    "https:\\\\evil.example\\youtu.be\\dQw4w9WgXcQ", "https://mastodon.example/@harbour/109876543210987654", "https://www.google.com/search?q=maps",
    "ftp://youtu.be/dQw4w9WgXcQ", "", "not an address", "blob:https://youtu.be/dQw4w9WgXcQ",
  ];
  const ids = [
    "https://www.youtube.com/watch?v=dQw4w9WgXcQ%22onload=", "https://www.youtube.com/watch?v=../../x", "https://youtu.be/dQw4w9WgXc",
    "https://x.com/harbour/status/12%2F..%2F", "https://www.instagram.com/p/%2e%2e/", "https://vimeo.com/76979871/..%2f",
    "https://open.spotify.com/track/../x", "https://soundcloud.com/a/b%3Fc", "https://www.facebook.com/plugins/post.php?href=https://evil.example",
    "https://www.google.com/maps/embed?pb=%22%3E%3Cscript%3E", "https://datawrapper.dwcdn.net/aB3dE/../../x/", "https://bsky.app/profile/a%2Fb/post/3k",
  ];
  for (const address of [...hosts, ...ids]) assert.equal(recognise(address), undefined, address);
});
