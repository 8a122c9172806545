/**
 * Whose level a result of a single study is, and whether a patient is of it. Every study that prints a
 * property is listed by itself, whatever its design; nothing is pooled.
 */
import type { SubgroupVariable } from "#data/collection-vocabulary.ts";
import { hadBcma, type OwnPatient, type Trait, traits } from "../question/patient.ts";
import { inRange, type Range } from "../question/range.ts";
import type { SubgroupLevel } from "./subgroups.ts";

type PatientProperty = "age" | "prior-lines" | "prior-bcma" | Trait;

/** What was said of a patient, by property. */
export function propertiesOf(
  patient: OwnPatient,
): readonly (readonly [PatientProperty, number | boolean])[] {
  const { age, priorLines, traits: said } = patient;
  const all: readonly (readonly [PatientProperty, number | boolean | null | undefined])[] = [
    ["age", age],
    ["prior-lines", priorLines],
    ["prior-bcma", hadBcma(patient)],
    ...traits.map((trait) => [trait, said[trait]] as const),
  ];
  return all.flatMap(([property, value]) => (value == null ? [] : [[property, value] as const]));
}

/** Divide only patients with extramedullary disease, so none of their levels is that of others. */
const withinDisease: readonly SubgroupVariable[] = ["extramedullary-burden", "disease-compartment"];

/** The properties that divide only patients who have this one. */
export function withinOf(
  property: SubgroupVariable,
  value: number | boolean,
): readonly SubgroupVariable[] {
  return property === "extramedullary-disease" && value === true ? withinDisease : [];
}

/** Whether a level is two, set against each other: `>=70 vs 18-69`. */
export function isComparison(level: string): boolean {
  return /\bvs\b/.test(level);
}

/**
 * Whose level it is: of a range of whole numbers, of patients with the property or without it. `null`
 * for two levels set against each other, and for what divides patients in another way.
 */
export type LevelOf = Range | boolean | null;

/** Properties of which a patient has a number, or has them or not. */
const numbered: readonly SubgroupVariable[] = ["age", "prior-lines"];
const given: readonly SubgroupVariable[] = ["prior-bcma", ...traits];

export function levelOf(variable: SubgroupVariable, { level }: SubgroupLevel): LevelOf {
  if (numbered.includes(variable)) return rangeOf(level);
  return given.includes(variable) ? withIt(level) : null;
}

/** Whether a patient with this value is of the level; `null` if that cannot be said, so that it is shown. */
export function holds(level: LevelOf, value: number | boolean): boolean | null {
  if (level === null || (typeof level === "boolean") !== (typeof value === "boolean")) return null;
  return typeof level === "boolean" ? level === value : inRange(Number(value), level);
}

/** Studies name the patients without it: "no", "no EMD", "standard risk", "marrow only". */
function withIt(level: string): boolean | null {
  return isComparison(level) ? null : !/^(no\b|standard\b|marrow only)/.test(level);
}

/** `>=75`, `18-69`, `3 prior lines`. */
function rangeOf(level: string): Range | null {
  const [, sign = "", first, last] =
    /^(>=|<=|>|<)?\s*(\d+)(?:\s*-\s*(\d+))?(?: prior lines)?$/.exec(level) ?? [];
  if (first === undefined) return null;
  const bound = Number(first);
  switch (sign) {
    case ">=":
      return { min: bound, max: null };
    case "<=":
      return { min: null, max: bound };
    case ">":
      return { min: bound + 1, max: null };
    case "<":
      return { min: null, max: bound - 1 };
    default:
      return { min: bound, max: Number(last ?? bound) };
  }
}
