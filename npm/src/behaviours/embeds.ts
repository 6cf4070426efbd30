// Embeds that load nothing before the reader agrees. Knows the figures of the article and what the reader has agreed to,
// nothing of who recognises whom.

import { NewsprintError } from "../error.js";
import { hasConsent, onConsent, setConsent } from "./consent.js";
import { button, each, extra, type Stop } from "./extra.js";
import { type Answer, ask, type OembedProvider, oembedOf } from "./oembed.js";
import { type Frame, frameOf, type Recogniser, type Sized } from "./providers.js";
import { type BehaviourWords, fill, wordsFor } from "./words.js";

/** What a frame may do: nothing that reaches the page around it or leads it elsewhere. */
const SANDBOX = "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-presentation";

const REFERRER = "strict-origin-when-cross-origin";

let skipped = 0;

/** What a host can say about behaviours. */
export interface BehaviourOptions {
  /**
   * Words that the host says in its own way.
   *
   * @example
   * ```js
   * start(document, { words: { embedLoad: "Show what {} has" } });
   * ```
   */
  words?: Partial<BehaviourWords>;
  /**
   * Says where an address is shown, for providers that only the host knows.
   *
   * @example
   * ```js
   * start(document, {
   *   recognise: ({ hostname, pathname }) =>
   *     hostname === "quiz.example" ? { provider: "Quiz", src: `https://frames.quiz.example${pathname}`, size: 400 } : undefined,
   * });
   * ```
   */
  recognise?: Recogniser;
  /**
   * Who else is asked, by oEmbed, where something is shown, once the reader agrees.
   *
   * @example
   * ```js
   * start(document, {
   *   oembed: [{ provider: "Film", addresses: ["https://film.example/watch/*"], endpoint: "https://film.example/oembed", hosts: ["player.film.example"] }],
   * });
   * ```
   */
  oembed?: readonly OembedProvider[];
}

/** Where an embed is, or who knows it. */
type Embed = Frame | OembedProvider;

/**
 * Lets readers load the embeds in `root`; until they do, there is the link that the article has.
 *
 * @param root - Where they are looked for: in the document if not given.
 * @param options - What the host knows and says in its own way.
 *
 * @example
 * ```js
 * embeds(document, {
 *   oembed: [{ provider: "Film", addresses: ["https://film.example/watch/*"], endpoint: "https://film.example/oembed", hosts: ["player.film.example"] }],
 * });
 * ```
 */
export function embeds(root: ParentNode & Node = document, { words: own, recognise, oembed }: BehaviourOptions = {}): Stop {
  const shown = new Map<HTMLElement, { embed: Embed; refresh: Stop }>();
  const stops = [
    each(root, ".np-embed", (figure) => {
      const link = linkOf(figure);
      const embed = link && (frameOf(link.href, recognise) ?? oembedOf(link.href, oembed));
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

function facade(figure: HTMLElement, link: HTMLAnchorElement, embed: Embed, own?: Partial<BehaviourWords>): void {
  const { provider } = embed;
  const words = wordsFor(figure, own);
  const box = extra("div", "np-facade");
  const load = button("np-load", fill(words.embedLoad, provider), () => {
    // Where it is there already, what was asked for did not come: it is asked for again.
    if (hasConsent(provider)) frame(figure, link, embed, own);
    else setConsent(provider, true);
    // The button is gone: what it has brought takes its place for the keyboard.
    figure.querySelector<HTMLElement>("iframe")?.focus({ preventScroll: true });
    tell(figure, "newsprint-consent", { provider, granted: true });
  });
  const notice = extra("p", "np-notice", fill(words.embedNotice, provider));
  box.append(notice, load);
  place(figure, link, box);
}

function frame(figure: HTMLElement, link: HTMLAnchorElement, embed: Embed, own?: Partial<BehaviourWords>): void {
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
  iframe.title = nameOf(figure, link, embed);
  iframe.setAttribute("sandbox", SANDBOX);
  iframe.loading = "lazy";
  iframe.referrerPolicy = REFERRER;
  iframe.allow = "fullscreen; encrypted-media; picture-in-picture";
  room(iframe, embed);
  if ("src" in embed) iframe.src = embed.src;
  box.append(skip, iframe, end);
  place(figure, link, box);
  if ("src" in embed) return;
  const failed = (cause: unknown) => {
    if (!box.isConnected) return;
    const message = `${embed.provider} has nothing to show for \`${link.href}\``;
    tell(figure, "newsprint-error", new NewsprintError({ code: "embed", message }, { cause }));
    const isFocused = box.matches(":focus-within");
    facade(figure, link, embed, own);
    if (isFocused) figure.querySelector<HTMLElement>(".np-load")?.focus({ preventScroll: true });
  };
  ask(embed, link.href).then((answer) => arrive(iframe, end, answer), failed);
}

/** The title, which names the site after it, or the words of the post that stand before the link; else those of the link. */
function nameOf({ firstElementChild: first }: Element, link: Element, { provider }: Embed): string {
  const said = link.nextSibling || first!.contains(link) ? "" : first!.textContent.trim();
  return said ? `${provider}: ${said.slice(0, 100)}` : link.textContent || provider;
}

function tell(figure: HTMLElement, type: string, detail: unknown): void {
  figure.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, detail }));
}

/** Keeps the room that something takes. */
function room({ style }: HTMLElement, { size = "16 / 9" }: Sized): void {
  style.aspectRatio = typeof size === "string" ? size : "";
  style.blockSize = typeof size === "string" ? "" : `${size}px`;
}

/** Shows what a provider has answered: in the frame that waits for it, or as a picture in the place of the frame. */
function arrive(iframe: HTMLIFrameElement, end: HTMLElement, answer: Answer): void {
  if (answer.kind === "frame") {
    room(iframe, answer);
    iframe.src = answer.src;
    return;
  }
  const picture = document.createElement("img");
  picture.alt = iframe.title;
  picture.referrerPolicy = REFERRER;
  room(picture, answer);
  picture.src = answer.src;
  const isFocused = iframe.parentElement!.matches(":focus-within");
  iframe.replaceWith(picture);
  if (isFocused) end.focus({ preventScroll: true });
}
