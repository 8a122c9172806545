/**
 * Holds rules about fields of a cohort that contradict each other and that counts added by a reader do not have. They
 * are apart from the other rules about cohorts, which the form for such counts loads.
 */
import type { Evidence, Problem } from "../evidence.ts";
import type { Cohort } from "../schema.ts";
import { checkEntriesOfFolder, listItemsWithPaths, type ProblemList } from "./report.ts";

export function checkContradictions({ cohorts }: Pick<Evidence, "cohorts">): Problem[] {
  return checkEntriesOfFolder("cohorts", cohorts, (cohort, list) => {
    if (cohort.admittedLines) addSettingProblems(cohort, cohort.admittedLines, list);
    addMissingButPresentProblems(cohort, list);
  });
}

/**
 * Checks that the admitted lines do not contradict the setting, by which questions choose cohorts: they would hide
 * the cohort or misplace it.
 */
function addSettingProblems(
  { setting }: Cohort,
  { min, max }: NonNullable<Cohort["admittedLines"]>,
  list: ProblemList,
): void {
  const [fewest, most] = [min ?? 0, max ?? Number.POSITIVE_INFINITY];
  if (fewest > most) return;
  if (setting === "early" && fewest >= 3) {
    list.add("setting", "setting-agrees", `early, but all had ${fewest} prior lines or more`);
  }
  if (setting === "late" && most < 3) {
    list.add("setting", "setting-agrees", `late, but nobody had more than ${most} prior lines`);
  }
}

function addMissingButPresentProblems({ missing, figures }: Cohort, list: ProblemList): void {
  for (const [at, sought] of listItemsWithPaths("missing", missing)) {
    if (!figures.some(({ outcome }) => outcome === sought)) continue;
    list.add(at, "missing-is-missing", `a figure of "${sought}" is there`);
  }
}
