/** Sources for the answer about a patient, whom nobody may be asked about. */
import type { Comparison, Pool, StudyResult } from "#core/comparison/answer.ts";
import { figureKey } from "#core/evidence/figure-key.ts";
import { SourceError } from "./client.ts";

/**
 * `own` with the sources and medians of the same question without the patient. Both take a cohort's
 * figure for a row by the same rules, so that the row's outcome stands for what it was printed under.
 * A figure that only the patient's answer pools stays without a citation and keeps the link to its
 * cohort's record.
 *
 * @param cited The answer of the edge to the question that `own` was computed from.
 * @throws SourceError When `cited` is of another version, whose figures may be others.
 */
export function withSourcesOf(cited: Comparison, own: Comparison): Comparison {
  if (cited.answerVersion !== own.answerVersion) throw new SourceError({ kind: "failed" });
  const included = new Set(own.selection.included.map(({ cohort }) => cohort));
  const join = (outcome: string, pool: Pool, known: Pool | undefined): Pool => {
    const keyOf = ({ cohort, cut }: StudyResult) => figureKey({ cohort, outcome, cut });
    const citations = new Map(known?.studies.map((study) => [keyOf(study), study.citation]));
    return {
      ...pool,
      studies: pool.studies.map((study) => ({
        ...study,
        citation: citations.get(keyOf(study)) ?? null,
      })),
      medians: known?.medians.filter(({ cohort }) => included.has(cohort)) ?? [],
    };
  };
  return {
    ...own,
    outcomes: own.outcomes.map((row) => {
      const known = cited.outcomes.find(({ outcome }) => outcome === row.outcome);
      return {
        ...row,
        pools: {
          "car-t": join(row.outcome, row.pools["car-t"], known?.pools["car-t"]),
          bsab: join(row.outcome, row.pools.bsab, known?.pools.bsab),
        },
      };
    }),
  };
}
