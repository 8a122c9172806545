/** Records requests, events, blocked content and what a page copied, holds back requests, and makes faults of a network. */

import type { BrowserContext, Page } from "playwright-core";
import { expect } from "vitest";
import { questionOf } from "../../support/in-format.ts";

/** Makes the page that of a reader who spares data: what comes after the first view is not loaded. */
export async function spareData(page: Page): Promise<void> {
  await page.addInitScript(() =>
    Object.defineProperty(navigator, "connection", { value: { saveData: true } }),
  );
}

/** Records the query strings of all later requests for a screen. */
export function recordedQueries(page: Page): string[] {
  const queries: string[] = [];
  page.on("request", (request) => {
    const { pathname, search } = new URL(request.url());
    if (pathname === "/v1/screen") queries.push(questionOf(search));
  });
  return queries;
}

/**
 * Opens `/embed` with its scripts held back, until its foot is seen.
 *
 * @returns the questions that the page asks, and a function that lets the scripts come
 */
export async function openBeforeScripts(
  page: Page,
  search: string,
): Promise<{ queries: string[]; release: () => void }> {
  const queries = recordedQueries(page);
  const { opened, open } = gate();
  await page.route("**/assets/**", async (route) => {
    await opened;
    await route.continue();
  });
  await page.goto(`/embed${search}`, { waitUntil: "commit" });
  await page.getByText("For health-care professionals").filter({ visible: true }).waitFor();
  return { queries, release: open };
}

/** A promise `opened` that resolves when `open` is called. */
export function gate(): { opened: Promise<void>; open: () => void } {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

/** Records every event of the element, in the order that a host receives them. Call before the page is opened. */
export async function recordEvents(page: Page): Promise<() => Promise<RecordedEvent[]>> {
  await page.addInitScript(() => {
    const heard: RecordedEvent[] = [];
    for (const name of ["change", "result", "error"]) {
      addEventListener(`myeloma-compare-${name}`, (event) => {
        const { detail } = event as CustomEvent<Record<string, unknown>>;
        heard.push({ name, from: (event.target as Element).id, detail });
      });
    }
    Object.assign(window, { heard });
  });
  return () => page.evaluate<RecordedEvent[]>("heard");
}

export interface RecordedEvent {
  name: string;
  from: string;
  detail: Record<string, unknown>;
}

/** Records what the page's content security policy blocks. Call before the page is opened. */
export async function recordBlocked(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const blocked: string[] = [];
    document.addEventListener("securitypolicyviolation", (event) => {
      blocked.push(`${event.effectiveDirective}: ${event.blockedURI} ${event.sample}`);
    });
    Object.assign(window, { blocked });
  });
  return () => page.evaluate<string[]>("blocked");
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

/** Shortens the ten seconds that a page waits before it keeps itself on the device. Call before the page is opened. */
export async function hurry(page: Page | BrowserContext): Promise<void> {
  await page.addInitScript(() => {
    const setTimer = window.setTimeout.bind(window);
    Object.assign(window, {
      setTimeout: (call: () => void, milliseconds = 0, ...parameters: unknown[]) =>
        setTimer(call, milliseconds === 10_000 ? 1000 : milliseconds, ...parameters),
    });
  });
}

export const permissions = ["clipboard-read", "clipboard-write"];

/** The content of the clipboard by media type. */
export function clipboard(page: Page): Promise<Record<string, string>> {
  return page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const forms = (item?.types ?? []).map(async (type) => [
      type,
      await (await item?.getType(type))?.text(),
    ]);
    return Object.fromEntries(await Promise.all(forms));
  });
}
