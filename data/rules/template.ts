/** Numbers of the template of a cohort, and the paper of the instructions, are made up and must not become data. */
import template from "../cohort-template.json" with { type: "json" };
import type { Evidence, Problem } from "../evidence.ts";
import { checkEntriesOfFolder, listItemsWithPaths, ProblemList } from "./report.ts";

/**
 * Lists the fields by which an entry is recognised as that of the template: one may be equal by chance, but hardly
 * all.
 */
const numbersOf = {
  figures: ["outcome", "events", "n"],
  landmarks: ["family", "month", "survival", "n"],
  medians: ["family", "months"],
  timing: ["what", "outcome", "median", "range"],
} as const;

const madeUp = "made up, as in the template: write what the source prints, or null";

/** Checks that a cohort copied from the template has none of its numbers, and no paper is the made-up one. */
export function checkTemplateLeftovers({
  cohorts,
  references,
}: Pick<Evidence, "cohorts" | "references">): Problem[] {
  return [...checkMadeUpNumbers(cohorts), ...checkMadeUpPapers(references)];
}

const madeUpPaper = "made up, as in the instructions: write the paper's own id, authors and DOI";

function checkMadeUpPapers(references: Evidence["references"]): Problem[] {
  const list = new ProblemList("data/references.json");
  for (const [at, reference] of listItemsWithPaths("", references)) {
    if (isMadeUpPaper(reference)) list.add(at, "template-replaced", madeUpPaper);
  }
  return list.problems;
}

/** Returns whether a paper has the id of the template's paper, or the DOI of the one in the instructions. */
const isMadeUpPaper = ({ id, DOI }: Evidence["references"][number]) =>
  template.sources.some(({ reference }) => reference === id) || DOI === "10.1000/x";

function checkMadeUpNumbers(cohorts: Evidence["cohorts"]): Problem[] {
  return checkEntriesOfFolder("cohorts", cohorts, (cohort, list) => {
    const refuse = (field: string) => list.add(field, "template-replaced", madeUp);
    for (const [at, number] of listItemsWithPaths("registry", cohort.registry)) {
      if (template.registry.includes(number)) refuse(at);
    }
    // No trial admits patients after eight or nine lines only.
    if (hasSameFieldValues(template.admittedLines, cohort.admittedLines ?? {}))
      refuse("admittedLines");
    const { n, medianAge, ageRange } = cohort.baseline;
    if (hasSameFieldValues({ n, medianAge, ageRange }, template.baseline)) refuse("baseline");
    // No source prints so many decimals.
    if (cohort.followUpMonths === template.followUpMonths) refuse("followUpMonths");
    for (const name of ["figures", "landmarks", "medians", "timing"] as const) {
      const examples: readonly object[] = template[name];
      for (const [at, entry] of listItemsWithPaths<object>(name, cohort[name])) {
        const numbers = Object.fromEntries(
          numbersOf[name].map((field) => [field, Reflect.get(entry, field)]),
        );
        const months: unknown = Reflect.get(entry, "followUpMonths");
        if (examples.some((example) => hasSameFieldValues(numbers, example))) refuse(at);
        else if (months === template.followUpMonths) refuse(`${at}.followUpMonths`);
      }
    }
  });
}

/**
 * Returns whether an entry has the same values as `fields` in all of its fields; the entry may have others as well.
 */
function hasSameFieldValues(fields: object, entry: object): boolean {
  return Object.entries(fields).every(
    ([name, value]) => JSON.stringify(value) === JSON.stringify(Reflect.get(entry, name)),
  );
}
