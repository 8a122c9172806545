/** A tab by a page of Playwright or of Puppeteer, which have the same names for what is done in it. */
import { setTimeout as wait } from "node:timers/promises";
import { Area, Tab, type Ways } from "./tab.ts";

interface DrivenFrame {
  url(): string;
  evaluate(text: string): Promise<unknown>;
  evaluateHandle(text: string): Promise<{ asElement(): { click(): Promise<void> } | null }>;
}

interface ConsoleMessage {
  type(): string;
  text(): string;
}

interface DrivenPage {
  mainFrame(): DrivenFrame;
  frames(): DrivenFrame[];
  goto(url: string): Promise<unknown>;
  keyboard: { down(key: string): Promise<void>; up(key: string): Promise<void> };
  screenshot(): Promise<Uint8Array>;
  pdf(options: {
    format: "A4";
    printBackground: boolean;
    preferCSSPageSize: boolean;
  }): Promise<Uint8Array>;
  on(event: "console" | "pageerror", hear: (messageOrError: unknown) => void): unknown;
}

const waysIn = (frame: DrivenFrame): Ways => ({
  evaluate: (text) => frame.evaluate(text),
  press: async (text) => {
    const element = (await frame.evaluateHandle(text)).asElement();
    if (!element) throw new Error("There is nothing to press.");
    await element.click();
  },
});

export class PageTab extends Tab {
  readonly #page: DrivenPage;
  readonly #errors: string[] = [];
  readonly close: () => Promise<void>;

  constructor(page: DrivenPage, close: () => Promise<void>) {
    super(waysIn(page.mainFrame()));
    this.#page = page;
    this.close = close;
    page.on("console", (heard) => {
      const message = heard as ConsoleMessage;
      if (message.type() === "error") this.#errors.push(message.text());
    });
    page.on("pageerror", (error) => this.#errors.push(String(error)));
  }

  async goto(url: string) {
    await this.#page.goto(url);
  }

  async key(name: string) {
    const keys = name.split("+");
    for (const key of keys) await this.#page.keyboard.down(key);
    for (const key of keys.reverse()) await this.#page.keyboard.up(key);
  }

  async frame(part: string) {
    for (let tries = 0; tries < 100; tries += 1) {
      const frame = this.#page.frames().find((candidate) => candidate.url().includes(part));
      if (frame) return new Area(waysIn(frame));
      await wait(100);
    }
    throw new Error(`no frame of ${part}`);
  }

  async picture() {
    return Buffer.from(await this.#page.screenshot());
  }

  async print() {
    const options = { format: "A4", printBackground: true, preferCSSPageSize: true } as const;
    return Buffer.from(await this.#page.pdf(options));
  }

  async errors() {
    return this.#errors;
  }
}
