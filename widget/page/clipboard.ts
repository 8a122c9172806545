import type { Copy } from "#presentation/words/copied.ts";

/**
 * Copies to the clipboard and returns whether that worked. It fails in a frame without permission,
 * on a page without HTTPS and in old browsers. Call it while the click is handled, because Safari
 * refuses later calls; so the content is a promise if it is not ready yet.
 */
export async function copyToClipboard(copy: Promise<Copy>): Promise<boolean> {
  try {
    if (typeof ClipboardItem === "undefined") {
      await navigator.clipboard.writeText((await copy).text);
    } else {
      const form = (type: string, part: keyof Copy) => {
        const blob = copy.then((content) => new Blob([content[part]], { type }));
        // `write` or the awaited promise rejects if the content could not be made; this avoids a second report in the
        // console.
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
