/** What to relax when a class is empty: one filter, or all of them where no single one helps. */

import { groups } from "../evidence/class-names.ts";
import type { Dataset } from "../evidence/dataset.ts";
import type { FilterName } from "../evidence/parameter-names.ts";
import type { Query } from "../evidence/query.ts";
import { countCohorts } from "../evidence/select.ts";
import type { Relaxation } from "./answer.ts";
import { canonicalQuery, changedParameters, withoutFilters } from "./query-text.ts";

/** Every filter at its widest. */
const widest = {
  setting: { setting: "any" },
  "prior-lines": { priorLines: null },
  age: { age: null },
  product: { product: [] },
  availability: { availability: "any" },
  "therapy-class": { therapyClass: "both" },
  evidence: { evidence: "all" },
  regimen: { regimen: "any" },
  target: { target: ["any"] },
  "prior-bcma": { priorBcma: "any" },
  exclude: { exclude: [] },
} as const satisfies Record<FilterName, Partial<Query>>;

/** Filters whose removal would bring a class back: those set by hand first, then the most helpful. */
export function relaxations(query: Query, dataset: Dataset): Relaxation[] {
  const now = countCohorts(query, dataset);
  const relaxation = (parameter: string, asked: Query): Relaxation => ({
    parameter,
    query: canonicalQuery(asked),
    cohorts: countCohorts(asked, dataset),
  });
  const helps = ({ cohorts }: Relaxation) =>
    groups.some((group) => now[group] === 0 && cohorts[group] > 0);
  const byHand = new Set<string>(changedParameters(query).map(([name]) => name));
  const rank = ({ parameter, cohorts }: Relaxation) =>
    (byHand.has(parameter) ? 1000 : 0) + cohorts["car-t"] + cohorts.bsab;

  const single = Object.entries(widest)
    .map(([parameter, patch]) => relaxation(parameter, { ...query, ...patch }))
    .filter(helps)
    .sort((a, b) => rank(b) - rank(a));
  if (single.length > 0) return single;
  const all: Query = Object.assign({ ...query }, ...Object.values(widest));
  return [relaxation("all", withoutFilters(query)), relaxation("all", all)]
    .filter(helps)
    .slice(0, 1);
}
