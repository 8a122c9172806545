/** Makes faults of a network or of a browser, in the page that meets them. */
import type { BrowserContext, Page } from "playwright-core";
import { expect } from "vitest";

/**
 * Takes the network away and waits until the page has noticed. The browser applies it in several processes,
 * and a busy machine may still answer a request that a page makes at once.
 */
export async function goOffline(page: Page): Promise<void> {
  await page.context().setOffline(true);
  const isOffline = () =>
    page.evaluate(
      async () =>
        !navigator.onLine &&
        (await fetch("/", { cache: "no-store" }).then(
          () => false,
          () => true,
        )),
    );
  await expect.poll(isOffline).toBe(true);
}

/**
 * Shortens waits of ten seconds and more to a tenth: the limit of a request, and how long a page waits before it
 * keeps itself on the device. Call before the page is opened.
 */
export async function hurry(page: Page | BrowserContext): Promise<void> {
  await page.addInitScript(() => {
    const wait = window.setTimeout.bind(window);
    Object.assign(window, {
      setTimeout: (call: () => void, milliseconds = 0, ...parameters: unknown[]) =>
        wait(call, milliseconds < 10_000 ? milliseconds : milliseconds / 10, ...parameters),
    });
  });
}
