/** Faults of a network or of a browser, made in the page that meets them. */
import type { BrowserContext, Page, Route } from "playwright-core";
import { expect } from "vitest";

/** What an installation never answers, or a network in its place. */
export const faults = {
  "a captive portal": (route) =>
    route.fulfill({
      // As a portal that lets every script read it.
      headers: { "access-control-allow-origin": "*" },
      contentType: "text/html",
      body: "<p>Please sign in.</p>",
    }),
  "a gateway that says 503": (route) =>
    route.fulfill({
      status: 503,
      headers: { "access-control-allow-origin": "*" },
      contentType: "application/problem+json",
      body: '{"title":"Unavailable"}',
    }),
  "JSON of something else": (route) =>
    route.fulfill({
      headers: { "access-control-allow-origin": "*" },
      contentType: "application/json",
      body: '{"rows":[],"verdict":{}}',
    }),
  "JSON that stops half-way": async (route) => {
    const response = await route.fetch();
    const text = await response.text();
    await route.fulfill({ response, body: text.slice(0, text.length / 2) });
  },
} as const satisfies Readonly<Record<string, (route: Route) => Promise<void>>>;

export type Fault = keyof typeof faults;

/** Every resource of the API that is asked for meets it, until the returned function is called. */
export async function meet(page: Page, fault: Fault): Promise<() => Promise<void>> {
  const resources = "**/v1/{screen,choices}**";
  await page.route(resources, faults[fault]);
  return () => page.unroute(resources, faults[fault]);
}

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
 * Waits of ten seconds and more take a tenth: the limit of a request, and how long a page waits before it
 * keeps itself on the device. Call before the page is opened.
 */
export async function hurry(page: Page | BrowserContext): Promise<void> {
  await page.addInitScript(() => {
    const wait = window.setTimeout.bind(window);
    Object.assign(window, {
      setTimeout: (call: () => void, milliseconds = 0, ...given: unknown[]) =>
        wait(call, milliseconds < 10_000 ? milliseconds : milliseconds / 10, ...given),
    });
  });
}

/** Everything that stores throws, as where a reader or a browser forbids it. Call before the page is opened. */
export async function refuseStorage(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const refused = () => {
      throw new DOMException("refused", "SecurityError");
    };
    for (const name of ["localStorage", "sessionStorage", "caches", "indexedDB"]) {
      Object.defineProperty(window, name, { get: refused });
    }
    Object.defineProperty(document, "cookie", { get: refused, set: refused });
    Object.defineProperty(Navigator.prototype, "serviceWorker", { get: refused });
  });
}
