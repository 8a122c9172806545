/**
 * Writes text as HTML. It also defines text that is copied in two formats, and texts that stand for an address until
 * the address is known.
 */

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Escapes text for use as HTML content or in a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** Holds text to copy in two formats: for word processors, and as plain text. */
export interface Copy {
  readonly text: string;
  readonly html: string;
}

/** Makes text to copy of lines, each a paragraph. */
export function makeClipboardText(lines: readonly string[]): Copy {
  return {
    text: lines.join("\r\n"),
    html: lines.map((line) => `<p>${escapeHtml(line)}</p>`).join(""),
  };
}

/** This text is replaced by the address of the question, which only the page that copies knows. */
export const linkPlaceholder = "{link}";

/** Stands in texts of the build for the address of the installation that serves them. */
export const originPlaceholder = "https://installation.invalid";

const forms: readonly ((address: string) => string)[] = [escapeHtml, encodeURIComponent];

/**
 * Returns a function that inserts `site` in a text instead of an address, escaped or encoded as the address was.
 *
 * @param replaced The address in the text instead of which `site` is inserted.
 */
export function makeOriginPlaceholderReplacer(
  site: string,
  replaced = originPlaceholder,
): (text: string) => string {
  return (text) =>
    forms.reduce(
      // The replacement is a function, because `replaceAll` would interpret characters such as `$`.
      (result, form) => result.replaceAll(form(replaced), () => form(site)),
      text,
    );
}
