/** Drives Chromium by Playwright. */
import type { Browser, BrowserContext, Frame, Page } from "playwright-core";
import { launchBrowser, type Release } from "../chromium.ts";
import { Area, type Driver, Tab, type TabOptions } from "./tab.ts";

/** A busy machine is slow; the limit only ends what hangs. */
const timeout = 30_000;

export async function startChromium(release: Release): Promise<Driver> {
  const browser = await launchBrowser(release);
  return {
    version: browser.version(),
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
  return new PlaywrightTab(context, await context.newPage());
}

const evaluateIn = (frame: Frame, text: string): Promise<unknown> => frame.evaluate(text);

async function pressIn(frame: Frame, text: string): Promise<void> {
  const element = (await frame.evaluateHandle<Element | null>(text)).asElement();
  if (!element) throw new Error("There is nothing to press.");
  await element.click({ timeout });
}

class PlaywrightFrame extends Area {
  readonly #frame: Frame;

  constructor(frame: Frame) {
    super();
    this.#frame = frame;
  }

  protected evaluate(text: string) {
    return evaluateIn(this.#frame, text);
  }

  protected pressElement(text: string) {
    return pressIn(this.#frame, text);
  }
}

class PlaywrightTab extends Tab {
  readonly #context: BrowserContext;
  readonly #page: Page;
  readonly #errors: string[] = [];

  constructor(context: BrowserContext, page: Page) {
    super();
    this.#context = context;
    this.#page = page;
    page.on("console", (message) => {
      if (message.type() === "error") this.#errors.push(message.text());
    });
    page.on("pageerror", (error) => this.#errors.push(error.message));
  }

  protected evaluate(text: string) {
    return evaluateIn(this.#page.mainFrame(), text);
  }

  protected pressElement(text: string) {
    return pressIn(this.#page.mainFrame(), text);
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
      if (frame) return new PlaywrightFrame(frame);
      await this.#page.waitForTimeout(100);
    }
    throw new Error(`no frame of ${part}`);
  }

  picture() {
    return this.#page.screenshot({ caret: "initial", animations: "allow" });
  }

  resize(width: number, height: number) {
    return this.#page.setViewportSize({ width, height });
  }

  print() {
    return this.#page.pdf({ format: "A4", printBackground: true, preferCSSPageSize: true });
  }

  async errors() {
    return this.#errors;
  }

  close() {
    return this.#context.close();
  }
}
