/**
 * The HTML to copy to another page: the element with its script, a frame, or a link. Scripts and frames
 * are asked for without a referrer: the address of the page around may name a patient.
 */

import { escapeHtml } from "../words/escape-html.ts";
import type { Theme } from "./appearance.ts";

/** The requested look of a page or element. Empty for the default look. */
export interface LookParameters {
  theme?: Theme;
}

/**
 * High enough for the summary with its footer on a desktop, where numbers are side by side. On a phone
 * the frame scrolls, if nothing gives it the height of its content.
 */
export const usualHeight = 1300;

const frameTitle = "CAR-T or bispecific antibody";

/**
 * The sandbox of a frame: only `allow-scripts` is required. The others are for convenience: links to sources open in new
 * windows, which are not sandboxed because publishers' pages would not work; files can be saved.
 * There is no `allow-same-origin`, so that nothing can be stored in the frame.
 * Copying to the clipboard is permitted by the `allow` attribute of the frame.
 */
const sandbox = "allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads";

/**
 * The element with the question as attributes, and its script. What is in the element is shown where
 * the script is refused or stripped, and until it takes over.
 */
export function elementSnippet(
  origin: string,
  question: string,
  look: LookParameters = {},
): string {
  return `<script type="module" ${sourceOf(origin, "widget")}></script>
<myeloma-compare${attributesOf(question, look)}><a href="${escapeHtml(link(origin, question, look))}">${frameTitle}: the comparison</a></myeloma-compare>`;
}

/** React 19 puts a script that is `async` into the head, once for all components. */
export function reactSnippet(origin: string, question: string, look: LookParameters = {}): string {
  const source = sourceOf(origin, "widget", "referrerPolicy");
  return `export function Comparison() {
  return (
    <>
      <script async type="module" ${source} />
      <myeloma-compare${attributesOf(question, look)} />
    </>
  );
}`;
}

export function frame(
  origin: string,
  question: string,
  look: LookParameters = {},
  height = usualHeight,
): string {
  return `<iframe ${frameAttributes(origin, question, look, height)}></iframe>`;
}

function frameAttributes(
  origin: string,
  question: string,
  look: LookParameters,
  height: number,
): string {
  return `src="${escapeHtml(link(origin, question, look))}" title="${frameTitle}" width="100%" height="${height}" frameborder="0" referrerpolicy="no-referrer" sandbox="${sandbox}" allow="clipboard-write"`;
}

/** Returns a frame with the script that adjusts its height to the content. */
export function fittingFrame(origin: string, question: string, look: LookParameters = {}): string {
  return `<iframe data-myeloma-compare ${frameAttributes(origin, question, look, usualHeight)}></iframe>
<script async ${sourceOf(origin, "frame")}></script>`;
}

/** @param policy the name of the attribute, which is another in JSX */
function sourceOf(
  origin: string,
  script: "widget" | "frame",
  policy: "referrerpolicy" | "referrerPolicy" = "referrerpolicy",
): string {
  return `src="${escapeHtml(`${origin}/v1/${script}.js`)}" ${policy}="no-referrer"`;
}

function attributesOf(question: string, look: LookParameters): string {
  return [...new URLSearchParams(question), ...parametersOf(look)]
    .map(([name, value]) => ` ${name}="${escapeHtml(value)}"`)
    .join("");
}

/** Returns the address only. */
export function link(origin: string, question: string, look: LookParameters = {}): string {
  return address(origin, question, parametersOf(look));
}

function address(origin: string, question: string, more: readonly [string, string][]): string {
  const parameters = more.map(([name, value]) => `${name}=${value}`);
  const search = [question, ...parameters].filter(Boolean).join("&");
  return `${origin}/embed${search && `?${search}`}`;
}

function parametersOf({ theme = "auto" }: LookParameters): [string, string][] {
  return theme === "auto" ? [] : [["theme", theme]];
}
