/** The element with the focus, and moving the focus. */
import type { Frame, Locator, Page } from "playwright-core";

export function hasFocus(locator: Locator): Promise<boolean> {
  return locator.evaluate((node) => (node.getRootNode() as ShadowRoot).activeElement === node);
}

/** The label or text of the focused element, with ordinary hyphens in names. */
export function focused(page: Page | Frame): Promise<string> {
  return page.evaluate(() => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    const label = active instanceof HTMLInputElement ? active.labels?.[0]?.textContent : null;
    const text = label ?? active?.getAttribute("aria-label") ?? active?.textContent ?? "";
    return active === document.body
      ? ""
      : text.replaceAll("\u2060", "").replace(/\s+/g, " ").trim();
  });
}

export async function tabTo(page: Page, name: RegExp): Promise<void> {
  const passed: string[] = [];
  for (let presses = 0; presses < 120; presses += 1) {
    await page.keyboard.press("Tab");
    const now = await focused(page);
    if (name.test(now)) return;
    passed.push(now);
    // Choices can be reached only once their cohorts are counted.
    if (presses % 10 === 9) await page.waitForTimeout(200);
  }
  throw new Error(`Tab never came to ${name}, only to ${passed.slice(0, 20).join(" | ")}`);
}
