// Embeds that load nothing before the reader agrees. Knows the figures of the article and what the reader has agreed to,
// nothing of who recognises whom.

import { hasConsent, onConsent, setConsent } from "./consent.js";
import { button, each, extra, type Stop } from "./extra.js";
import { type Frame, frameOf, type Recogniser } from "./providers.js";
import { type BehaviourWords, fill, wordsFor } from "./words.js";

/** What a frame may do: nothing that reaches the page around it or leads it elsewhere. */
const SANDBOX = "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-presentation";

let skipped = 0;

/** What a host can say about behaviours. */
export interface BehaviourOptions {
  /** Words that the host says in its own way. */
  words?: Partial<BehaviourWords>;
  /** Providers that only the host knows, such as those that it asks by oEmbed. */
  recognise?: Recogniser;
}

/** Lets readers load the embeds in `root`; until they do, there is the link that the article has. */
export function embeds(root: ParentNode & Node = document, { words: own, recognise }: BehaviourOptions = {}): Stop {
  const shown = new Map<HTMLElement, { embed: Frame; refresh: Stop }>();
  const stops = [
    each(root, ".np-embed", (figure) => {
      const link = linkOf(figure);
      const embed = link && frameOf(link.href, recognise);
      if (!embed) return;
      const refresh = () => (hasConsent(embed.provider) ? frame(figure, link, embed, own) : facade(figure, link, embed, own));
      shown.set(figure, { embed, refresh });
      refresh();
    }),
    onConsent((provider) => shown.forEach(({ embed, refresh }) => embed.provider === provider && refresh())),
  ];
  return () => stops.forEach((stop) => stop());
}

function linkOf(figure: Element): HTMLAnchorElement | null {
  return figure.querySelector<HTMLAnchorElement>(":scope > .np-embed-link > a[href]");
}

/** Puts what is not part of the article after the link that is. */
function place(figure: HTMLElement, link: Element, ...nodes: Element[]): void {
  figure.querySelectorAll(":scope > .np-facade, :scope > .np-frame").forEach((node) => node.remove());
  link.parentElement!.after(...nodes);
}

function facade(figure: HTMLElement, link: HTMLAnchorElement, { provider }: Frame, own?: Partial<BehaviourWords>): void {
  const words = wordsFor(figure, own);
  const box = extra("div", "np-facade");
  const load = button("np-load", fill(words.embedLoad, provider), () => {
    setConsent(provider, true);
    // The button is gone: what it has brought takes its place for the keyboard.
    figure.querySelector<HTMLElement>("iframe")?.focus({ preventScroll: true });
    figure.dispatchEvent(new CustomEvent("newsprint-consent", { bubbles: true, composed: true, detail: { provider, granted: true } }));
  });
  const notice = extra("p", "np-notice", fill(words.embedNotice, provider));
  box.append(notice, load);
  place(figure, link, box);
}

function frame(figure: HTMLElement, link: HTMLAnchorElement, embed: Frame, own?: Partial<BehaviourWords>): void {
  const { src, size = "16 / 9" } = embed;
  const box = extra("div", "np-frame");
  const skip = extra("a", "np-skip", fill(wordsFor(figure, own).embedSkip, embed.provider));
  const end = extra("span", "np-skip-end");
  end.id = `np-skip-${++skipped}`;
  end.tabIndex = -1;
  skip.href = `#${end.id}`;
  // A fragment of a shadow tree is no target.
  skip.addEventListener("click", (event) => {
    event.preventDefault();
    end.focus();
  });
  const iframe = document.createElement("iframe");
  iframe.title = link.textContent || embed.provider;
  iframe.setAttribute("sandbox", SANDBOX);
  iframe.loading = "lazy";
  iframe.referrerPolicy = "strict-origin-when-cross-origin";
  iframe.allow = "fullscreen; encrypted-media; picture-in-picture";
  if (typeof size === "string") iframe.style.aspectRatio = size;
  else iframe.style.blockSize = `${size}px`;
  iframe.src = src;
  box.append(skip, iframe, end);
  place(figure, link, box);
}
