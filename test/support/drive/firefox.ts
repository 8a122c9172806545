/**
 * Drives Firefox of any version by Puppeteer. Playwright drives only those versions whose commands it knows; 1.65
 * neither starts the ESR 140 nor opens a page in the ESR 153.
 */
import { existsSync } from "node:fs";
import { type Browser, launch } from "puppeteer-core";
import { fontsEnvironment } from "../chromium.ts";
import { PageTab } from "./page-tab.ts";
import type { Driver, TabOptions } from "./tab.ts";

/** The path of an installed Firefox; `null` where there is none. */
export function firefoxPath(): string | null {
  const paths = [process.env.FIREFOX_PATH ?? "", "/usr/bin/firefox-esr", "/usr/bin/firefox"];
  return paths.find((path) => path !== "" && existsSync(path)) ?? null;
}

type Scheme = NonNullable<TabOptions["scheme"]>;

export async function startFirefox(path: string): Promise<Driver> {
  // The colours are a preference of the whole browser.
  const light = await launchFirefox(path, "light");
  let dark: Browser | undefined;
  return {
    open: async ({ width, height, scheme }) => {
      if (scheme === "dark") dark ??= await launchFirefox(path, "dark");
      const browser = (scheme === "dark" && dark) || light;
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      await page.setViewport({ width, height });
      return new PageTab(page, () => context.close());
    },
    close: async () => {
      await light.close();
      await dark?.close();
    },
  };
}

async function launchFirefox(executablePath: string, scheme: Scheme): Promise<Browser> {
  return launch({
    browser: "firefox",
    executablePath,
    extraPrefsFirefox: {
      "intl.accept_languages": "en-GB",
      "layout.css.prefers-color-scheme.content-override": scheme === "dark" ? 0 : 1,
      // A scroll bar takes no room from the page, as on a phone and in the other browsers here.
      "ui.useOverlayScrollbars": 1,
      // Firefox would otherwise ask for the list of blocked certificates while a page is measured.
      "services.settings.server": "data:,",
    },
    // A process in the sandbox cannot read fonts outside the folders of the system.
    env: {
      ...process.env,
      ...(await fontsEnvironment()),
      TZ: "UTC",
      MOZ_DISABLE_CONTENT_SANDBOX: "1",
    },
  });
}
