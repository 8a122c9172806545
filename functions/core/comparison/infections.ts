/** What the infections of a row depend on besides the treatment, said of every such row alike. */
import type { Outcome } from "#data/schema.ts";
import type { Entry } from "../evidence/gather.ts";
import type { RowCaution } from "./coded-remarks.ts";

const infections: ReadonlySet<string> = new Set([
  "infection",
  "infection-3",
  "death-infection",
  "opportunistic-infection",
]);

export function infectionsDepend({ id }: Outcome, entries: readonly Entry[]): RowCaution[] {
  if (!infections.has(id)) return [];
  const enrolled = (when: string | null) =>
    entries.flatMap(({ cohort }) => (cohort.covidVaccines === when ? [cohort.label] : []));
  const withImmunoglobulin = entries.filter(({ cohort }) =>
    cohort.figures.some(({ outcome }) => outcome === "immunoglobulin-replacement"),
  );
  return [
    {
      code: "infections-depend",
      ...{ before: enrolled("before"), across: enrolled("across"), after: enrolled("after") },
      notStated: enrolled(null).length,
      immunoglobulin: withImmunoglobulin.length,
      cohorts: entries.length,
    },
  ];
}
