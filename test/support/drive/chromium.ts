/** Drives Chromium by Playwright. */
import { launchBrowser, type Release } from "../chromium.ts";
import { PageTab } from "./page-tab.ts";
import type { Driver } from "./tab.ts";

export async function startChromium(release: Release): Promise<Driver> {
  const browser = await launchBrowser(release);
  return {
    open: async ({ width, height, scheme = "light" }) => {
      const context = await browser.newContext({
        viewport: { width, height },
        colorScheme: scheme,
        locale: "en-GB",
        timezoneId: "UTC",
        // A browser without a window can ask nobody.
        permissions: ["clipboard-read", "clipboard-write"],
      });
      return new PageTab(await context.newPage(), () => context.close());
    },
    close: () => browser.close(),
  };
}
