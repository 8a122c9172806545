/** Pages of the served production build in real Chromium, watched for everything that should not happen. */
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
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
  > {
  width?: number;
  height?: number;
  /** Where `page.goto("/…")` leads; the served production build when not given. */
  baseURL?: string;
}

/** What a page did besides showing itself; a good page leaves all four empty. */
export interface Misconduct {
  consoleMessages: string[];
  pageErrors: string[];
  /** No answer at all, or a status of 400 or above. */
  failedRequests: string[];
  foreignRequests: string[];
}

export interface OpenedPage {
  page: Page;
  misconduct: Misconduct;
}

/** A context of its own: no cache, storage or setting is shared between two pages. */
export async function openPage(
  browser: Browser,
  options: PageOptions = {},
): Promise<OpenedPage & { close(): Promise<void> }> {
  const { width = 390, height = 844, baseURL = inject("serverUrl"), ...rest } = options;
  const context = await browser.newContext({
    viewport: { width, height },
    baseURL,
    locale: "en-GB",
    timezoneId: "UTC",
    ...rest,
  });
  // The server is on this machine: what has not happened by then will not happen.
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  return { page, misconduct: watch(page, baseURL), close: () => context.close() };
}

function watch(page: Page, baseURL: string): Misconduct {
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
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith("http") && url.origin !== origin) {
      seen.foreignRequests.push(request.url());
    }
  });
  page.on("requestfailed", (request) =>
    seen.failedRequests.push(`${request.url()}: ${request.failure()?.errorText ?? "failed"}`),
  );
  page.on("response", (response) => {
    if (response.status() >= 400) {
      seen.failedRequests.push(`${response.url()}: ${response.status()}`);
    }
  });
  return seen;
}

/** Of a page that only showed itself. */
export const goodConduct: Misconduct = {
  consoleMessages: [],
  pageErrors: [],
  failedRequests: [],
  foreignRequests: [],
};

/** Nothing was said, thrown or refused, and only our own site was asked. */
export function expectGoodConduct(misconduct: Misconduct): void {
  const ours = `${inject("serverUrl")}/`;
  const foreignRequests = misconduct.foreignRequests.filter((url) => !url.startsWith(ours));
  expect({ ...misconduct, foreignRequests }).toEqual(goodConduct);
}
