/** The actions that the checks need of any browser. */
import { type InPage, textInPage } from "./in-page.ts";

export interface TabOptions {
  width: number;
  height: number;
  scheme?: "light" | "dark";
}

export interface Driver {
  version: string;
  /** Opens a tab that shares no cache, storage or worker with another one. One is open at a time. */
  open(options: TabOptions): Promise<Tab>;
  close(): Promise<void>;
}

/** Describes a page or a frame of it. */
export abstract class Area {
  protected abstract evaluate(text: string): Promise<unknown>;
  /** Presses the element of this text with the pointer. */
  protected abstract pressElement(text: string): Promise<void>;

  async run<Result, Argument>(
    script: InPage<Argument, Result>,
    argument?: Argument,
  ): Promise<Awaited<Result>> {
    return (await this.evaluate(textInPage(script, argument))) as Awaited<Result>;
  }

  /** Waits until the script returns something true, and returns that. */
  async until<Result, Argument>(
    script: InPage<Argument, Result>,
    argument?: Argument,
    seconds = 20,
  ): Promise<Awaited<Result>> {
    const end = Date.now() + seconds * 1000;
    let last: unknown;
    do {
      try {
        const value = await this.run(script, argument);
        if (value) return value;
        last = value;
      } catch (error) {
        // The page may be changing.
        last = error;
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    } while (Date.now() < end);
    throw new Error(`It never came true: ${script} of ${JSON.stringify(argument)} (${last})`);
  }

  /** Waits for an element with this name that can be pressed, and presses it with the pointer. */
  async press(selector: string, pattern = ""): Promise<void> {
    const wanted = { selector, pattern };
    await this.until(({ named }, sought) => !!named(sought.selector, sought.pattern), wanted);
    const find: InPage<typeof wanted, HTMLElement | null> = ({ named }, sought) =>
      named(sought.selector, sought.pattern);
    await this.pressElement(textInPage(find, wanted));
  }
}

export abstract class Tab extends Area {
  abstract goto(url: string): Promise<void>;
  abstract back(): Promise<void>;
  /** Presses a key, as `Tab`, `Shift+Tab` or `a`. */
  abstract key(name: string): Promise<void>;
  /** The frame whose address contains this. */
  abstract frame(part: string): Promise<Area>;
  /** Returns a picture of the screen as PNG. */
  abstract picture(): Promise<Buffer>;
  abstract resize(width: number, height: number): Promise<void>;
  /** Returns the page on sheets of A4, as PDF. */
  abstract print(): Promise<Buffer>;
  /** Errors of scripts and of the console since the tab was opened. */
  abstract errors(): Promise<string[]>;
  abstract close(): Promise<void>;

  async type(text: string): Promise<void> {
    for (const character of text) await this.key(character);
  }
}
