/**
 * The HTML to copy to another page: the element with its script, a frame, or a link. Pure, because
 * it is used by the Worker, by the oEmbed answer, and by the builder in the browser.
 */
import type { Theme } from "./appearance.ts";
import { escapeHtml } from "./escape-html.ts";

/** An installation of the service, for use on other sites: its origin, and one of its scripts. */
export interface Installation {
  origin: string;
  /** The integrity is `null` at an address that stays, whose content changes. */
  script: { href: string; integrity: string | null };
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
 * High enough for the summary with its footer on a desktop, where numbers are side by side. On a phone
 * the frame scrolls, if nothing gives it the height of its content.
 */
export const usualFrame: FrameSize = { width: "100%", height: 1450 };

const frameTitle = "CAR-T or bispecific antibody";

/** Of the picture in an element: in the proportions of the small one, within the narrowest phone. */
const pictureSize = 'width="320" height="168"';

/**
 * Only `allow-scripts` is required. The others are for convenience: links to sources open in new
 * windows, which are not sandboxed because publishers' pages would not work; files can be saved.
 * There is no `allow-same-origin`, so that nothing can be stored in the frame.
 * Copying to the clipboard is permitted by the `allow` attribute of the frame.
 */
const sandbox = "allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads";

/** What is copied: a question, its look, and how it stands on a page. */
export interface Choice {
  question: string;
  look: AskedLook;
  /** Whether the element has a picture until its script runs. */
  picture: boolean;
  width: FrameSize["width"];
  /** `null` if the frame fits its content. */
  height: number | null;
  dataDate: string;
}

/** What the builder begins with. */
export const usualChoice = { question: "", look: {}, picture: false, ...usualFrame, height: null };

export type Snippets = Readonly<
  Record<"script" | "frame" | "react" | "wordpress" | "link", string>
>;

/** Every text to copy, by the id of its place on the page. */
export function snippetsOf(
  origin: string,
  scripts: Readonly<Record<"element" | "frame", Installation["script"]>>,
  { question, look, picture, width, height, dataDate }: Choice,
): Snippets {
  const element = { origin, script: scripts.element };
  const framed =
    height === null
      ? fittingFrame({ origin, script: scripts.frame }, question, look, { width })
      : frame(origin, question, look, { width, height });
  return {
    script: script(element, question, look, { picture }),
    frame: framed,
    react: reactComponent(element, question, look),
    wordpress: `<!-- wp:html -->\n${framed}\n<!-- /wp:html -->`,
    link: permalink(origin, question, dataDate, look),
  };
}

/** React 19 puts a script that is `async` into the head, once for all components. */
function reactComponent(installation: Installation, question: string, look: AskedLook): string {
  const tag = scriptTag('async type="module"', installation)
    .replace(" crossorigin></script>", ' crossOrigin="anonymous" />')
    .replace("></script>", " />");
  return `export function Comparison() {
  return (
    <>
      ${tag}
      <myeloma-compare${attributesOf(question, look)} />
    </>
  );
}`;
}

function attributesOf(question: string, look: AskedLook): string {
  return [...new URLSearchParams(question), ...said(look)]
    .map(([name, value]) => ` ${name}="${escapeHtml(value)}"`)
    .join("");
}

/**
 * The element with the question as attributes, and its script. What is in the element is shown where
 * the script is refused or stripped, and until it takes over: a link, and the picture if asked for.
 */
export function script(
  installation: Installation,
  question: string,
  look: AskedLook = {},
  { picture = false } = {},
): string {
  const { origin } = installation;
  const image = picture
    ? `<img src="${escapeHtml(pictureLink(origin, question))}" alt="" ${pictureSize}><br>`
    : "";
  return `${scriptTag('type="module"', installation)}
<myeloma-compare${attributesOf(question, look)}><a href="${escapeHtml(link(origin, question, look))}">${image}${frameTitle}: the comparison</a></myeloma-compare>`;
}

function scriptTag(kind: string, { origin, script: { href, integrity } }: Installation): string {
  const checked = integrity === null ? "" : ` integrity="${integrity}" crossorigin`;
  return `<script ${kind} src="${escapeHtml(origin + href)}"${checked}></script>`;
}

/** The picture of a question at an address that stays. */
function pictureLink(origin: string, question: string): string {
  return `${origin}/v1/picture.png${question && `?${question}`}`;
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
  installation: Installation,
  question: string,
  look: AskedLook = {},
  { width }: Pick<FrameSize, "width"> = usualFrame,
): string {
  const { origin } = installation;
  const fitting = frame(origin, question, look, { ...usualFrame, width }).replace(
    "<iframe ",
    "<iframe data-myeloma-compare ",
  );
  return `${fitting}
${scriptTag("async", installation)}`;
}

/** The address only. */
export function link(origin: string, question: string, look: AskedLook = {}): string {
  return address(origin, question, said(look));
}

/**
 * The address with the date of the data that it was made with, for messages, slides and QR codes: the
 * page then says so, if its data are newer.
 */
export function permalink(
  origin: string,
  question: string,
  dataDate: string,
  look: AskedLook = {},
): string {
  return address(origin, question, [...said(look), ["data", dataDate]]);
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
