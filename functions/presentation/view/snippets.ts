/**
 * What is copied to put a question on another page: the element with its script, a frame, or an address.
 * Pure, because the Worker prints them, oEmbed answers with one, and the builder makes them in the browser.
 */
import type { Theme } from "./appearance.ts";
import { escapeHtml } from "./escape-html.ts";

/** An installation as other sites name it: its origin, and a content-hashed script of it. */
export interface Installation {
  origin: string;
  script: { href: string; integrity: string };
}

/** How a page or the element is to look, as far as it is said; nothing for the usual look. */
export interface AskedLook {
  theme?: Theme;
  lang?: string;
}

export interface FrameSize {
  /** In pixels, or as wide as its place. */
  width: number | "100%";
  height: number;
}

/** High enough for the summary rows beside each other on a desktop; a phone scrolls inside. */
export const usualFrame: FrameSize = { width: "100%", height: 1100 };

const frameTitle = "CAR-T or bispecific antibody";

/**
 * A frame needs `allow-scripts` and nothing else. Beyond that: sources open in windows of their own, which
 * are not sandboxed because a publisher's page would not work so; files can be saved; a copy goes to the
 * clipboard. It gets no origin, so that nothing can be stored in it.
 */
const sandbox = "allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads";

/** The question as attributes of the element. */
export function script(
  { origin, script: { href, integrity } }: Installation,
  question: string,
  look: AskedLook = {},
): string {
  const attributes = [...new URLSearchParams(question), ...said(look)].map(
    ([name, value]) => ` ${name}="${escapeHtml(value)}"`,
  );
  return `<script type="module" src="${escapeHtml(origin + href)}" integrity="${integrity}" crossorigin></script>
<myeloma-compare${attributes.join("")}></myeloma-compare>`;
}

export function frame(
  origin: string,
  question: string,
  look: AskedLook,
  { width, height }: FrameSize,
): string {
  return `<iframe src="${escapeHtml(link(origin, question, look))}" title="${frameTitle}" width="${width}" height="${height}" frameborder="0" sandbox="${sandbox}" allow="clipboard-write"></iframe>`;
}

/** A frame that takes the height of its content from the script beside it: that for frames, not the element's. */
export function fittingFrame(
  { origin, script: { href, integrity } }: Installation,
  question: string,
  look: AskedLook = {},
  { width }: Pick<FrameSize, "width"> = usualFrame,
): string {
  const fitting = frame(origin, question, look, { ...usualFrame, width }).replace(
    "<iframe ",
    "<iframe data-myeloma-compare ",
  );
  return `${fitting}
<script async src="${escapeHtml(origin + href)}" integrity="${integrity}" crossorigin></script>`;
}

/** The address itself, which is what messages, slides and codes carry. */
export function link(origin: string, question: string, look: AskedLook = {}): string {
  const parameters = said(look).map(([name, value]) => `${name}=${value}`);
  const search = [question, ...parameters].filter(Boolean).join("&");
  return `${origin}/embed${search && `?${search}`}`;
}

function said({ theme = "auto", lang }: AskedLook): [string, string][] {
  return [
    ...(theme === "auto" ? [] : [["theme", theme] satisfies [string, string]]),
    ...(lang === undefined ? [] : [["lang", lang] satisfies [string, string]]),
  ];
}
