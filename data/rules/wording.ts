/** Every text of the data may be read by anybody: on a screen, in a record, through the API. */
import type { DataFile, Problem } from "../evidence.ts";

/** What one writes to oneself while reading, and not to a reader. */
const toOurselves =
  /\bHOLD:|\bTODO\b|\b(?:SECONDARY|CONFLICT)\b|see leads|stored text|excerpt|search result|\b[Ss]eed \d|[;,] (?:check|verify)\b|[Rr]e-verify|text cut off/;

/** The same in a place, which is shown where sources have no numbers. */
const inPlace = new RegExp(`${toOurselves.source}|\\bsource \\d`);

export function wordingProblems(files: readonly DataFile[]): Problem[] {
  const problems: Problem[] = [];
  for (const { path: file, content } of files) {
    JSON.stringify(content, (field, value: unknown) => {
      const text = typeof value === "string" ? value : "";
      const [said] = (field === "locator" ? inPlace : toOurselves).exec(text) ?? [];
      const message = `"${said}" says a reader nothing: ${text}`;
      if (said) problems.push({ file, field, rule: "said-to-readers", message });
      return value;
    });
  }
  return problems;
}
