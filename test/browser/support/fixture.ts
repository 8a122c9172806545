/**
 * `test` with a browser: one Chromium per worker process. A test can open any number of pages, of the served production
 * build or of another site, with a record of everything that must not happen; they are closed when it ends, also after
 * a failure. Nothing is started that no test uses.
 */

import { createServer } from "node:http";
import type { Browser, BrowserContextOptions, Page, Request } from "playwright-core";
import { test as base, expect, inject } from "vitest";
import { assets } from "#generated/assets.ts";
import { launchBrowser } from "../../support/chromium.ts";
import { listen } from "../../support/listen.ts";
import { live } from "./screen.ts";

/** The parts of a host page; by default our script stands in the head and the element in the body. */
export interface HostPageParts extends PageOptions, Partial<ServedPage> {}

interface HostPage extends OpenedPage {
  /** Opens the page; call it once the test has added its listeners. */
  open(): Promise<unknown>;
}

const element = "<myeloma-compare></myeloma-compare>";

type Open = (options?: PageOptions) => Promise<OpenedPage>;
type OpenAt = (path: string, options?: PageOptions) => Promise<OpenedPage>;
type Prepare = (parts?: HostPageParts) => Promise<HostPage>;

export const test = base
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads from the pattern what is needed
  .extend("browser", { scope: "worker" }, async ({}, { onCleanup }) => {
    const browser = await launchBrowser();
    onCleanup(() => browser.close());
    return browser;
  })
  // biome-ignore lint/correctness/noEmptyPattern: as above
  .extend("host", { scope: "file" }, async ({}, { onCleanup }) => {
    const host = await startHost();
    onCleanup(() => host.close());
    return host;
  })
  /** The script of this release by its own name, with its integrity: it is there at once. */
  .extend("script", { scope: "file" }, () => {
    const { href: path, integrity } = assets.widget;
    const href = inject("serverUrl") + path;
    const tag = `<script type="module" src="${href}" integrity="${integrity}" crossorigin></script>`;
    return { tag, href };
  })

  /** A blank page. */
  .extend("openPage", ({ browser }, { onCleanup }): Open => {
    const pages: Page[] = [];
    onCleanup(async () => {
      await Promise.all(pages.map(closePage));
    });
    return async (options) => {
      const opened = await openPage(browser, options);
      pages.push(opened.page);
      return opened;
    };
  })

  /** Opens a path. */
  .extend(
    "openAt",
    ({ openPage }): OpenAt =>
      async (path, options) => {
        const opened = await openPage(options);
        await opened.page.goto(path);
        return opened;
      },
  )
  /** Opens a path, and waits until the widget is interactive. */
  .extend(
    "openWidget",
    ({ openAt }): OpenAt =>
      async (path, options) => {
        const opened = await openAt(path, options);
        await live(opened.page);
        return opened;
      },
  )

  /** A page of another site that is not opened yet. */
  .extend("hostPage", ({ openPage, host, script }): Prepare => {
    return async (parts = {}) => {
      const { body = element, head = script.tag, headers, doctype, ...options } = parts;
      const url = host.serve({ body, head, headers, doctype });
      const opened = await openPage({ baseURL: host.origin, ...options });
      return { ...opened, open: () => opened.page.goto(url) };
    };
  })
  /** Opens a page of another site. */
  .extend("openHostPage", ({ hostPage }) => {
    return async (parts?: HostPageParts): Promise<OpenedPage> => {
      const { open, ...opened } = await hostPage(parts);
      await open();
      return opened;
    };
  });

/** Serves pages of another site, such as that of a hospital. */
export interface Host {
  origin: string;
  /** Serves a page with these parts and returns its address. */
  serve(page: ServedPage): string;
  close(): Promise<void>;
}

export interface ServedPage {
  body: string;
  head?: string;
  headers?: Record<string, string> | undefined;
  /** Default is the HTML 5 doctype. */
  doctype?: string | undefined;
}

export async function startHost(): Promise<Host> {
  const pages = new Map<string, { text: string; headers: Record<string, string> }>();
  const server = createServer((request, response) => {
    const page = pages.get(request.url ?? "");
    response.writeHead(page ? 200 : 404, { "content-type": "text/html", ...page?.headers });
    response.end(page?.text ?? "");
  });
  const { origin, close } = await listen(server, "localhost");
  return {
    origin,
    close,
    serve({ body, head = "", headers = {}, doctype = "<!doctype html>" }) {
      const path = `/page-${pages.size}`;
      const text = `${doctype}
<html lang="en"><head><meta charset="utf-8"><title>Hospital page</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">${head}</head>
<body><main>${body}</main></body></html>`;
      pages.set(path, { text, headers });
      return `${origin}${path}`;
    },
  };
}

/** A frame without the script that sets its height. */
export function bareFrame(attributes: string, search = ""): string {
  return `<iframe ${attributes} src="${inject("serverUrl")}/embed${search}" title="Evidence"></iframe>`;
}

/** Sets a property of the element `#a` as a script of the host does. */
export function setProperty(page: Page, name: string, value: unknown): Promise<unknown> {
  return page
    .locator("#a")
    .evaluate(
      (element, [key, newValue]) => Reflect.set(element, String(key), newValue),
      [name, value],
    );
}

export interface PageOptions
  extends Pick<
    BrowserContextOptions,
    | "colorScheme"
    | "reducedMotion"
    | "javaScriptEnabled"
    | "hasTouch"
    | "locale"
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
async function openPage(browser: Browser, options: PageOptions = {}): Promise<OpenedPage> {
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
  return { page, misconduct: recordMisconduct(page, baseURL) };
}

async function closePage(page: Page): Promise<void> {
  // A changed answer may still be under way when its test ends.
  await page.unrouteAll({ behavior: "ignoreErrors" });
  await page.context().close();
}

function recordMisconduct(page: Page, baseURL: string): Misconduct {
  const seen = structuredClone(goodConduct);
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
