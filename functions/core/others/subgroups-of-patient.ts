/**
 * Whose level a result of a single study is, and whether a patient is of it. Every study that prints a
 * property is listed by itself, whatever its design; nothing is pooled.
 */
import type { SubgroupVariable } from "#data/collection-vocabulary.ts";
import { hadBcma, type OwnPatient, type Trait, traits } from "../question/patient.ts";
import { inRange } from "../question/range.ts";
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

/** Whose level it is, as the data say. */
export type LevelOf = SubgroupLevel["patients"];

/** Whether a patient with this value is of the level; `null` if that cannot be said, so that it is shown. */
export function holds(level: LevelOf, value: number | boolean): boolean | null {
  if (level === null || level === "comparison") return null;
  if ((typeof level === "boolean") !== (typeof value === "boolean")) return null;
  return typeof level === "boolean" ? level === value : inRange(Number(value), level);
}
