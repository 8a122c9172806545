/**
 * Checks the wording of texts, because every text of the data may be read by anybody: on a screen, in a record,
 * through the API.
 */
import type { DataFile, Problem } from "../evidence.ts";

/** Matches the word with which made-up texts of the template of a cohort begin. */
const example = /\bEXAMPLE\b/;

/** Matches words that curators write as notes to themselves, and not for a reader. */
const toOurselves =
  /\bHOLD:|\bTODO\b|\b(?:SECONDARY|CONFLICT)\b|see leads|stored text|excerpt|search result|\b[Ss]eed \d|[;,] (?:check|verify)\b|[Rr]e-verify|text cut off/;

/** Matches in addition "source 3" in a locator: pages show locators, but their sources have no numbers. */
const inPlace = new RegExp(`${toOurselves.source}|\\bsource \\d`);

/** Matches short forms of curators, which pages would show as they stand. */
const shortForms = />=|<=|->|x ?10\^|\b(?:W&P|D&A)\b|\bincl\. |\d d\b|\b\d{1,2}\/20\d\d\b/;

/** Lists the fields that pages show without change, by folder. */
const printedFields: Readonly<Record<string, readonly string[]>> = {
  products: "value detail note text change condition dose timing delay role".split(" "),
  subgroups: ["level", "of", "against"],
};

export function checkWording(files: readonly DataFile[]): Problem[] {
  const problems: Problem[] = [];
  for (const { path: file, content } of files) {
    const printedAsIs = printedFields[file.split("/")[1] ?? ""] ?? [];
    JSON.stringify(content, (field, value: unknown) => {
      if (typeof value !== "string") return value;
      const refuse = (words: RegExp, why: (match: string) => string) => {
        const [match] = words.exec(value) ?? [];
        if (match === undefined) return;
        const message = `${why(`"${match}"`)}: ${value}`;
        problems.push({ file, field, rule: "said-to-readers", message });
      };
      refuse(example, () => "made up, as in the template: write what the source prints, or null");
      refuse(
        field === "locator" ? inPlace : toOurselves,
        (match) => `${match} says a reader nothing`,
      );
      if (printedAsIs.includes(field))
        refuse(shortForms, (match) => `${match} is to be written out`);
      return value;
    });
  }
  return problems;
}
