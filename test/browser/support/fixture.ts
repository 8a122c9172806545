/**
 * `test` with a browser: one Chromium per worker process. A test can open any number of pages,
 * which are closed when it ends, also after a failure. Nothing is started that no test uses.
 */
import type { Page } from "playwright-core";
import { test as base } from "vitest";
import { launchBrowser } from "../../support/chromium.ts";
import { moduleLoaded } from "./engine.ts";
import { releaseScript, type ServedPage, startHost } from "./host.ts";
import { type OpenedPage, openPage, type PageOptions } from "./page.ts";
import { live } from "./screen.ts";
import { spareData, withoutEngine } from "./traffic.ts";

/** By default with our script in the head and the element in the body. */
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
  .extend("script", { scope: "file" }, () => releaseScript())

  /** A blank page. */
  .extend("openPage", ({ browser }, { onCleanup }): Open => {
    const closings: (() => Promise<void>)[] = [];
    onCleanup(async () => {
      await Promise.all(closings.map((close) => close()));
    });
    return async (options) => {
      const { close, ...opened } = await openPage(browser, options);
      closings.push(close);
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
  /** The same, and waits until the widget is interactive. */
  .extend("openWidget", ({ openPage }) => widgetOpener(openPage))
  /** The same where data are spared: nothing is loaded before it is needed, which is half of the work. */
  .extend("openSparing", ({ openPage }) => widgetOpener(openPage, spareData))
  /** The same without the engine, so that only the edge answers. */
  .extend("openEdgeWidget", ({ openPage }) => widgetOpener(openPage, withoutEngine))
  /** Opens a path and waits until the engine is loaded and computes. */
  .extend("openWithEngine", ({ openPage }) => engineOpener(openPage))

  /** A page of another site that is not opened yet. */
  .extend("hostPage", ({ openPage, host, script }): Prepare => {
    return async (parts = {}) => {
      const { body = element, head = script.tag, headers, doctype, ...options } = parts;
      const url = host.serve({ body, head, headers, doctype });
      const opened = await openPage({ baseURL: host.origin, ...options });
      return { ...opened, open: () => opened.page.goto(url) };
    };
  })
  /** The same, opened. */
  .extend("openHostPage", ({ hostPage }) => {
    return async (parts?: HostPageParts): Promise<OpenedPage> => {
      const { open, ...opened } = await hostPage(parts);
      await open();
      return opened;
    };
  });

function widgetOpener(
  openPage: Open,
  prepare: (page: Page) => Promise<void> = async () => {},
): OpenAt {
  return async (path, options) => {
    const opened = await openPage(options);
    await prepare(opened.page);
    await opened.page.goto(path);
    await live(opened.page);
    return opened;
  };
}

function engineOpener(openPage: Open): OpenAt {
  return async (path, options) => {
    const opened = await openPage(options);
    // The part that computes comes with the first answer; without it the network is still needed.
    const ready = moduleLoaded(opened.page, "in-steps-");
    await opened.page.goto(path);
    await ready;
    return opened;
  };
}
