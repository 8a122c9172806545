/** A tab by the commands of WebDriver, which Firefox and WebKit take by ways of their own. */
import { Area, Tab, type Ways } from "./tab.ts";

/** Sends a command by its name in the standard, and returns its value. */
export type Send = (command: string, parameters?: object) => Promise<unknown>;

const keys: Readonly<Record<string, string>> = {
  Tab: "\uE004",
  Enter: "\uE007",
  Control: "\uE009",
  Escape: "\uE00C",
};

/** The name of an element in an answer, by the standard. */
export const elementKey = "element-6066-11e4-a52e-4f735466cecf";

const waysBy = (send: Send): Ways => {
  const evaluate = async (text: string) => {
    const script = `const done = arguments[arguments.length - 1];
    ${text}.then((value) => done({ value: value ?? null }), (error) => done({ error: String(error) }));`;
    const result = await send("ExecuteAsyncScript", { script, args: [] });
    const { value, error } = result as { value?: unknown; error?: string };
    if (error !== undefined) throw new Error(error);
    return value;
  };
  const press = async (text: string) => {
    const element = (await evaluate(text)) as Record<string, string> | null;
    if (element === null) throw new Error("There is nothing to press.");
    await send("ElementClick", { id: element[elementKey] });
  };
  return { evaluate, press };
};

/** @param find The text of a promise of the element of the frame. */
function waysInFrame(send: Send, find: string): Ways {
  const { evaluate, press } = waysBy(send);
  const inside = async <Result>(act: () => Promise<Result>): Promise<Result> => {
    const id = await evaluate(find);
    if (id === null) throw new Error("There is no such frame.");
    await send("SwitchToFrame", { id });
    try {
      return await act();
    } finally {
      await send("SwitchToFrame", { id: null });
    }
  };
  return {
    evaluate: (text) => inside(() => evaluate(text)),
    /** A frame may be higher than the screen, and is scrolled in the page around it. */
    press: async (text) => {
      const top = await inside(() =>
        evaluate(`${text}.then((element) => element.getBoundingClientRect().top)`),
      );
      await evaluate(
        `${find}.then((frame) => scrollBy(0, frame.getBoundingClientRect().top + ${top} - innerHeight / 2))`,
      );
      await inside(() => press(text));
    },
  };
}

export abstract class WebDriverTab extends Tab {
  protected readonly send: Send;

  constructor(send: Send) {
    super(waysBy(send));
    this.send = send;
  }

  async goto(url: string) {
    await this.send("Navigate", { url });
  }

  async back() {
    await this.send("Back");
  }

  async key(name: string) {
    const values = name.split("+").map((part) => keys[part] ?? part);
    const down = values.map((value) => ({ type: "keyDown", value }));
    const up = values.reverse().map((value) => ({ type: "keyUp", value }));
    const actions = [{ type: "key", id: "keys", actions: [...down, ...up] }];
    await this.send("PerformActions", { actions });
  }

  async frame(part: string) {
    const find = `(async () => [...document.querySelectorAll("iframe")].find(({ src }) => src.includes(${JSON.stringify(part)})))()`;
    return new Area(waysInFrame(this.send, find));
  }

  async picture() {
    return Buffer.from(String(await this.send("TakeScreenshot", { full: false })), "base64");
  }
}
