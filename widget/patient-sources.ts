/** Sources for the answer about a patient, whom nobody may be asked about. */
import type { Comparison, Pool } from "../functions/comparison/answer.ts";
import { SourceError } from "./client.ts";

/**
 * `own` with the sources and medians of the same question without the patient. A figure is known by
 * its cohort, cut and source; one that only the patient's answer pools stays without a citation and
 * keeps the link to its cohort's record.
 *
 * @param cited The answer of the edge to the question that `own` was computed from.
 * @throws SourceError When `cited` is of another version, whose figures may be others.
 */
export function withSourcesOf(cited: Comparison, own: Comparison): Comparison {
  if (cited.answerVersion !== own.answerVersion) throw new SourceError({ kind: "failed" });
  const included = new Set(own.selection.included.map(({ cohort }) => cohort));
  const join = (pool: Pool, known: Pool | undefined): Pool => ({
    ...pool,
    studies: pool.studies.map((study) => {
      const same = known?.studies.find(
        ({ cohort, cut, source }) =>
          cohort === study.cohort && cut === study.cut && source === study.source,
      );
      return { ...study, citation: same?.citation ?? null };
    }),
    medians: known?.medians.filter(({ cohort }) => included.has(cohort)) ?? [],
  });
  return {
    ...own,
    outcomes: own.outcomes.map((row) => {
      const known = cited.outcomes.find(({ outcome }) => outcome === row.outcome);
      return {
        ...row,
        pools: {
          "car-t": join(row.pools["car-t"], known?.pools["car-t"]),
          bsab: join(row.pools.bsab, known?.pools.bsab),
        },
      };
    }),
  };
}
