/**
 * Runs a copy without a server (`npm run export`), together with the element. The app in the same file answers what the
 * element, a link or a form would request from an installation. The address of the page on screen stands behind the
 * `#`, so links, a new tab, reload and the back button work as they do elsewhere.
 */

import { orderQueryText } from "#core/question/pairs.ts";
import { openAddedCountsForm, restoreAddedCounts } from "#widget/added/added.tsx";
import type { AddedHost } from "#widget/added/host.ts";
import { MyelomaCompare } from "#widget/element.tsx";
import { surroundings } from "#widget/page/environment.ts";
import { openHistoryEntries } from "#widget/page/history.ts";
import * as patientView from "#widget/patient-view.ts";
import { firstPath, parseCopyFragment } from "./address.ts";
import { answerOnDevice, home, requireDeviceApp, setDeviceFiles } from "./answers.ts";
import { type Copy, findReasonToHideNumbers, watchCopyValidity } from "./guard.ts";
import { loadCopyPage, makeRoleParagraph, type Page } from "./page.ts";

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
const entries = openHistoryEntries();

// The document is hidden until it may be shown: the page on screen is not the requested one, or its numbers are
// withdrawn or too old.
document.documentElement.hidden =
  parseCopyFragment(location.hash).path !== firstPath || findReasonToHideNumbers(COPY) !== null;
addEventListener("DOMContentLoaded", startSiteCopy);

async function startSiteCopy(): Promise<void> {
  setDeviceFiles(document.getElementById("files")?.textContent ?? "{}");
  watchCopyValidity(COPY, hideCopyContent);
  if (!isHidden) {
    customElements.define("myeloma-compare", MyelomaCompare);
    addEventListener("hashchange", () => showRequestedPage());
    document.addEventListener("myeloma-compare-change", keepQuestionInHistory);
    document.addEventListener("submit", showFormAnswer);
    // The event does not bubble, so the listener captures it.
    document.addEventListener(
      "add-counts",
      ({ target }) => openAddedCountsForm(target as MyelomaCompare, copyHost),
      true,
    );
    document.addEventListener("click", followLinkToShownPage);
    trackElementLayers();
    await showRequestedPage(false);
  }
  document.documentElement.hidden = false;
}

/** Connects added counts with the app in this file, which already answers, including pages that links lead to. */
const copyHost: AddedHost = {
  device: async () => requireDeviceApp(),
  answering:
    () =>
    (...request) =>
      fetchFromCopy(...request),
  openReport(_, address) {
    location.hash = address.slice(home.length);
  },
};

async function fetchFromCopy(...[address, init]: Parameters<typeof fetch>): Promise<Response> {
  const path = `${address}`.slice(home.length);
  if (path === "/healthz" && COPY.recallFrom !== null) {
    return fetch(`${COPY.recallFrom}/recall.json`, init);
  }
  // The screen shows that it waits until then, because nothing else happens here while an answer is computed.
  await new Promise((resolve) => setTimeout(resolve));
  const accept = new Headers(init?.headers).get("accept") ?? "*/*";
  return (await answerOnDevice(path, accept)) ?? new Response(null, { status: 404 });
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
      element.query = orderQueryText(new URLSearchParams(question));
      return;
    }
    const page = await loadCopyPage(address, COPY);
    if (isHidden || shownPath !== path) return;
    showPage(page, pathname);
    trackElementLayers();
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
function followLinkToShownPage({ target }: Event): void {
  const link = target instanceof Element && target.closest("a");
  if (link && link.getAttribute("href") === location.hash) showRequestedPage();
}

function keepQuestionInHistory(event: Event): void {
  const { query } = event.target as MyelomaCompare;
  shownPath = `${firstPath}${query && `?${query}`}`;
  entries.ask(`#${shownPath}`);
}

/** Follows the layers of the element in the history, if the reader is on its page. */
function trackElementLayers(): void {
  const element = document.querySelector<MyelomaCompare>("myeloma-compare");
  if (!element) return;
  entries.followLayers(element);
  restoreAddedCounts(element, copyHost);
}

/** Sends a form. A form without an action requests the page that it stands on. */
function showFormAnswer(event: SubmitEvent): void {
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
  main.replaceChildren(makeRoleParagraph("alert", reason));
}
