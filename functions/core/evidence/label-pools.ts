/**
 * Finds the figures of labels that pool trials of an answer with others. No number counts them, because the question
 * does not select some of their patients; they stand beside it for a drug that has no figure of its own there.
 */
import type { ComputeCohort, ComputeFigure } from "#data/compute-set.ts";
import { groupBy } from "#data/lists-and-objects.ts";
import { hasNoPublishedSet } from "../question/parameter-values.ts";
import type { Query } from "../question/query.ts";
import { findSourceRefusal } from "./choose.ts";

export interface LabelPoolFigure {
  readonly cohort: ComputeCohort;
  readonly figure: ComputeFigure;
  /** `rate` is the share of the patients of the pool, 0 to 1: from the count, else from the percentage. */
  readonly rate: number;
  /** `ofSelected` counts the patients of selected trials, `n` of `of`; absent where all are. */
  readonly ofSelected?: { readonly n: number; readonly of: number };
}

/** Names the populations that are all patients of a label pool. */
const wholePopulations: readonly ComputeFigure["population"][] = ["safety", "treated"];

interface LabelPoolRules {
  /** `outcome` is an id. */
  readonly outcome: string;
  /** `selected` holds the cohorts of a group. */
  readonly selected: readonly ComputeCohort[];
  /** `cohorts` holds all cohorts. */
  readonly cohorts: readonly ComputeCohort[];
  readonly query: Pick<Query, "denominator" | "set" | "sources">;
  /** `known` holds the products with a figure of their own, beside which no label pool is shown. */
  readonly known: ReadonlySet<string>;
}

/**
 * Returns for each drug without a figure of its own what a label reports of a pool of which at least half of the
 * patients are of selected trials: the count of most patients, else the percentage. A published set has none, and
 * neither has a question that counts other patients than those treated.
 */
export function gatherLabelPoolFigures({
  outcome,
  selected,
  cohorts,
  query,
  known,
}: LabelPoolRules): LabelPoolFigure[] {
  if (!hasNoPublishedSet(query) || query.denominator !== "treated") return [];
  const ids = new Set(selected.map(({ id }) => id));
  const figures = cohorts
    .filter(({ id, parts, product }) => parts.length > 0 && !ids.has(id) && !known.has(product))
    .flatMap((cohort) => {
      const { n, of } = countSelected(cohort, cohorts, ids);
      if (2 * n < of) return [];
      return cohort.figures
        .filter((figure) => figure.outcome === outcome && isWholePoolFigure(figure))
        .filter((figure) => findSourceRefusal(figure, query.sources) === null)
        .flatMap((figure): LabelPoolFigure[] => {
          const rate = calculateRate(figure);
          if (rate === null) return [];
          return [{ cohort, figure, rate, ...(n < of && { ofSelected: { n, of } }) }];
        });
    });
  return groupBy(figures, ({ cohort }) => cohort.product).map(
    (ofProduct) => [...ofProduct].sort(compareLabelPoolFigures)[0] ?? ofProduct[0],
  );
}

/**
 * Counts the patients of a pool, and those of selected cohorts. Its parts may have more patients than the pool, which
 * then does not say whom it leaves out.
 */
function countSelected(
  { n, parts, overlaps }: ComputeCohort,
  cohorts: readonly ComputeCohort[],
  selected: ReadonlySet<string>,
): NonNullable<LabelPoolFigure["ofSelected"]> {
  const sizes = cohorts
    .filter(({ id }) => parts.includes(id))
    .map((part) => {
      const patients = overlaps.find((edge) => edge.with === part.id)?.patients ?? part.n ?? 0;
      return { of: patients, n: selected.has(part.id) ? patients : 0 };
    });
  const sum = (key: "n" | "of") => sizes.reduce((total, size) => total + size[key], 0);
  return { n: sum("n"), of: Math.max(n ?? 0, sum("of")) };
}

function compareLabelPoolFigures(
  { figure: a }: LabelPoolFigure,
  { figure: b }: LabelPoolFigure,
): number {
  return (
    Number(b.events !== null) - Number(a.events !== null) ||
    (b.n ?? 0) - (a.n ?? 0) ||
    (a.cut < b.cut ? -1 : 1)
  );
}

function isWholePoolFigure({ hold, population }: ComputeFigure): boolean {
  return hold === null && wholePopulations.includes(population);
}

/** Returns the rate, 0 to 1; `null` where neither a count nor a percentage was reported. */
function calculateRate({ events, n, percentPrinted }: ComputeFigure): number | null {
  if (events !== null && n !== null) return events / n;
  return percentPrinted === null ? null : percentPrinted / 100;
}
