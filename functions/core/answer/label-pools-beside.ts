/** Puts what labels report of pools of trials beside the number of a group, for drugs without a figure of their own. */
import { pick } from "#data/lists-and-objects.ts";
import type { Outcome } from "#data/schema.ts";
import type { Dataset } from "../evidence/dataset.ts";
import type { Poolable } from "../evidence/gather.ts";
import { splitSeriesIntoProductSlugs } from "../evidence/grouping.ts";
import { gatherLabelPoolFigures, type LabelPoolFigure } from "../evidence/label-pools.ts";
import type { Query } from "../question/query.ts";
import type { LabelPool, Pool } from "./answer.ts";
import type { GatheredGroup } from "./gather-row.ts";
import { makeRateWithExactInterval } from "./outcome-types.ts";

/** Returns the label pools of a row; no field without any. Survival at a month is in no label pool. */
export function makeLabelPoolsField(
  pool: Pool,
  outcome: Outcome,
  { mainRegimen }: Pick<GatheredGroup<string, Poolable>, "mainRegimen">,
  query: Query,
  { cohorts }: Pick<Dataset, "cohorts">,
): Pick<Pool, "labelPools"> {
  const labelPools = gatherLabelPoolFigures({
    outcome: outcome.id,
    selected: mainRegimen.cohorts,
    cohorts,
    query,
    known: collectProductsWithFigure(pool),
  });
  return labelPools.length === 0 ? {} : { labelPools: labelPools.map(makeLabelPool) };
}

/** Returns the products of which a trial reports the outcome of the row: a count, or a percentage by itself. */
function collectProductsWithFigure({
  regimen,
  studies,
  smallTrials = [],
  notPooled,
}: Pool): Set<string> {
  const percentages = notPooled.filter(
    ({ percentage }) => percentage && (regimen === null || percentage.regimen === regimen),
  );
  return new Set(
    [...studies, ...smallTrials, ...percentages].flatMap(({ product }) =>
      splitSeriesIntoProductSlugs(product),
    ),
  );
}

function makeLabelPool({ cohort, figure, rate, ofSelected }: LabelPoolFigure): LabelPool {
  const { events, n } = figure;
  return {
    cohort: cohort.id,
    ...pick(cohort, ["label", "product", "trial", "regimen"]),
    ...pick(figure, ["events", "n", "population", "cut", "followUpMonths"]),
    estimate: rate,
    printed: figure.outcome,
    source: figure.source,
    citation: null,
    interval: events === null || n === null ? null : makeRateWithExactInterval(events, n).interval,
    isOfAllLines: cohort.setting === "mixed",
    ...(ofSelected && { ofSelected }),
  };
}
