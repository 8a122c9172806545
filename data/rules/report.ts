/** Shorthand for rules that check one cohort at a time. */
import type { Problem, RuleName } from "../evidence.ts";
import type { Cohort } from "../schema.ts";

export function cohortFile({ id }: Pick<Cohort, "id">): string {
  return `data/cohorts/${id}.json`;
}

/** Collects the problems of one file. */
export class ProblemList {
  readonly problems: Problem[] = [];
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  add(field: string, rule: RuleName, message: string): void {
    this.problems.push({ file: this.#file, field, rule, message });
  }
}

/** The problems of every cohort, each in its own file. */
export function ofEachCohort(
  cohorts: readonly Cohort[],
  check: (cohort: Cohort, list: ProblemList) => void,
): Problem[] {
  return cohorts.flatMap((cohort) => {
    const list = new ProblemList(cohortFile(cohort));
    check(cohort, list);
    return list.problems;
  });
}
