import { type Design, makeCovariateDesign } from "../linear/design.ts";
import { readElement } from "../special/arithmetic.ts";

/** Describes a property of studies, with one number or one group per study. */
export type Moderator =
  | { readonly name: string; readonly values: readonly number[] }
  | {
      readonly name: string;
      readonly groups: readonly string[];
      /** `reference` is the level with which the others are compared; by default it is the first in sorted order. */
      readonly reference?: string;
    };

/** Describes one column of the design after the intercept. */
interface Term {
  /** Holds the index of its moderator. */
  readonly of: number;
  readonly name: string;
  /** `level` is `null` for a continuous moderator. */
  readonly level: string | null;
  /** The column holds (value − centre) / scale, which keeps years and doses well conditioned. */
  readonly centre: number;
  readonly scale: number;
}

/** Holds a design with standardised columns, and what is needed to return to the units of the moderators. */
export interface ModeratorDesign {
  readonly design: Design;
  readonly moderators: readonly Moderator[];
  readonly terms: readonly Term[];
}

/**
 * Builds the design: the intercept, one column per continuous moderator, and one indicator per
 * level of a categorical moderator except its reference.
 *
 * @throws RangeError naming the moderator whose reference no study has.
 */
export function makeModeratorDesign(k: number, moderators: readonly Moderator[]): ModeratorDesign {
  const columns: number[][] = [];
  const terms: Term[] = [];
  moderators.forEach((moderator, of) => {
    const { name } = moderator;
    if ("values" in moderator) {
      const { values } = moderator;
      const centre = values.reduce((sum, value) => sum + value, 0) / k;
      const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / k);
      // The spread of equal values is rounding error; the column is 0, the design rank-deficient.
      const scale = spread > 1e-9 * Math.abs(centre) ? spread : Number.POSITIVE_INFINITY;
      columns.push(values.map((value) => (value - centre) / scale));
      terms.push({ of, name, level: null, centre, scale });
    } else {
      const levels = listModeratorLevels(moderator).slice(1);
      // A single level compares nothing: a column of 0 makes the design rank-deficient.
      if (levels.length === 0) columns.push(new Array<number>(k).fill(0));
      for (const level of levels) {
        columns.push(moderator.groups.map((group) => (group === level ? 1 : 0)));
        terms.push({ of, name: `${name}: ${level}`, level, centre: 0, scale: 1 });
      }
    }
  });
  return { design: makeCovariateDesign(k, columns), moderators, terms };
}

/**
 * Returns the levels of a categorical moderator: the reference first, then the others in sorted order.
 *
 * @throws RangeError if no study has the reference.
 */
export function listModeratorLevels({
  name,
  groups,
  reference,
}: Extract<Moderator, { readonly groups: readonly string[] }>): string[] {
  const sorted = [...new Set(groups)].sort();
  if (reference === undefined) return sorted;
  if (!sorted.includes(reference)) {
    throw new RangeError(`reference of moderator ${name} must be one of ${sorted.join(", ")}`);
  }
  return [reference, ...sorted.filter((level) => level !== reference)];
}

/** Converts coefficients to the units of the moderators, with their standard errors. */
export function convertCoefficientsToModeratorUnits(
  { terms }: ModeratorDesign,
  beta: readonly number[],
  vcov: Float64Array,
): { beta: number[]; se: number[] } {
  const p = beta.length;
  // β in units is T β of the columns: T divides slopes by their scale and moves the intercept to 0.
  const back = new Float64Array(p * p);
  back[0] = 1;
  terms.forEach(({ centre, scale }, index) => {
    const j = index + 1;
    back[j] = -centre / scale;
    back[j * p + j] = 1 / scale;
  });
  const row = (a: number) => back.subarray(a * p, (a + 1) * p);
  const dot = (x: ArrayLike<number>, y: ArrayLike<number>) =>
    Array.from({ length: p }, (_, j) => readElement(x, j) * readElement(y, j)).reduce(
      (sum, v) => sum + v,
      0,
    );
  const variance = (a: number) => {
    const image = Array.from({ length: p }, (_, b) =>
      dot(row(a), vcov.subarray(b * p, (b + 1) * p)),
    );
    return dot(image, row(a));
  };
  return {
    beta: Array.from({ length: p }, (_, a) => dot(row(a), beta)),
    se: Array.from({ length: p }, (_, a) => Math.sqrt(variance(a))),
  };
}
