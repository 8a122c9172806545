/** Every text of the data may be read by anybody: on a screen, in a record, through the API. */
import type { DataFile, Problem } from "../evidence.ts";

/** So begin the made-up places of the template of a cohort, and all that is copied from it. */
const example = /\bEXAMPLE\b/;

/** What one writes to oneself while reading, and not to a reader. */
const toOurselves =
  /\bHOLD:|\bTODO\b|\b(?:SECONDARY|CONFLICT)\b|see leads|stored text|excerpt|search result|\b[Ss]eed \d|[;,] (?:check|verify)\b|[Rr]e-verify|text cut off/;

/** The same in a place, which is shown where sources have no numbers. */
const inPlace = new RegExp(`${toOurselves.source}|\\bsource \\d`);

/** Short forms of curators, which pages would show as they stand. */
const shortForms = />=|<=|->|x ?10\^|\b(?:W&P|D&A)\b|\bincl\. |\d d\b|\b\d{1,2}\/20\d\d\b/;

/** Fields that pages show without change. */
const shown: Readonly<Record<string, readonly string[]>> = {
  products: [
    ...[
      "value",
      "detail",
      "note",
      "text",
      "change",
      "condition",
      "dose",
      "timing",
      "delay",
      "role",
    ],
  ],
  subgroups: ["level", "of", "against"],
};

export function wordingProblems(files: readonly DataFile[]): Problem[] {
  const problems: Problem[] = [];
  for (const { path: file, content } of files) {
    const asShown = shown[file.split("/")[1] ?? ""] ?? [];
    JSON.stringify(content, (field, value: unknown) => {
      const text = typeof value === "string" ? value : "";
      const [said] = (field === "locator" ? inPlace : toOurselves).exec(text) ?? [];
      const message = `"${said}" says a reader nothing: ${text}`;
      const madeUp = `made up, as in the template: write what the source prints, or null: ${text}`;
      if (example.test(text))
        problems.push({ file, field, rule: "said-to-readers", message: madeUp });
      if (said) problems.push({ file, field, rule: "said-to-readers", message });
      const [short] = asShown.includes(field) ? (shortForms.exec(text) ?? []) : [];
      const written = `"${short}" is to be written out: ${text}`;
      if (short) problems.push({ file, field, rule: "said-to-readers", message: written });
      return value;
    });
  }
  return problems;
}
