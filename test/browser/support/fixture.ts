/**
 * `test` with a browser: one Chromium per worker process. A test can open any number of pages,
 * which are closed when it ends, also after a failure. Nothing is started that no test uses.
 */
import { test as base } from "vitest";
import { launchBrowser } from "../../support/chromium.ts";
import { releaseScript, type ServedPage, startHost } from "./host.ts";
import { type OpenedPage, openPage, type PageOptions } from "./page.ts";
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
