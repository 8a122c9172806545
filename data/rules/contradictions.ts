/**
 * Checks what notes and facts say of a trial against the sizes and figures that are held of it, which stand in other files.
 */
import type { Evidence, Problem } from "../evidence.ts";
import type { Cohort, ComparisonStudyFile } from "../schema.ts";
import { checkEntriesOfFolder, listItemsWithPaths, type ProblemList } from "./report.ts";

type Checked = Pick<Evidence, "cohorts" | "comparisons" | "products">;

/** Returns what a cohort, or a trial among the facts of a product, says against what is held of it. */
export function checkContradictions({ cohorts, comparisons, products }: Checked): Problem[] {
  const trials = comparisons.filter(({ kind }) => kind === "randomised");
  const ofCohorts = checkEntriesOfFolder("cohorts", cohorts, (cohort, list) => {
    addNoteProblems(cohort, trials, list);
  });
  const ofProducts = checkEntriesOfFolder("products", products, (product, list) => {
    for (const [at, { value }] of listItemsWithPaths("trials", product.trials)) {
      const trial = trials.find(({ label }) => label === value.name);
      if (!trial) continue;
      const held = collectSizes(trial, cohorts);
      for (const [place, { measure, values }] of listItemsWithPaths(
        `${at}.value.results`,
        value.results,
      )) {
        if (measure === "patients") addSizeProblems(`${place}.values`, values, held, list);
      }
    }
  });
  return [...ofCohorts, ...ofProducts];
}

/** Collects every number of patients that is held of a randomised trial and of its arms. */
function collectSizes(
  { sides, figures }: ComparisonStudyFile,
  cohorts: readonly Cohort[],
): ReadonlySet<number | null> {
  const arms = cohorts.filter(({ id }) => sides.some((side) => side.cohorts.includes(id)));
  const ofArms = arms.flatMap((arm) => [arm.baseline, ...arm.figures]);
  return new Set([...sides, ...figures, ...ofArms].map(({ n }) => n));
}

function addNoteProblems(
  cohort: Cohort,
  trials: readonly ComparisonStudyFile[],
  list: ProblemList,
): void {
  const { id, notes, figures } = cohort;
  if (notes === null) return;
  const only = /^(Baseline|Topline) only/.exec(notes);
  if (only && figures.length > 0) {
    list.add("notes", "note-is-current", `"${only[0]}", but ${figures.length} figures are held`);
  }
  const trial = trials.find(({ sides }) => sides.some((side) => side.cohorts.includes(id)));
  if (!trial) return;
  const sizes = [...notes.matchAll(/(\d+) randomised/g)].map(([, size]) => Number(size));
  addSizeProblems("notes", sizes, collectSizes(trial, [cohort]), list);
}

function addSizeProblems(
  at: string,
  sizes: readonly number[],
  held: ReadonlySet<number | null>,
  list: ProblemList,
): void {
  for (const size of sizes) {
    if (!held.has(size)) list.add(at, "size-as-held", `${size} patients, which no arm has`);
  }
}
