/**
 * The HTML to copy to another page: the element with its script, a frame, or a link. Pure, because
 * it is used by the Worker, by the oEmbed answer, and by the builder in the browser.
 */
import type { Theme } from "./appearance.ts";
import { escapeHtml } from "./escape-html.ts";

/**
 * An installation of the service, for use on other sites: its origin, and one of its content-hashed
 * scripts.
 */
export interface Installation {
  origin: string;
  script: { href: string; integrity: string };
}

/** The requested look of a page or element. Empty for the default look. */
export interface AskedLook {
  theme?: Theme;
  lang?: string;
}

export interface FrameSize {
  /** In pixels; `100%` fills the available width. */
  width: number | "100%";
  height: number;
}

/**
 * High enough for the summary rows on a desktop, where they are side by side. On a phone the frame
 * scrolls.
 */
export const usualFrame: FrameSize = { width: "100%", height: 1100 };

const frameTitle = "CAR-T or bispecific antibody";

/**
 * Only `allow-scripts` is required. The others are for convenience: links to sources open in new
 * windows, which are not sandboxed because publishers' pages would not work; files can be saved.
 * There is no `allow-same-origin`, so that nothing can be stored in the frame.
 * Copying to the clipboard is permitted by the `allow` attribute of the frame.
 */
const sandbox = "allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads";

/** The element with the question as attributes, and its script. */
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

/**
 * A frame with the script that adjusts its height to the content. This is `frame.js`, not the
 * script of the element.
 */
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

/** The address only. */
export function link(origin: string, question: string, look: AskedLook = {}): string {
  return address(origin, question, said(look));
}

/**
 * The address with the version of the data that it was made with, for messages, slides and QR codes:
 * the page then says what changed since.
 */
export function permalink(
  origin: string,
  question: string,
  dataVersion: string,
  look: AskedLook = {},
): string {
  return address(origin, question, [...said(look), ["as-of", dataVersion]]);
}

function address(origin: string, question: string, more: readonly [string, string][]): string {
  const parameters = more.map(([name, value]) => `${name}=${value}`);
  const search = [question, ...parameters].filter(Boolean).join("&");
  return `${origin}/embed${search && `?${search}`}`;
}

function said({ theme = "auto", lang }: AskedLook): [string, string][] {
  return [
    ...(theme === "auto" ? [] : [["theme", theme] satisfies [string, string]]),
    ...(lang === undefined ? [] : [["lang", lang] satisfies [string, string]]),
  ];
}
