/** A tab by the commands of WebDriver, which Firefox and WebKit take by ways of their own. */
import { Area, Tab } from "./tab.ts";

/** Commands by the names of the standard. */
export interface Commands {
  navigate(url: string): Promise<void>;
  back(): Promise<void>;
  /** Runs the body of a function, whose last argument is to be called with the result. */
  execute(body: string): Promise<unknown>;
  /** @param frame The value that `execute` gave for the element of the frame; `null` for the page. */
  switchTo(frame: unknown): Promise<void>;
  click(element: unknown): Promise<void>;
  performActions(actions: readonly object[]): Promise<void>;
  /** Returns a PNG in base 64. */
  takeScreenshot(): Promise<string>;
}

const keys: Readonly<Record<string, string>> = {
  Tab: "\uE004",
  Enter: "\uE007",
  Shift: "\uE008",
  Control: "\uE009",
  Escape: "\uE00C",
  Space: " ",
  ArrowDown: "\uE015",
};

/** The name of an element in an answer, by the standard. */
export const elementKey = "element-6066-11e4-a52e-4f735466cecf";

async function evaluateBy(commands: Commands, text: string): Promise<unknown> {
  const body = `const done = arguments[arguments.length - 1];
    ${text}.then((value) => done({ value: value ?? null }), (error) => done({ error: String(error) }));`;
  const { value, error } = (await commands.execute(body)) as { value?: unknown; error?: string };
  if (error !== undefined) throw new Error(error);
  return value;
}

async function pressBy(commands: Commands, text: string): Promise<void> {
  const element = await evaluateBy(commands, text);
  if (element === null) throw new Error("There is nothing to press.");
  await commands.click(element);
}

class WebDriverFrame extends Area {
  readonly #commands: Commands;
  readonly #find: string;

  /** @param find The text of a promise of the element of the frame. */
  constructor(commands: Commands, find: string) {
    super();
    this.#commands = commands;
    this.#find = find;
  }

  protected evaluate(text: string) {
    return this.#inside(() => evaluateBy(this.#commands, text));
  }

  /** A frame may be higher than the screen, and is scrolled in the page around it. */
  protected async pressElement(text: string) {
    const top = await this.evaluate(
      `${text}.then((element) => element.getBoundingClientRect().top)`,
    );
    await evaluateBy(
      this.#commands,
      `${this.#find}.then((frame) => scrollBy(0, frame.getBoundingClientRect().top + ${top} - innerHeight / 2))`,
    );
    await this.#inside(() => pressBy(this.#commands, text));
  }

  async #inside<Result>(act: () => Promise<Result>): Promise<Result> {
    const element = await evaluateBy(this.#commands, this.#find);
    if (element === null) throw new Error("There is no such frame.");
    await this.#commands.switchTo(element);
    try {
      return await act();
    } finally {
      await this.#commands.switchTo(null);
    }
  }
}

export abstract class WebDriverTab extends Tab {
  protected readonly commands: Commands;

  constructor(commands: Commands) {
    super();
    this.commands = commands;
  }

  protected evaluate(text: string) {
    return evaluateBy(this.commands, text);
  }

  protected pressElement(text: string) {
    return pressBy(this.commands, text);
  }

  goto(url: string) {
    return this.commands.navigate(url);
  }

  back() {
    return this.commands.back();
  }

  async key(name: string) {
    const values = name.split("+").map((part) => keys[part] ?? part);
    const down = values.map((value) => ({ type: "keyDown", value }));
    const up = values.reverse().map((value) => ({ type: "keyUp", value }));
    await this.commands.performActions([{ type: "key", id: "keys", actions: [...down, ...up] }]);
  }

  async frame(part: string) {
    const find = `(async () => [...document.querySelectorAll("iframe")].find(({ src }) => src.includes(${JSON.stringify(part)})))()`;
    return new WebDriverFrame(this.commands, find);
  }

  async picture() {
    return Buffer.from(await this.commands.takeScreenshot(), "base64");
  }
}
