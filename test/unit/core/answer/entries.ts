/** Made-up cohorts with what was chosen of them, and the row of an answer about them. */

import { compareClasses } from "#core/answer/compare.ts";
import { models } from "#core/answer/models.ts";
import type { CountedFigure } from "#core/evidence/choose.ts";
import type { Entry } from "#core/evidence/gather.ts";
import type { Query } from "#core/question/query.ts";
import type { ComputeCohort } from "#data/compute-set.ts";
import { cohort, datasetOf, figure, widestBut } from "../../../support/cohorts.ts";

/** Returns the first row of the answer to the widest question: about response, unless another one is asked. */
export function rowOf(
  cohorts: readonly ComputeCohort[],
  over: Partial<Query> = {},
  evidence: Parameters<typeof datasetOf>[1] = {},
) {
  const query = widestBut({ outcome: ["orr"], ...over });
  const [row] = compareClasses(query, datasetOf([...cohorts], evidence), models).outcomes;
  if (!row) throw new Error("no row");
  return row;
}

/** Returns a cohort with its chosen figure. */
export function entry(
  over: Partial<ComputeCohort> = {},
  measured: Partial<CountedFigure> = {},
): Entry<CountedFigure> {
  const of = cohort(over.id ?? "some", over);
  const { followUpMonths } = of;
  const counted = {
    ...figure("orr", 50, 100, { followUpMonths }),
    events: 50,
    n: 100,
    ...measured,
  };
  return { cohort: of, figure: counted, n: counted.n, followUpMonths: counted.followUpMonths };
}

/** Counted figures of a group: "30/40 80/97". */
export const countsOf = (text: string) => ({
  kind: "count" as const,
  figures: text.split(" ").flatMap((count) => {
    const [events = 0, n = 0] = count.split("/").map(Number);
    return n === 0 ? [] : entry({}, { events, n }).figure;
  }),
});
