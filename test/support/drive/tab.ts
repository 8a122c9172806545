/** The actions that the checks need of any browser. */
export interface TabOptions {
  width: number;
  height: number;
  scheme?: "light" | "dark";
}

export interface Driver {
  /** Opens a tab that shares no cache, storage or worker with another one. One is open at a time. */
  open(options: TabOptions): Promise<Tab>;
  close(): Promise<void>;
}

/** How a browser acts in one page or frame, on texts that `textInPage` makes. */
export interface Ways {
  evaluate(text: string): Promise<unknown>;
  /** Presses the element of this text with the pointer. */
  press(text: string): Promise<void>;
}

/** Describes a page or a frame of it. */
export class Area {
  readonly #ways: Ways;

  constructor(ways: Ways) {
    this.#ways = ways;
  }

  async run<Result, Argument>(
    script: InPage<Argument, Result>,
    argument?: Argument,
  ): Promise<Awaited<Result>> {
    return (await this.#ways.evaluate(textInPage(script, argument))) as Awaited<Result>;
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
    await this.#ways.press(textInPage(find, wanted));
  }
}

export abstract class Tab extends Area {
  abstract goto(url: string): Promise<void>;
  /** Presses a key, as `Tab`, `Control+v` or `a`. */
  abstract key(name: string): Promise<void>;
  /** The frame whose address contains this. */
  abstract frame(part: string): Promise<Area>;
  /** Returns a picture of the screen as PNG. */
  abstract picture(): Promise<Buffer>;
  /** Returns the page on sheets of A4, as PDF. */
  abstract print(): Promise<Buffer>;
  /** Errors of scripts and of the console since the tab was opened. */
  abstract errors(): Promise<string[]>;
  abstract close(): Promise<void>;

  back(): Promise<void> {
    return this.run(() => history.back());
  }

  async type(text: string): Promise<void> {
    for (const character of text) await this.key(character);
  }
}

type Searched = Pick<ParentNode, "querySelectorAll">;

/**
 * Functions that find things in a page, through shadow roots. Each function is sent as text, and may use only the
 * other ones.
 */
interface PageTools {
  all<Found = HTMLElement>(selector: string, within?: Searched): Found[];
  isSeen(element: Element): boolean;
  /** The text by which an element is heard, with ordinary hyphens in names. */
  nameOf(element: Element | null): string;
  /** The first that is seen, can be pressed, and whose name matches the pattern. */
  named(selector: string, pattern: string): HTMLElement | null;
  /** The element with the focus; `null` where nothing has it. */
  focused(): HTMLElement | null;
}

/** A script of a page: it may use its two arguments and globals of the page, and nothing around it. */
type InPage<Argument, Result> = (page: PageTools, argument: Argument) => Result;

function all<Found = HTMLElement>(selector: string, within: Searched = document): Found[] {
  const inside = [...within.querySelectorAll("*")].flatMap(({ shadowRoot }) =>
    shadowRoot ? all<Found>(selector, shadowRoot) : [],
  );
  return [...(within.querySelectorAll(selector) as Iterable<Found>), ...inside];
}

function isSeen(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  // The content of a closed `details` may have a size.
  return width > 0 && height > 0 && element.checkVisibility({ visibilityProperty: true });
}

function nameOf(element: Element | null): string {
  const label = (element as HTMLInputElement | null)?.labels?.[0]?.textContent;
  const text = element?.getAttribute("aria-label") || label || element?.textContent || "";
  return text
    .replace(/\u2060/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

function named(selector: string, pattern: string): HTMLElement | null {
  const isNamed = (element: HTMLElement) =>
    isSeen(element) && !element.matches(":disabled") && new RegExp(pattern).test(nameOf(element));
  return all(selector).find(isNamed) ?? null;
}

function focused(): HTMLElement | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active === document.body ? null : (active as HTMLElement | null);
}

const tools = { all, isSeen, nameOf, named, focused } satisfies PageTools;

/** Returns the text of an expression: a promise of what the script returns. */
function textInPage<Argument, Result>(
  script: InPage<Argument, Result>,
  argument: Argument | undefined,
): string {
  const functions = Object.values(tools).map(String).join("\n");
  const text = JSON.stringify(argument) ?? "null";
  return `(async () => {\n${functions}\nreturn (${script})({ ${Object.keys(tools)} }, ${text});\n})()`;
}
