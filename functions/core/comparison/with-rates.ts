/**
 * Adds the rate to outcomes that accumulate with time, beside their proportion. The API
 * has it; no screen needs it.
 */
import type { Outcome } from "#data/schema.ts";
import type { Dataset } from "../evidence/dataset.ts";
import { byGroup, type Group } from "../evidence/grouping.ts";
import { accumulates } from "../evidence/rated.ts";
import type { Query } from "../question/query.ts";
import { unsettled } from "./cautions.ts";
import type { CodedComparison, CodedOutcome } from "./coded-answer.ts";
import type { FitRates } from "./rate-fit.ts";
import { contrastOfRates, rateGroups } from "./rate-groups.ts";
import { roundDeep } from "./round.ts";

type Cohorts<G extends string> = readonly Pick<Group<G>, "id" | "cohorts">[];

export function withRates<G extends string>(
  comparison: CodedComparison<G>,
  dataset: Dataset,
  fit?: FitRates,
): CodedComparison<G> {
  const { groups, query, selection, outcomes } = comparison;
  const asked = groups.map((id) => {
    const members = new Set(
      selection.included.filter(({ group }) => group === id).map(({ cohort }) => cohort),
    );
    return { id, cohorts: dataset.cohorts.filter((one) => members.has(one.id)) };
  });
  return {
    ...comparison,
    outcomes: outcomes.map((row) => {
      const outcome = dataset.outcomes.find(({ id }) => id === row.outcome);
      return outcome ? withRate(row, outcome, asked, query, fit) : row;
    }),
  };
}

/** One row; as it is, if its outcome does not accumulate or was asked for as a rate. */
function withRate<G extends string>(
  row: CodedOutcome<G>,
  outcome: Outcome,
  groups: Cohorts<G>,
  query: Query,
  fit?: FitRates,
): CodedOutcome<G> {
  if (!accumulates(outcome) || row.measure === "rate") return row;
  const { appliesTo: classes } = outcome;
  const asked = groups.map(({ id, cohorts }) => {
    // The rate of a class is that of the same kind of regimen as its proportion.
    return { id, classes, cohorts, regimen: row.pools[id].regimen };
  });
  const sides = rateGroups(outcome, asked, query, fit);
  const unsaid = sides.filter(
    ({ id }) => !row.cautions.some((one) => one.code === "overlap-unsettled" && one.group === id),
  );
  return roundDeep({
    ...row,
    cautions: [...row.cautions, ...unsaid.flatMap(unsettled)],
    pools: byGroup(sides, ({ id, represented, rate }) => ({
      ...row.pools[id],
      // What does not stand for its class is no rate of the class.
      rate: represented ? rate : null,
    })),
    contrasts: row.contrasts.map((contrast) => ({
      ...contrast,
      rate: contrastOfRates(sides, contrast, query),
    })),
  });
}
