/**
 * Whose level a result of a single study is, and whether a patient is of it. Every study that prints a
 * property is listed by itself, whatever its design; nothing is pooled.
 */
import type { SubgroupVariable } from "#data/collection-vocabulary.ts";
import { hadBcma, type OwnPatient, type Trait } from "../question/patient.ts";
import { inRange } from "../question/range.ts";
import type { SubgroupLevel } from "./subgroups.ts";

export type PatientProperty = "age" | "prior-bcma" | Trait;

/**
 * What sets a patient apart among those of the same question: age and what else they have. Lines, and that
 * nothing was given before, are in the question itself.
 */
export function propertiesOf(
  patient: OwnPatient,
): readonly (readonly [PatientProperty, number | true])[] {
  const { age, traits } = patient;
  const had: readonly PatientProperty[] = hadBcma(patient) ? [...traits, "prior-bcma"] : traits;
  const others = had.map((property) => [property, true] as const);
  return age === null ? others : [["age", age], ...others];
}

/** Divide only patients with extramedullary disease, so none of their levels is that of others. */
const withinDisease: readonly SubgroupVariable[] = ["extramedullary-burden", "disease-compartment"];

/** The properties that divide only patients who have this one. */
export function withinOf(property: SubgroupVariable): readonly SubgroupVariable[] {
  return property === "extramedullary-disease" ? withinDisease : [];
}

/** Whose level it is, as the data say. */
export type LevelOf = SubgroupLevel["patients"];

/** Whether a patient with this value is of the level; `null` if that cannot be said. */
export function holds(level: LevelOf, value: number | true): boolean | null {
  if (level === null || level === "comparison") return null;
  if ((typeof level === "boolean") !== (typeof value === "boolean")) return null;
  return typeof level === "boolean" ? level : inRange(Number(value), level);
}
