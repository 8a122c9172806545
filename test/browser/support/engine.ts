/** Helpers for the engine in the page, which answers there once it is loaded. */
import type { Page } from "playwright-core";

/**
 * Waits until a part of the script is loaded and has been executed. Of a part the bytes are asked
 * for first, and then the module: only with both it works without a connection.
 */
export async function moduleLoaded(page: Page, name: string): Promise<void> {
  const module = await page.waitForResponse(
    (response) =>
      response.url().includes(`/assets/${name}`) && response.request().resourceType() === "script",
  );
  await module.frame().evaluate(`import("${module.url()}").then(() => undefined)`);
}

/** Waits until the engine works. */
export const engineReady = (page: Page): Promise<void> => moduleLoaded(page, "engine-");

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
