/**
 * Adds the rate to every outcome that accumulates with time, beside its proportion. Only the server
 * does so, as with the sources: it is shown in opened rows, and a browser that computes an answer
 * needs no code for it.
 */
import type { Outcome } from "#data/schema.ts";
import type { Dataset } from "../evidence/dataset.ts";
import { byGroup } from "../evidence/grouping.ts";
import { accumulates } from "../evidence/rated.ts";
import type { CodedComparison, CodedOutcome } from "./coded-answer.ts";
import { contrastOfRates, rateGroups } from "./rate-groups.ts";
import { roundDeep } from "./round.ts";

export function withRates<G extends string>(
  comparison: CodedComparison<G>,
  dataset: Dataset,
): CodedComparison<G> {
  return {
    ...comparison,
    outcomes: comparison.outcomes.map((row) => {
      const outcome = dataset.outcomes.find(({ id }) => id === row.outcome);
      return outcome && accumulates(outcome) && row.measure === "proportion"
        ? roundDeep(withRate(row, outcome, comparison, dataset))
        : row;
    }),
  };
}

function withRate<G extends string>(
  row: CodedOutcome<G>,
  outcome: Outcome,
  { groups, query, selection }: CodedComparison<G>,
  dataset: Dataset,
): CodedOutcome<G> {
  // The rate of a class is that of the same kind of regimen as its proportion.
  const cohortsOf = (id: G) => {
    const { regimen } = row.pools[id];
    const members = new Set(
      selection.included.filter(({ group }) => group === id).map(({ cohort }) => cohort),
    );
    return dataset.cohorts.filter(
      (one) => members.has(one.id) && (regimen === null || one.regimen === regimen),
    );
  };
  const { appliesTo: classes } = outcome;
  const asked = groups.map((id) => ({ id, classes, cohorts: cohortsOf(id) }));
  const sides = rateGroups(outcome, asked, query);
  return {
    ...row,
    pools: byGroup(sides, ({ id, rate }) => ({ ...row.pools[id], rate })),
    contrasts: row.contrasts.map((contrast) => ({
      ...contrast,
      rate: contrastOfRates(sides, contrast, query),
    })),
  };
}
