type Searched = Pick<ParentNode, "querySelectorAll">;

/**
 * Functions that find things in a page, through shadow roots. Each function is sent as text, and may use only the
 * other ones.
 */
export interface PageTools {
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
export type InPage<Argument, Result> = (page: PageTools, argument: Argument) => Result;

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
export function textInPage<Argument, Result>(
  script: InPage<Argument, Result>,
  argument: Argument | undefined,
): string {
  const functions = Object.values(tools).map(String).join("\n");
  const text = JSON.stringify(argument) ?? "null";
  return `(async () => {\n${functions}\nreturn (${script})({ ${Object.keys(tools)} }, ${text});\n})()`;
}
