/** Drives Chromium by Playwright. */
import type { Browser, Frame, Page } from "playwright-core";
import { launchBrowser, type Release } from "../chromium.ts";
import { Area, type Driver, Tab, type TabOptions, type Ways } from "./tab.ts";

/** A busy machine is slow; the limit only ends what hangs. */
const timeout = 30_000;

export async function startChromium(release: Release): Promise<Driver> {
  const browser = await launchBrowser(release);
  return {
    open: (options) => openTab(browser, options),
    close: () => browser.close(),
  };
}

async function openTab(browser: Browser, options: TabOptions): Promise<Tab> {
  const { width, height, scheme = "light" } = options;
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: scheme,
    locale: "en-GB",
    timezoneId: "UTC",
    // A browser without a window can ask nobody.
    permissions: ["clipboard-read", "clipboard-write"],
  });
  context.setDefaultTimeout(timeout);
  return new PlaywrightTab(await context.newPage());
}

const waysIn = (frame: Frame): Ways => ({
  evaluate: (text) => frame.evaluate(text),
  press: async (text) => {
    const element = (await frame.evaluateHandle<Element | null>(text)).asElement();
    if (!element) throw new Error("There is nothing to press.");
    await element.click({ timeout });
  },
});

class PlaywrightTab extends Tab {
  readonly #page: Page;
  readonly #errors: string[] = [];

  constructor(page: Page) {
    super(waysIn(page.mainFrame()));
    this.#page = page;
    page.on("console", (message) => {
      if (message.type() === "error") this.#errors.push(message.text());
    });
    page.on("pageerror", (error) => this.#errors.push(error.message));
  }

  async goto(url: string) {
    await this.#page.goto(url);
  }

  async back() {
    await this.#page.goBack();
  }

  key(name: string) {
    return this.#page.keyboard.press(name);
  }

  async frame(part: string) {
    for (let tries = 0; tries < 100; tries += 1) {
      const frame = this.#page.frames().find((candidate) => candidate.url().includes(part));
      if (frame) return new Area(waysIn(frame));
      await this.#page.waitForTimeout(100);
    }
    throw new Error(`no frame of ${part}`);
  }

  picture() {
    return this.#page.screenshot({ caret: "initial", animations: "allow" });
  }

  print() {
    return this.#page.pdf({ format: "A4", printBackground: true, preferCSSPageSize: true });
  }

  async errors() {
    return this.#errors;
  }

  close() {
    return this.#page.context().close();
  }
}
