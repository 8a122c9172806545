/**
 * Pages of the served production build in Chromium, with a record of everything that must not
 * happen.
 */
import type { Browser, BrowserContextOptions, Page, Request } from "playwright-core";
import { expect, inject } from "vitest";

export interface PageOptions
  extends Pick<
    BrowserContextOptions,
    | "colorScheme"
    | "reducedMotion"
    | "forcedColors"
    | "javaScriptEnabled"
    | "hasTouch"
    | "deviceScaleFactor"
    | "locale"
    | "offline"
    | "permissions"
    | "serviceWorkers"
  > {
  width?: number;
  height?: number;
  /** Base of `page.goto("/…")`; default is the served production build. */
  baseURL?: string;
}

/** Side effects of a page. All four lists are empty for a good page. */
export interface Misconduct {
  consoleMessages: string[];
  pageErrors: string[];
  /**
   * Requests without an answer, or with a status of 400 or above; without those that ended because their page or
   * sheet was left.
   */
  failedRequests: string[];
  foreignRequests: string[];
}

export interface OpenedPage {
  page: Page;
  misconduct: Misconduct;
}

/** Opens a page in a context of its own, so that pages share no cache, storage or setting. */
export async function openPage(
  browser: Browser,
  options: PageOptions = {},
): Promise<OpenedPage & { close(): Promise<void> }> {
  const { width = 390, height = 844, baseURL = inject("serverUrl"), ...contextOptions } = options;
  const context = await browser.newContext({
    viewport: { width, height },
    baseURL,
    locale: "en-GB",
    timezoneId: "UTC",
    ...contextOptions,
  });
  // A busy machine is slow; the limit only ends what hangs.
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  const close = async () => {
    // A changed answer may still be under way when its test ends.
    await page.unrouteAll({ behavior: "ignoreErrors" });
    await context.close();
  };
  return { page, misconduct: recordMisconduct(page, baseURL), close };
}

function recordMisconduct(page: Page, baseURL: string): Misconduct {
  const seen: Misconduct = {
    consoleMessages: [],
    pageErrors: [],
    failedRequests: [],
    foreignRequests: [],
  };
  const { origin } = new URL(baseURL);
  page.on("console", (message) =>
    seen.consoleMessages.push(`${message.type()}: ${message.text()}`),
  );
  page.on("pageerror", (error) => seen.pageErrors.push(error.message));
  const underWay = new Set<Request>();
  let leftBehind = new Set<Request>();
  // The page that is left may still ask until the next one is there.
  let isLeaving = false;
  page.on("framenavigated", (frame) => {
    if (frame === page.mainFrame()) isLeaving = false;
  });
  page.on("requestfinished", (request) => underWay.delete(request));
  page.on("request", (request) => {
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) {
      leftBehind = new Set(underWay);
      isLeaving = true;
    } else if (isLeaving) leftBehind.add(request);
    underWay.add(request);
    const url = new URL(request.url());
    if (url.protocol.startsWith("http") && url.origin !== origin) {
      seen.foreignRequests.push(request.url());
    }
  });
  page.on("requestfailed", (request) => {
    underWay.delete(request);
    const why = request.failure()?.errorText ?? "failed";
    // A sheet or row that is closed before its answer is here gives the request up.
    const isGivenUp = leftBehind.has(request) || /\/v1\/(choices|screen\/)/.test(request.url());
    if (why === "net::ERR_ABORTED" && isGivenUp) return;
    seen.failedRequests.push(`${request.url()}: ${why}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) {
      seen.failedRequests.push(`${response.url()}: ${response.status()}`);
    }
  });
  return seen;
}

/** The record of a page without side effects. */
export const goodConduct: Misconduct = {
  consoleMessages: [],
  pageErrors: [],
  failedRequests: [],
  foreignRequests: [],
};

/** Expects no messages, errors or failed requests, and requests to our own site only. */
export function expectGoodConduct(misconduct: Misconduct): void {
  const ours = `${inject("serverUrl")}/`;
  const foreignRequests = misconduct.foreignRequests.filter((url) => !url.startsWith(ours));
  expect({ ...misconduct, foreignRequests }).toEqual(goodConduct);
}
