/** Pages of another site that use the element as a hospital's page would. */
import type { Browser } from "playwright-core";
import { expect, inject } from "vitest";
import { launchBrowser, type OpenedPage, type PageOptions } from "../support/browser.ts";
import { type Host, openBlank, type ServedPage, scriptToCopy, startHost } from "./screen.ts";

/** `head` holds our script, unless said. */
export interface HostPageParts extends PageOptions, ServedPage {}

export interface HostPage extends OpenedPage {
  url: string;
  open(): Promise<unknown>;
}

export interface HostPages {
  browser: Browser;
  host: Host;
  script: { tag: string; href: string };
  /** A page of another site, ready to be opened. */
  hostPage(parts: HostPageParts): Promise<HostPage>;
  close(): Promise<unknown>;
}

export async function startHostPages(): Promise<HostPages> {
  const [browser, host, script] = await Promise.all([launchBrowser(), startHost(), scriptToCopy()]);
  return {
    browser,
    host,
    script,
    async hostPage({ body, head = script.tag, headers = {}, doctype, ...options }) {
      const url = host.serve({
        head,
        body,
        headers,
        ...(doctype === undefined ? {} : { doctype }),
      });
      const opened = await openBlank(browser, { baseURL: host.origin, ...options });
      return { ...opened, url, open: () => opened.page.goto(url) };
    },
    close: () => Promise.all([browser.close(), host.close()]),
  };
}

/** Nothing was said, thrown or refused, and only our own site was asked. */
export function expectGoodConduct({ misconduct }: Pick<OpenedPage, "misconduct">): void {
  const { foreignRequests, ...rest } = misconduct;
  expect(rest).toEqual({ consoleMessages: [], pageErrors: [], failedRequests: [] });
  const ours = `${inject("serverUrl")}/`;
  expect(foreignRequests.filter((url) => !url.startsWith(ours))).toEqual([]);
}
