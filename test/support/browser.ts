/** Pages of the served production build in real Chromium, watched for everything that should not happen. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContextOptions, Frame, Page } from "playwright-core";
import { inject } from "vitest";

export { launchBrowser } from "./chromium.ts";

const root = join(import.meta.dirname, "../..");

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
  close(): Promise<void>;
}

/** A context of its own: no cache, storage or setting is shared between two pages. */
export async function openPage(browser: Browser, options: PageOptions = {}): Promise<OpenedPage> {
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

/** Every open shadow root is checked too. Names the rule, the first elements and the remedy. */
export async function expectNoAxeViolations(page: Page | Frame, within?: string): Promise<void> {
  const source = readFileSync(join(root, "node_modules/axe-core/axe.min.js"), "utf8");
  // Runs through the debugging protocol, which the page's policy does not govern.
  await page.evaluate(source);
  const violations = await page.evaluate(async (selector) => {
    const { axe } = window as unknown as { axe: typeof import("axe-core") };
    const { violations } = await axe.run(selector ?? document, { resultTypes: ["violations"] });
    return violations.map(({ id, help, nodes }) => {
      const where = nodes.slice(0, 5).map(({ target }) => target.flat().join(" "));
      const more = nodes.length > 5 ? [`and ${nodes.length - 5} more`] : [];
      const remedy = nodes[0]?.failureSummary ?? "";
      return [`${id}: ${help}`, ...where, ...more, remedy].join("\n  ");
    });
  }, within);
  if (violations.length > 0) throw new Error(`axe found\n${violations.join("\n")}`);
}

/** Pixels; Chromium fails now and then to draw a page of twenty thousand at once. */
const tallestPicture = 6000;

/** Saves test/screenshots/<name>.png, for people to look at: the whole page, or the beginning of a very long one. */
export async function screenshot(page: Page, name: string): Promise<void> {
  const path = join(root, `test/screenshots/${name}.png`);
  const { width, height } = await page.evaluate(() => {
    const { scrollWidth, scrollHeight } = document.documentElement;
    return { width: scrollWidth, height: scrollHeight };
  });
  const clip = { x: 0, y: 0, width, height: Math.min(height, tallestPicture) };
  await page.screenshot({ path, fullPage: true, clip });
}
