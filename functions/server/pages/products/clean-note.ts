/** Notes of curators as readers see them: signs, dates and abbreviations written out, no figure changed. */
import { catalogue } from "#presentation/words/catalogue.ts";

const { dateWords } = catalogue.record;
const raised = "⁰¹²³⁴⁵⁶⁷⁸⁹";

type Rule = readonly [found: RegExp, written: string | ((...parts: string[]) => string)];

/** In this order: a month is no range, and a range is no month. */
const rules: readonly Rule[] = [
  [
    /\b(\d{1,2})\/(20\d\d)\b/g,
    (_, month = "", year) => dateWords(`${year}-${month.padStart(2, "0")}`),
  ],
  [/\b20\d\d-(?:0\d|1[0-2])(?:-\d\d)?\b/g, (date) => dateWords(date)],
  [/(?<![\w.-])(\d{1,4}(?:\.\d+)?)-(\d{1,4}(?:\.\d+)?)(?![\w-])/g, "$1–$2"],
  [/ ?x ?10\^(\d)/g, (_, power) => ` × 10${raised[Number(power)]}`],
  [/ -> /g, " → "],
  [/>= ?/g, "≥ "],
  [/<= ?/g, "≤ "],
  [/>(?=\d)/g, "more than "],
  [/(?<=\d) d\b/g, " days"],
  [/\bincl\. /g, "including "],
  [/\bD&A\b/g, "dosage and administration"],
  [/\bW&P\b/g, "warnings and precautions"],
  [/\bBsAb\b/g, "bispecific antibody"],
];

/** What all pages call by one name, whatever the word of a label for it is. */
const oneName: readonly Rule[] = [
  [/\bneurologic toxicit(?:y|ies)\b/gi, "neurotoxicity"],
  [/\bcytokine release syndrome\b/gi, "CRS"],
];

/** The words of a source that a page says otherwise. */
export function ownWords(note: string): string[] {
  return oneName.flatMap(([found]) => note.match(found) ?? []);
}

export function edited(note: string): string {
  return [...oneName, ...rules].reduce(
    (text, [found, written]) =>
      typeof written === "string" ? text.replace(found, written) : text.replace(found, written),
    note,
  );
}

/** Without what stands in brackets: for a table, where the page of the product has the rest. */
export function shortened(text: string): string {
  return text.replace(/ \([^)]*\)/g, "");
}
