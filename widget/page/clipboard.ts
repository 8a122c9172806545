import type { Copy } from "#presentation/view/comparison-table.ts";

/**
 * Whether it is on the clipboard now. A frame without permission, a page without HTTPS and an old
 * browser refuse. To be called while the click is handled: Safari hears nobody later, so what is still
 * being made is given as a promise.
 */
export async function copied(copy: Promise<Copy>): Promise<boolean> {
  try {
    if (typeof ClipboardItem === "undefined") {
      await navigator.clipboard.writeText((await copy).text);
    } else {
      const form = (type: string, part: keyof Copy) => {
        const blob = copy.then((made) => new Blob([made[part]], { type }));
        // What could not be made is told by `write`, or by what is awaited instead; not by the console.
        blob.catch(() => undefined);
        return blob;
      };
      const forms = {
        "text/plain": form("text/plain", "text"),
        "text/html": form("text/html", "html"),
      };
      await navigator.clipboard.write([new ClipboardItem(forms)]);
    }
    return true;
  } catch {
    return false;
  }
}
