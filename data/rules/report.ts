import type { Problem, RuleName } from "../evidence.ts";
import type { Cohort } from "../schema.ts";

export function cohortFile({ id }: Pick<Cohort, "id">): string {
  return `data/cohorts/${id}.json`;
}

type Named = "cohort" | "outcome" | "side";

export class ProblemList {
  readonly problems: Problem[] = [];
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  add(field: string, rule: RuleName, message: string): void {
    this.problems.push({ file: this.#file, field, rule, message });
  }

  /** Something named must be there. */
  expect(field: string, what: Named, id: string, known: { has(id: string): boolean }): void {
    if (!known.has(id)) this.add(field, `${what}-exists`, `no ${what} "${id}"`);
  }

  /** Nothing is there twice. */
  expectOnce(field: string, rule: RuleName, key: string, seen: Set<string>, message: string): void {
    if (seen.has(key)) this.add(field, rule, message);
    seen.add(key);
  }

  expectSource(field: string, source: number, { length }: readonly unknown[]): void {
    if (source < length) return;
    this.add(field, "source-exists", `source ${source} of ${length}; they count from 0`);
  }
}

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
