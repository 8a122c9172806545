/** Reads what a page copied. */
import type { Page } from "playwright-core";

export const permissions = ["clipboard-read", "clipboard-write"];

/** The content of the clipboard by media type. */
export function clipboard(page: Page): Promise<Record<string, string>> {
  return page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const forms = (item?.types ?? []).map(async (type) => [
      type,
      await (await item?.getType(type))?.text(),
    ]);
    return Object.fromEntries(await Promise.all(forms));
  });
}
