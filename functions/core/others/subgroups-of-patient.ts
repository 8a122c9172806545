/**
 * Whose level a result of a single study is, and whether a patient is of it. Every study that prints a
 * property is listed by itself, whatever its design; nothing is pooled.
 */
import type { SubgroupVariable } from "#data/collection-vocabulary.ts";
import { type EarlierKinds, hadBcma, type OwnPatient, type Trait } from "../question/patient.ts";
import { inRange, type Range } from "../question/range.ts";
import type { SubgroupLevel } from "./subgroups.ts";

/**
 * What sets a patient apart among those of the same question: earlier therapy, which the question is about,
 * then what else they have, and age. Lines, and that nothing was given before, are in the question itself.
 */
export function propertiesOf({ age, traits, priorBcma }: OwnPatient): readonly Said[] {
  return [
    ...(priorBcma && hadBcma({ priorBcma }) ? [["prior-bcma", priorBcma] as const] : []),
    ...traits.map((property) => [property, true] as const),
    ...(age === null ? [] : [["age", age] as const]),
  ];
}

/** A property with its value: years, the earlier therapies, or that the patient has it. */
export type Said =
  | readonly ["age", number]
  | readonly ["prior-bcma", EarlierKinds]
  | readonly [Trait, true];

type SaidValue = Said[1];

/** Divide only patients with extramedullary disease, so none of their levels is that of others. */
const withinDisease: readonly SubgroupVariable[] = ["extramedullary-burden", "disease-compartment"];

/** The properties that divide only patients who have this one. */
export function withinOf(property: SubgroupVariable): readonly SubgroupVariable[] {
  return property === "extramedullary-disease" ? withinDisease : [];
}

/** Whose level it is, as the data say. */
export type LevelOf = SubgroupLevel["patients"];

/** Whether a patient with this value is of the level; `null` if that cannot be said. */
export function holds(level: LevelOf, value: SaidValue): boolean | null {
  if (level === null || level === "comparison") return null;
  if (isRange(level)) return typeof value === "number" ? inRange(value, level) : null;
  if (typeof value === "number") return null;
  if (typeof level === "boolean") return level && isKinds(value) ? null : level;
  return value === true ? null : value === "some" || value.some((kind) => level.includes(kind));
}

/** A level after earlier therapy whose kind is not printed: a patient after one kind may be of it. */
export function isOfUnknownKind(level: LevelOf, value: SaidValue): boolean {
  return level === true && isKinds(value);
}

const isKinds = (value: SaidValue) => typeof value === "object";

/**
 * The others beside such patients: levels of the same analysis of the same study that share nobody with
 * it. Of several cuts, as at 65 and at 70 years, only those that begin where it ends.
 */
export function othersOf<Level extends Divided>(one: Level, levels: readonly Level[]): Level[] {
  const apart = levels.filter(
    (other) =>
      other.wording === one.wording &&
      other.source === one.source &&
      isApart(one.patients, other.patients),
  );
  return apart.filter((level) => {
    const isCutOnce = apart.every(
      (other) => other === level || isApart(level.patients, other.patients) !== false,
    );
    return isCutOnce || isNext(one.patients, level.patients);
  });
}

type Divided = Pick<SubgroupLevel, "patients" | "wording" | "source">;

/** Whether two levels share nobody; `null` if it cannot be said, as of two that are both of others. */
function isApart(one: LevelOf, other: LevelOf): boolean | null {
  if (isRange(one) && isRange(other))
    return endOf(one) < startOf(other) || endOf(other) < startOf(one);
  if (typeof one !== "boolean" || typeof other !== "boolean") return null;
  return one === other ? null : true;
}

function isNext(one: LevelOf, other: LevelOf): boolean {
  if (!isRange(one) || !isRange(other)) return false;
  return endOf(one) + 1 === startOf(other) || endOf(other) + 1 === startOf(one);
}

function isRange(level: LevelOf): level is Range {
  return typeof level === "object" && level !== null && !Array.isArray(level);
}

const startOf = ({ min }: Range) => min ?? -Infinity;
const endOf = ({ max }: Range) => max ?? Infinity;
