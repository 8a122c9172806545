/**
 * Runs a copy without a server (`npm run export`), together with the element. The app in the same file answers what the
 * element, a link or a form would request from an installation. The address of the page on screen stands behind the
 * `#`, so links, a new tab, reload and the back button work as they do elsewhere.
 */

import { formatKnownParametersInOrder } from "#core/question/pairs.ts";
import { makeOriginPlaceholderReplacer, originPlaceholder } from "#presentation/words/html.ts";
import { pages } from "#server/site.ts";
import { MyelomaCompare } from "#widget/element.tsx";
import { surroundings } from "#widget/page/environment.ts";
import { makeHistoryController } from "#widget/page/history.ts";
import * as patientView from "#widget/patient-view.ts";
import type { Device } from "../device.ts";
import { type CopyAddress, firstPath, makeCopyBaseAddress, parseCopyFragment } from "./address.ts";
import {
  type Copy,
  describeCopyDataAgeIfOld,
  findReasonToHideNumbers,
  watchCopyValidity,
} from "./guard.ts";

// Answers requests by the app in the same file, as an installation answers them.

const home = makeCopyBaseAddress(location);

/** The script at the end of the file sets this property. */
const globals = globalThis as { myelomaCompareDevice?: Device };

/**
 * Gives the app in this file the files that the copy has in addition to it; does nothing before the app was read.
 *
 * @param text The files by path, as JSON.
 */
function setDeviceAppFilesFromJson(text: string): void {
  if (globals.myelomaCompareDevice) globals.myelomaCompareDevice.files = JSON.parse(text);
}

/**
 * Returns the answer of the app in this file to a request, with addresses of the copy in its text; `null` if the
 * request needs an installation, and before the app was read.
 *
 * @param path such as `/report?lines=3%2B`
 */
async function answerRequestWithDeviceApp(path: string, accept: string): Promise<Response | null> {
  const response = await globals.myelomaCompareDevice?.answer(originPlaceholder + path, accept, "");
  if (!response) return null;
  // Spreadsheets need the byte order mark at the beginning, which `text()` removes.
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  const text = decoder.decode(await response.arrayBuffer());
  const isMarkup = /html|svg/.test(response.headers.get("content-type") ?? "");
  const placed = isMarkup
    ? makeOriginPlaceholderReplacer(home)(text)
    : text.replaceAll(originPlaceholder, () => home);
  return new Response(placed, response);
}

// Turns a page of an installation into a page of a copy. It takes only the main part, because a copy has its
// own frame.

interface Page {
  title: string;
  /** Lists the styles of this page alone, which not every page has. */
  styles: readonly HTMLStyleElement[];
  main: HTMLElement;
}

async function loadCopyPage(address: CopyAddress, copy: Copy): Promise<Page> {
  const response = isServerNeededForPage(address)
    ? null
    : await answerRequestWithDeviceApp(address.path, "text/html, */*;q=0.1");
  if (!response) return makeNotInCopyPage(address, copy);
  const isPage = response.headers.get("content-type")?.startsWith("text/html");
  const page = await (isPage
    ? parsePageResponse(response, address)
    : makePageWithResponseToSave(response, address));
  const age = describeCopyDataAgeIfOld(copy);
  if (age !== null && !page.main.querySelector("myeloma-compare")) {
    page.main.insertAdjacentElement("afterbegin", makeParagraphWithRole("note", age));
  }
  return page;
}

/**
 * Tells whether a page needs an installation. Pages of an installation about itself do, because the app would make them
 * as if the copy were one.
 */
function isServerNeededForPage({ pathname }: CopyAddress): boolean {
  return pages.some(({ path, offline }) => path === pathname && offline === undefined);
}

/** A page may require trusted types, which TypeScript does not know. The parsed text is our own. */
const { trustedTypes } = globalThis as {
  trustedTypes?: {
    createPolicy(
      name: string,
      rules: { createHTML: (html: string) => string },
    ): { createHTML(html: string): string };
  };
};
const policy = trustedTypes?.createPolicy("myeloma-compare", { createHTML: String });

async function parsePageResponse(response: Response, { path }: CopyAddress): Promise<Page> {
  const html = await response.text();
  const page = new DOMParser().parseFromString(policy?.createHTML(html) ?? html, "text/html");
  const main = page.querySelector("main") ?? page.createElement("main");
  // Absolute addresses of the installation were already replaced in the text.
  for (const link of main.querySelectorAll('a[href^="/"], a[href^="#"]')) {
    const href = link.getAttribute("href") ?? "";
    link.setAttribute("href", `#${href.startsWith("#") ? path : ""}${href}`);
  }
  const [, ...styles] = page.head.querySelectorAll("style");
  return { title: page.title, styles, main };
}

/** Makes a page for a response that is not a page: the response is shown and can be saved. */
async function makePageWithResponseToSave(
  response: Response,
  { pathname }: CopyAddress,
): Promise<Page> {
  const disposition = response.headers.get("content-disposition") ?? "";
  const [, statedName] = /filename="([^"]+)"/.exec(disposition) ?? [];
  const last = pathname.slice(pathname.lastIndexOf("/") + 1);
  // An address of an installation without an extension returns JSON.
  const name = statedName ?? (last.includes(".") ? last : `${last}.json`);
  const blob = await response.blob();
  const href = URL.createObjectURL(blob);
  const save = makeElement("a", { href, download: name, textContent: `Save ${name}` });
  const line = makeElement("p", {});
  line.appendChild(save);
  // A scrolling box must be reachable by keyboard.
  const box = makeElement("pre", { tabIndex: 0 });
  if (blob.type.startsWith("image/")) box.appendChild(makeElement("img", { src: href, alt: name }));
  else box.textContent = await blob.text();
  return makeTextPage(name, line, box);
}

function makeNotInCopyPage({ path }: CopyAddress, { recallFrom }: Copy): Page {
  const page = makeTextPage(
    "Not in this copy",
    makeElement("p", {
      textContent: "This page needs a connection to an installation of Myeloma Compare.",
    }),
  );
  if (recallFrom !== null) {
    const href = recallFrom + path;
    const addressLine = makeElement("p", { textContent: "It is at " });
    const out = { target: "_blank", rel: "noreferrer" };
    addressLine.appendChild(makeElement("a", { href, textContent: href, ...out }));
    page.main.appendChild(addressLine);
  }
  return page;
}

function makeTextPage(title: string, ...content: readonly HTMLElement[]): Page {
  const main = makeElement("main", { className: "page text wide" });
  for (const part of [makeElement("h1", { textContent: title }), ...content])
    main.appendChild(part);
  return { title, styles: [], main };
}

function makeParagraphWithRole(role: "note" | "alert", textContent: string): HTMLElement {
  const element = makeElement("p", { className: "kept", textContent });
  element.setAttribute("role", role);
  return element;
}

function makeElement<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]>,
): HTMLElementTagNameMap[Name] {
  return Object.assign(document.createElement(name), properties);
}

/** The export inserts this value. */
declare const COPY: Copy;

Object.assign(surroundings, {
  site: home,
  isOwnPage: true,
  isCopy: true,
  loadPatientView: async () => patientView,
  fetch: fetchFromCopy,
} satisfies Partial<typeof surroundings>);

let shownPath = firstPath;
let isHidden = false;
const entries = makeHistoryController();

// The document is hidden until it may be shown: the page on screen is not the requested one, or its numbers are
// withdrawn or too old.
document.documentElement.hidden =
  parseCopyFragment(location.hash).path !== firstPath || findReasonToHideNumbers(COPY) !== null;
addEventListener("DOMContentLoaded", startAppInCopiedPage);

async function startAppInCopiedPage(): Promise<void> {
  setDeviceAppFilesFromJson(document.getElementById("files")?.textContent ?? "{}");
  watchCopyValidity(COPY, hideCopyContent);
  if (!isHidden) {
    customElements.define("myeloma-compare", MyelomaCompare);
    addEventListener("hashchange", () => showRequestedPage());
    document.addEventListener("myeloma-compare-change", keepQuestionInHistory);
    document.addEventListener("submit", navigateToSubmittedForm);
    document.addEventListener("click", followLinkToCurrentPage);
    connectElementToHistory();
    await showRequestedPage(false);
  }
  document.documentElement.hidden = false;
}

async function fetchFromCopy(...[address, init]: Parameters<typeof fetch>): Promise<Response> {
  const path = `${address}`.slice(home.length);
  if (path === "/healthz" && COPY.recallFrom !== null) {
    return fetch(`${COPY.recallFrom}/recall.json`, init);
  }
  // The screen shows that it waits until then, because nothing else happens here while an answer is computed.
  await new Promise((resolve) => setTimeout(resolve));
  const accept = new Headers(init?.headers).get("accept") ?? "*/*";
  return (await answerRequestWithDeviceApp(path, accept)) ?? new Response(null, { status: 404 });
}

/**
 * Shows the page that the address requests.
 *
 * @param isMove True if a reader went there from another page of the copy.
 */
async function showRequestedPage(isMove = true): Promise<void> {
  const address = parseCopyFragment(location.hash);
  const { pathname, path, question, id } = address;
  const element = document.querySelector<MyelomaCompare>("myeloma-compare");
  if (path !== shownPath) {
    shownPath = path;
    if (element && pathname === firstPath) {
      element.query = formatKnownParametersInOrder(new URLSearchParams(question));
      return;
    }
    const page = await loadCopyPage(address, COPY);
    if (isHidden || shownPath !== path) return;
    showPage(page, pathname);
    connectElementToHistory();
    if (isMove) moveFocus(page.main.querySelector("h1"));
  }
  const place = document.getElementById(id);
  place?.closest("details")?.setAttribute("open", "");
  moveFocus(place);
  place?.scrollIntoView();
}

const usualStyles = document.head.getElementsByTagName("style").length;

function showPage({ title, styles, main }: Page, pathname: string): void {
  document.title = title;
  for (const oldStyle of [...document.head.querySelectorAll("style")].slice(usualStyles))
    oldStyle.remove();
  for (const style of styles) document.head.appendChild(style);
  document.querySelector("main")?.replaceWith(main);
  for (const link of document.querySelectorAll(".masthead a")) {
    if (link.getAttribute("href") === `#${pathname}`) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  scrollTo(0, 0);
}

/**
 * Moves the focus, so that keyboards and screen readers continue from there, as they do when a browser itself follows
 * an address.
 */
function moveFocus(place: HTMLElement | null): void {
  place?.setAttribute("tabindex", "-1");
  place?.focus({ preventScroll: true });
}

/** Follows a link to the address on screen, because a browser sends no event for it. */
function followLinkToCurrentPage({ target }: Event): void {
  const link = target instanceof Element && target.closest("a");
  if (link && link.getAttribute("href") === location.hash) showRequestedPage();
}

function keepQuestionInHistory(event: Event): void {
  const { query } = event.target as MyelomaCompare;
  shownPath = `${firstPath}${query && `?${query}`}`;
  entries.ask(`#${shownPath}`);
}

/** Makes the history follow the layers of the element; does nothing if the page on screen has no element. */
function connectElementToHistory(): void {
  const element = document.querySelector<MyelomaCompare>("myeloma-compare");
  if (!element) return;
  entries.followLayers(element);
}

/** Sends a form. A form without an action requests the page that it stands on. */
function navigateToSubmittedForm(event: SubmitEvent): void {
  if (!(event.target instanceof HTMLFormElement)) return;
  event.preventDefault();
  const pairs = [...new FormData(event.target)].map(([name, value]) => [name, `${value}`]);
  const path = event.target.getAttribute("action") ?? parseCopyFragment(location.hash).pathname;
  location.hash = `${path}?${new URLSearchParams(pairs)}`;
}

function hideCopyContent(reason: string): void {
  if (isHidden) return;
  isHidden = true;
  const main = document.querySelector("main");
  if (!main) return;
  main.className = "page text";
  main.replaceChildren(makeParagraphWithRole("alert", reason));
}
