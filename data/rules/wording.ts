/** Every text of the data may be read by anybody: on a screen, in a record, through the API. */
import type { DataFile, Problem } from "../evidence.ts";

/** What one writes to oneself while reading, and not to a reader. */
const toOurselves =
  /\bHOLD:|\bTODO\b|\b(?:SECONDARY|CONFLICT)\b|see leads|stored text|excerpt|search result|\b[Ss]eed \d|[;,] (?:check|verify)\b|[Rr]e-verify|text cut off/;

/** The same in a place, which is shown where sources have no numbers. */
const inPlace = new RegExp(`${toOurselves.source}|\\bsource \\d`);

/** Short forms of curators, which a page of a product would show as they stand. */
const shortForms = />=|<=|->|x ?10\^|\b(?:W&P|D&A)\b|\bincl\. |\d d\b|\b\d{1,2}\/20\d\d\b/;

/** What the pages of products show of a fact. */
const shownOfProducts = new Set([
  ...["value", "detail", "note", "text", "change", "condition", "dose", "timing", "delay", "role"],
]);

export function wordingProblems(files: readonly DataFile[]): Problem[] {
  const problems: Problem[] = [];
  for (const { path: file, content } of files) {
    const isOfProduct = file.startsWith("data/products/");
    JSON.stringify(content, (field, value: unknown) => {
      const text = typeof value === "string" ? value : "";
      const [said] = (field === "locator" ? inPlace : toOurselves).exec(text) ?? [];
      const message = `"${said}" says a reader nothing: ${text}`;
      if (said) problems.push({ file, field, rule: "said-to-readers", message });
      const [short] =
        isOfProduct && shownOfProducts.has(field) ? (shortForms.exec(text) ?? []) : [];
      const written = `"${short}" is to be written out: ${text}`;
      if (short) problems.push({ file, field, rule: "said-to-readers", message: written });
      return value;
    });
  }
  return problems;
}
