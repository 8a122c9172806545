/**
 * Adds the differences between products to rows whose classes are not contrasted. Only the API does
 * this: a row shows them when it is opened.
 */
import type { OutcomeComparison } from "#core/comparison/answer.ts";
import { contrastsByName } from "#core/comparison/by-name.ts";
import type { CodedComparison } from "#core/comparison/coded-answer.ts";
import { counts } from "#core/comparison/kinds.ts";
import { roundDeep } from "#core/comparison/round.ts";
import { dataset } from "#core/dataset.ts";
import { usualDimension } from "#core/question/parameters.ts";
import type { Catalogue } from "#presentation/words/contract/catalogue.ts";

const outcomes = new Map(dataset.outcomes.map((outcome) => [outcome.id, outcome]));
const cohorts = new Map(dataset.cohorts.map((cohort) => [cohort.id, cohort]));

/** After BCMA-directed therapy so few trials say nothing of products either. */
const tooFew = "too-few-after-bcma";

export function withByName<G extends string>(
  comparison: CodedComparison<G>,
  words: Pick<Catalogue, "analyses" | "screen">,
): CodedComparison<G> {
  if (comparison.query.compare !== usualDimension) return comparison;
  return {
    ...comparison,
    outcomes: comparison.outcomes.map((row) => {
      const outcome = outcomes.get(row.outcome);
      const [contrast] = row.contrasts;
      const asked = contrast?.status === "not-representative" && outcome?.kind !== "landmark";
      if (!outcome || !asked || row.cautions.some(({ code }) => code === tooFew)) return row;
      const entries = comparison.groups.map((group) => {
        const own = row.pools[group].studies.flatMap(({ cohort }) => cohorts.get(cohort) ?? []);
        return counts.gather(own, outcome, comparison.query).entries;
      });
      const found = contrastsByName(outcome, entries, comparison.query);
      const byName: NonNullable<OutcomeComparison["byName"]> = roundDeep(found).map((one) => ({
        ...one,
        text: words.analyses.byName(one, row.phrase, words.screen),
      }));
      return byName.length === 0 ? row : { ...row, byName };
    }),
  };
}
