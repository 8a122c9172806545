/** The element with the focus, and moving the focus. */
import type { Frame, Locator, Page } from "playwright-core";

export function hasFocus(locator: Locator): Promise<boolean> {
  return locator.evaluate((node) => (node.getRootNode() as ShadowRoot).activeElement === node);
}

/** The label or text of the focused element, with ordinary hyphens in names. */
export function focused(page: Page | Frame): Promise<string> {
  return page.evaluate(nameOfFocused);
}

/** This runs in the page. */
function nameOfFocused(): string {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  const label = active instanceof HTMLInputElement ? active.labels?.[0]?.textContent : null;
  const text = label ?? active?.getAttribute("aria-label") ?? active?.textContent ?? "";
  return active === document.body ? "" : text.replaceAll("\u2060", "").replace(/\s+/g, " ").trim();
}

/** Presses Tab `presses` times, and returns the names of all elements that had the focus, as `focused` gives them. */
export async function namesOfTabStops(page: Page, presses: number): Promise<string[]> {
  // A move within a shadow root is heard only there.
  const names = await page.evaluateHandle<Set<string>>(`(() => {
    const names = new Set();
    const roots = [document, ...[...document.querySelectorAll("*")].flatMap((element) => element.shadowRoot ?? [])];
    const nameOfFocused = ${nameOfFocused};
    for (const root of roots) root.addEventListener("focusin", () => names.add(nameOfFocused()));
    return names;
  })()`);
  for (let press = 0; press < presses; press += 1) await page.keyboard.press("Tab");
  return names.evaluate((all) => [...all]);
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
