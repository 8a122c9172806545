/**
 * Expected figures: numbers, or lists and groups of them. A figure that is `null` is not checked.
 */
export type Figures =
  | number
  | string
  | boolean
  | null
  | readonly Figures[]
  | { readonly [key: string]: Figures };

export interface Tolerance {
  readonly rel?: number;
  readonly abs?: number;
}

export interface OracleCase {
  readonly id: string;
  readonly description: string;
  readonly input: { readonly [key: string]: unknown };
  readonly options: { readonly [key: string]: unknown };
  readonly expected: { readonly [key: string]: Figures };
  readonly tolerance: { readonly [key: string]: Tolerance };
  readonly source: string;
}

export interface Deviation {
  /** Holds the path of the figure, such as `CART.credibleInterval.0`. */
  readonly path: string;
  readonly expected: unknown;
  readonly got: unknown;
  /** |got − expected| as a share of the tolerance. Above 1 is a failure; ∞ if not computed. */
  readonly share: number;
}

/**
 * Compares every expected figure with the computed one. The tolerance is that of the figure's own key, otherwise of the
 * nearest enclosing key, otherwise `default`. A number passes if |got − expected| ≤ max(abs, rel · |expected|). Texts,
 * booleans and counts are compared exactly. A figure that was not computed fails.
 */
export function deviations(
  got: unknown,
  expected: Figures,
  tolerance: OracleCase["tolerance"],
): readonly Deviation[] {
  return compare(got, expected, tolerance, tolerance.default ?? {}, "");
}

function compare(
  got: unknown,
  expected: Figures,
  tolerance: OracleCase["tolerance"],
  inherited: Tolerance,
  path: string,
): Deviation[] {
  if (expected === null) return [];
  if (Array.isArray(expected) && Array.isArray(got) && got.length !== expected.length) {
    const [length, wanted] = [got.length, expected.length];
    return [{ path: `${path}.length`, expected: wanted, got: length, share: Infinity }];
  }
  if (typeof expected === "object") {
    return Object.entries(expected).flatMap(([key, figure]) =>
      compare(
        isGroup(got) ? got[key] : undefined,
        figure,
        tolerance,
        tolerance[key] ?? inherited,
        path === "" ? key : `${path}.${key}`,
      ),
    );
  }
  const exact = COUNTS.has(path.slice(path.lastIndexOf(".") + 1)) && Number.isInteger(expected);
  return [{ path, expected, got, share: shareOf(got, expected, exact ? {} : inherited) }];
}

/** Figures that count something. They are whole numbers, so no tolerance applies. */
const COUNTS = new Set([
  ...["df", "dfM", "dfQ", "dfBetween", "k", "k0", "kUsed", "S", "degenerateStudies"],
  ...["events", "n"],
]);

function shareOf(got: unknown, expected: number | string | boolean, tolerance: Tolerance): number {
  if (typeof expected !== "number") return got === expected ? 0 : Number.POSITIVE_INFINITY;
  if (typeof got !== "number" || !Number.isFinite(got)) return Number.POSITIVE_INFINITY;
  const distance = Math.abs(got - expected);
  const allowed = Math.max(tolerance.abs ?? 0, (tolerance.rel ?? 0) * Math.abs(expected));
  return distance === 0 ? 0 : distance / allowed;
}

function isGroup(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === "object" && value !== null;
}
