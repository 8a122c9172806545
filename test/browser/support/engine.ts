/** Helpers for the engine in the page, which answers there once it is loaded. */
import type { Page } from "playwright-core";

/** Waits until the engine, the last part to load, is loaded and has been executed. */
export async function engineReady(page: Page): Promise<void> {
  let times = 0;
  const engine = await page.waitForResponse((response) => {
    if (/\/assets\/engine-/.test(response.url())) times += 1;
    // The engine is requested twice: first its bytes, then as a module.
    return times === 2;
  });
  const address = engine.url();
  await page.evaluate(`import("${address}").then(() => undefined)`);
}

/** Asks another question by attributes, as the host does. */
export async function ask(page: Page, query: Readonly<Record<string, string>>): Promise<void> {
  await page.evaluate((parameters) => {
    const element = document.querySelector("myeloma-compare");
    for (const name of element?.getAttributeNames() ?? []) element?.removeAttribute(name);
    for (const [name, value] of Object.entries(parameters)) element?.setAttribute(name, value);
  }, query);
}

/** The first match is for screen readers only; the last one is visible. */
export const notice = (page: Page) => page.getByText("computed on this device").last();
