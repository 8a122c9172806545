/** What a subgroup row and a row of a comparison are read by: general rules only. */
import type { EffectMeasure } from "../collection-vocabulary.ts";
import type { SubgroupFigure } from "../schema.ts";
import type { CollectedRow } from "./collected-rows.ts";

type Reported = Pick<
  SubgroupFigure,
  | "events"
  | "n"
  | "percentPrinted"
  | "medianMonths"
  | "interval"
  | "derived"
  | "derivedRange"
  | "p"
  | "oddity"
  | "note"
>;

export function reportedOf(row: CollectedRow): Reported {
  const { p, remark } = pValueOf(row.p);
  return {
    events: row.events,
    n: row.n,
    percentPrinted: row.pct,
    medianMonths: row.medianMonths ?? null,
    interval: row.ci,
    derived: row.derived,
    derivedRange: row.derivedRange,
    p,
    ...remarksOf([row.note, remark]),
  };
}

/** A remark that something does not fit is the oddity; any other is a note. */
export function remarksOf(
  remarks: readonly (string | undefined)[],
): Pick<Reported, "oddity" | "note"> {
  const said = remarks.filter((remark) => remark !== undefined && remark !== "");
  const odd = (remark: string | undefined): boolean =>
    /fits no count|does not fit|, not over|Internal tension/.test(remark ?? "");
  return {
    oddity: joined(said.filter(odd)),
    note: joined(said.filter((remark) => !odd(remark))),
  };
}

export function joined(parts: readonly (string | undefined)[]): string | null {
  return parts.length > 0 ? parts.join("; ") : null;
}

/** `0.03`, `<0.001`; a name in brackets is the test, not the value. */
export function pValueOf(printed: number | string | null | undefined): {
  p: string | null;
  remark?: string;
} {
  if (printed === null || printed === undefined) return { p: null };
  const [, p = null, test] = String(printed).match(/^([^ ]+)(?: \((.+)\))?$/) ?? [];
  return test === undefined ? { p } : { p, remark: `P from ${test}` };
}

interface EffectType {
  measure: EffectMeasure;
  /** How it was adjusted, in the printed words. */
  method: string | null;
  /** The two sides, where the words name them. */
  sides: [of: string, against: string] | null;
}

const measures: Readonly<Record<string, EffectMeasure>> = {
  HR: "hazard-ratio",
  OR: "odds-ratio",
  RR: "risk-ratio",
};

export function measureOf(abbreviation: string): EffectMeasure {
  const measure = measures[abbreviation];
  if (!measure) throw new Error(`measure "${abbreviation}" is unknown`);
  return measure;
}

/** `HR`, `OR (IPTW)`, `HR EMD vs none, multivariable`. */
export function effectTypeOf(type: string): EffectType {
  const match = type.match(/^([A-Z]+)(?: \((.+)\))?(?: (.+? vs [^,]+))?(?:, (.+))?$/);
  const [, abbreviation, bracketed, sides, adjustment] = match ?? [];
  if (abbreviation === undefined) throw new Error(`effect "${type}" is not understood`);
  return {
    measure: measureOf(abbreviation),
    method: bracketed ?? adjustment ?? null,
    sides: sides === undefined ? null : versus(sides),
  };
}

/** `>=70 vs 18-69`: the first against the second. */
export function versus(text: string): [of: string, against: string] {
  const [of, against] = text.split(" vs ");
  if (of === undefined || against === undefined) throw new Error(`"${text}" names no two sides`);
  return [of, against];
}
