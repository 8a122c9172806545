/**
 * Adds sources to the answer for a patient. They come from the question without the patient,
 * because the patient's values must not be sent.
 */
import type { Comparison, Pool, StudyResult } from "#core/comparison/answer.ts";
import { figureKey } from "#core/evidence/figure-key.ts";
import { SourceError } from "./client.ts";

/**
 * `own` with the sources and medians of the same question without the patient. Both answers select
 * a cohort's figure for a row by the same rules. So cohort, outcome and cut identify the figure,
 * even if it was printed under another outcome. A figure that is pooled only in the patient's
 * answer has no citation and keeps the link to its cohort's record.
 *
 * @param cited The edge's answer to the question from which `own` was computed.
 * @throws SourceError if `cited` has another version, because its figures may differ.
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
