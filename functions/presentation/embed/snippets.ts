/**
 * Makes the HTML to copy to another page: the element with its script, a frame, or a link. Scripts and frames are
 * requested without a referrer, because the address of the host page may name a patient.
 */

import { escapeHtml } from "../words/html.ts";

/** Holds the requested look of a page or element; empty for the default look. */
export interface LookParameters {
  theme?: Theme;
}

/**
 * This height in pixels fits the summary with its footer on a desktop, where numbers stand side by side. On a phone the
 * frame scrolls, unless a script adjusts the height to the content.
 */
export const usualHeight = 1300;

const frameTitle = "CAR-T or bispecific antibody";

/**
 * A frame requires only `allow-scripts`. The other permissions are for convenience: links to sources open in new
 * windows, which are not sandboxed because publishers' pages would not work, and files can be saved.
 * `allow-same-origin` is missing, so that nothing can be stored in the frame. The `allow` attribute of the frame
 * permits copying to the clipboard.
 */
const sandbox = "allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads";

/** Holds the script of one release: its path on the installation, and the hash of its content. */
export interface FixedScript {
  readonly href: string;
  readonly integrity: string;
}

/**
 * Returns the element with the question as attributes, and its script. A browser shows the content of the element until
 * the script replaces it, and for good where the script is blocked or removed.
 *
 * @param fixed The script of one release, which the browser verifies; by default that of the present release.
 */
export function makeElementSnippet(
  origin: string,
  question: string,
  look: LookParameters = {},
  fixed?: FixedScript,
): string {
  const script = fixed
    ? `src="${escapeHtml(origin + fixed.href)}" integrity="${fixed.integrity}" crossorigin referrerpolicy="no-referrer"`
    : makeScriptAttributes(origin, "widget");
  return `<script type="module" ${script}></script>
<myeloma-compare${makeElementAttributes(question, look)}><a href="${escapeHtml(makeEmbedAddress(origin, question, look))}">${frameTitle}: the comparison</a></myeloma-compare>`;
}

/**
 * Returns the element as a React component. React 19 moves an `async` script into the head, once for all components.
 */
export function makeReactSnippet(
  origin: string,
  question: string,
  look: LookParameters = {},
): string {
  const source = makeScriptAttributes(origin, "widget", "referrerPolicy");
  return `export function Comparison() {
  return (
    <>
      <script async type="module" ${source} />
      <myeloma-compare${makeElementAttributes(question, look)} />
    </>
  );
}`;
}

/** Returns a frame with the script that adjusts its height to the content. */
export function makeSelfResizingFrameSnippet(
  origin: string,
  question: string,
  look: LookParameters = {},
): string {
  return `<iframe data-myeloma-compare src="${escapeHtml(makeEmbedAddress(origin, question, look))}" title="${frameTitle}" width="100%" height="${usualHeight}" frameborder="0" referrerpolicy="no-referrer" sandbox="${sandbox}" allow="clipboard-write"></iframe>
<script async ${makeScriptAttributes(origin, "frame")}></script>`;
}

/**
 * Returns the attributes of a script element that loads a script of the installation without a referrer.
 *
 * @param policy The name of the attribute for the referrer policy, which JSX spells differently from HTML.
 */
function makeScriptAttributes(
  origin: string,
  script: "widget" | "frame",
  policy: "referrerpolicy" | "referrerPolicy" = "referrerpolicy",
): string {
  return `src="${escapeHtml(`${origin}/v1/${script}.js`)}" ${policy}="no-referrer"`;
}

function makeElementAttributes(question: string, look: LookParameters): string {
  return [...new URLSearchParams(question), ...listLookParametersUnlessDefault(look)]
    .map(([name, value]) => ` ${name}="${escapeHtml(value)}"`)
    .join("");
}

/** Returns the address of the page alone, without HTML. */
export function makeEmbedAddress(
  origin: string,
  question: string,
  look: LookParameters = {},
): string {
  return joinEmbedAddress(origin, question, listLookParametersUnlessDefault(look));
}

function joinEmbedAddress(
  origin: string,
  question: string,
  more: readonly [string, string][],
): string {
  const parameters = more.map(([name, value]) => `${name}=${value}`);
  const search = [question, ...parameters].filter(Boolean).join("&");
  return `${origin}/embed${search && `?${search}`}`;
}

function listLookParametersUnlessDefault({ theme = "auto" }: LookParameters): [string, string][] {
  return theme === "auto" ? [] : [["theme", theme]];
}

// Lists the themes and loading modes of an element or a page. Neither depends on the question.

/**
 * `auto` takes the colour scheme of the host page: a light page has a light widget, whatever the reader's system
 * prefers. `system` takes the scheme that the reader's system prefers.
 */
export const themes = ["auto", "light", "dark", "system"] as const;
export type Theme = (typeof themes)[number];

/**
 * Lists the attributes of the element that are not part of the question, with their allowed values: how the element
 * looks, and when it loads.
 */
export const appearance = { theme: themes, loading: ["eager", "lazy"] } as const;
