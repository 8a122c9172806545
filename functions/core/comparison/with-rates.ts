/**
 * Adds the rate to every outcome that accumulates with time, beside its proportion. Only the server
 * does so, as with the sources: it is shown in opened rows, and a browser that computes an answer
 * needs no code for it.
 */
import type { Outcome } from "#data/schema.ts";
import type { Dataset } from "../evidence/dataset.ts";
import { byGroup } from "../evidence/grouping.ts";
import { accumulates, gatherRates } from "../evidence/rated.ts";
import type { CodedComparison, CodedOutcome } from "./coded-answer.ts";
import { contrastRateFits } from "./rate-fit.ts";
import { summariseRates } from "./rate-pool.ts";
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
  const sides = groups.map((id) => {
    const members = new Set(
      selection.included.filter(({ group }) => group === id).map(({ cohort }) => cohort),
    );
    const cohorts = dataset.cohorts.filter(
      (one) => members.has(one.id) && outcome.appliesTo.includes(one.therapyClass),
    );
    return { id, ...summariseRates(gatherRates(cohorts, outcome, query).entries, query) };
  });
  const fitOf = (group: G) => sides.find(({ id }) => id === group)?.fit;
  return {
    ...row,
    pools: byGroup(sides, ({ id, rate }) => ({ ...row.pools[id], rate })),
    contrasts: row.contrasts.map((contrast) => {
      const [one, other] = [fitOf(contrast.group), fitOf(contrast.against)];
      return { ...contrast, rate: one && other ? contrastRateFits(one, other, query) : null };
    }),
  };
}
