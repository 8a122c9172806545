import { escapeHtml } from "./escape-html.ts";

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
