/**
 * Published comparisons of treatments: given in sequence, matched, weighted or indirect. They are
 * shown next to our comparison. They are never pooled, neither with it nor with each other.
 */
import type { ComparisonKind } from "#data/collection-vocabulary.ts";
import type { ComparisonFigure, ComparisonStudy, Side } from "#data/schema.ts";
import type { TherapyClass } from "#data/vocabulary.ts";

export interface ComparisonQuery {
  kind?: ComparisonKind;
  /**
   * Matches studies in which this class was given on one side, or before one side in a sequence.
   */
  therapyClass?: TherapyClass;
  product?: string;
  outcome?: string;
}

/** A figure with its sides and its source in full instead of their ids. */
export type ComparisonRow = Omit<ComparisonFigure, "of" | "against" | "source"> & {
  of: Side;
  against: Side | null;
  source: ComparisonStudy["sources"][number] | undefined;
};

export interface ComparisonTable {
  study: Pick<ComparisonStudy, "id" | "label" | "kind" | "method" | "notes">;
  /** Whether some row compares CAR-T with a bispecific, as our own comparison does. */
  betweenClasses: boolean;
  rows: ComparisonRow[];
}

export function adjustedComparisonsOf(
  studies: readonly ComparisonStudy[],
  { kind, therapyClass, product, outcome }: ComparisonQuery,
): ComparisonTable[] {
  const concerns = ({ of, against }: ComparisonRow, fits: (side: Side) => boolean): boolean =>
    fits(of) || (against !== null && fits(against));
  return studies
    .filter((study) => kind === undefined || study.kind === kind)
    .map((study) => ({
      study,
      rows: rowsOf(study).filter(
        (row) =>
          (outcome === undefined || row.outcome === outcome) &&
          (product === undefined || concerns(row, ({ products }) => products.includes(product))) &&
          (therapyClass === undefined ||
            concerns(
              row,
              (side) => side.therapyClass === therapyClass || side.after === therapyClass,
            )),
      ),
    }))
    .filter(({ rows }) => rows.length > 0)
    .map(({ study: { id, label, kind, method, notes }, rows }) => ({
      study: { id, label, kind, method, notes },
      betweenClasses: rows.some(
        ({ of, against }) =>
          of.therapyClass !== null &&
          against !== null &&
          against.therapyClass !== null &&
          of.therapyClass !== against.therapyClass,
      ),
      rows,
    }));
}

function rowsOf({ sides, figures, sources }: ComparisonStudy): ComparisonRow[] {
  return figures.flatMap(({ of, against, source, ...figure }) => {
    const side = sides.find(({ id }) => id === of);
    // Only for the type checker: the rules of `data/` ensure that every named side exists.
    if (!side) return [];
    return [
      {
        ...figure,
        of: side,
        against: sides.find(({ id }) => id === against) ?? null,
        source: sources[source],
      },
    ];
  });
}
