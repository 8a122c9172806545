/**
 * What is copied to put a question on another page: the element with its script, a frame, or an address.
 * Pure, because the Worker prints them, oEmbed answers with one, and the builder makes them in the browser.
 */
import type { Theme } from "../../widget/element-contract.ts";
import { escapeHtml } from "./escape-html.ts";

/** An installation as other sites name it: its origin, and the element's content-hashed script. */
export interface Installation {
  origin: string;
  script: { href: string; integrity: string };
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
  theme: Theme,
): string {
  const attributes = [...new URLSearchParams(question), ...shown(theme)].map(
    ([name, value]) => ` ${name}="${escapeHtml(value)}"`,
  );
  return `<script type="module" src="${escapeHtml(origin + href)}" integrity="${integrity}" crossorigin></script>
<myeloma-compare${attributes.join("")}></myeloma-compare>`;
}

export function frame(
  origin: string,
  question: string,
  theme: Theme,
  { width, height }: FrameSize,
): string {
  return `<iframe src="${escapeHtml(link(origin, question, theme))}" title="${frameTitle}" width="${width}" height="${height}" sandbox="${sandbox}" allow="clipboard-write"></iframe>`;
}

/** A frame that takes the height of its content from the script beside it, here named as `script`. */
export function fittingFrame(
  { origin, script: { href, integrity } }: Installation,
  question: string,
  theme: Theme,
): string {
  const fitting = frame(origin, question, theme, usualFrame).replace(
    "<iframe ",
    "<iframe data-myeloma-compare ",
  );
  return `${fitting}
<script async src="${escapeHtml(origin + href)}" integrity="${integrity}" crossorigin></script>`;
}

/** The address itself, which is what messages, slides and codes carry. */
export function link(origin: string, question: string, theme: Theme = "auto"): string {
  const look = shown(theme).map(([name, value]) => `${name}=${value}`);
  const search = [question, ...look].filter(Boolean).join("&");
  return `${origin}/embed${search && `?${search}`}`;
}

function shown(theme: Theme): [string, string][] {
  return theme === "auto" ? [] : [["theme", theme]];
}
