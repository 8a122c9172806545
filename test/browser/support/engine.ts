/** The engine in the page, which answers there once the page is idle. */
import type { Page } from "playwright-core";

/** Waits for the engine, which comes last of its parts, and for the page to have run it. */
export async function engineReady(page: Page): Promise<void> {
  let times = 0;
  const engine = await page.waitForResponse((response) => {
    if (/\/assets\/engine-/.test(response.url())) times += 1;
    // Its bytes come first, then the module.
    return times === 2;
  });
  const address = engine.url();
  await page.evaluate(`import("${address}").then(() => undefined)`);
}

/** Asks another question, as the host does. */
export async function ask(page: Page, query: Readonly<Record<string, string>>): Promise<void> {
  await page.evaluate((parameters) => {
    const element = document.querySelector("myeloma-compare");
    for (const name of element?.getAttributeNames() ?? []) element?.removeAttribute(name);
    for (const [name, value] of Object.entries(parameters)) element?.setAttribute(name, value);
  }, query);
}

/** It is announced, too; the one that is seen comes after. */
export const notice = (page: Page) => page.getByText("computed on this device").last();
