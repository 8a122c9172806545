/**
 * Which levels of single studies are such patients, for one patient. A level is told by fields of the
 * data: whose it is, and whom its study enrolled. Every study that reports a property is listed by
 * itself, whatever its design; nothing is pooled.
 */
import type { SubgroupVariable } from "#data/collection-vocabulary.ts";
import { rangeOfLines } from "../evidence/lines.ts";
import type { Lines } from "../question/for-patient.ts";
import {
  type EarlierKind,
  type EarlierKinds,
  hadBcma,
  type OwnPatient,
  type Trait,
} from "../question/patient.ts";
import { inRange, type Range } from "../question/range.ts";
import type { SubgroupLevel, SubgroupTable } from "./subgroups.ts";

/**
 * What sets a patient apart among those of the same question: earlier therapy, lines, what else they
 * have, and age. That nothing was given before is in the question itself.
 */
export function propertiesOf({ age, traits, priorLines, priorBcma }: OwnPatient): readonly Said[] {
  return [
    ...(priorBcma && hadBcma({ priorBcma }) ? [["prior-bcma", priorBcma] as const] : []),
    ...(priorLines === null ? [] : [["prior-lines", priorLines] as const]),
    ...traits.map((property) => [property, true] as const),
    ...(age === null ? [] : [["age", age] as const]),
  ];
}

/** A property with its value: a number, the earlier therapies, or that the patient has it. */
export type Said =
  | readonly ["age" | "prior-lines", number]
  | readonly ["prior-bcma", EarlierKinds]
  | readonly [Trait, true];

/** Divide only patients with extramedullary disease, so none of their levels is that of others. */
const withinDisease: readonly SubgroupVariable[] = ["extramedullary-burden", "disease-compartment"];

/** The properties that divide only patients who have this one. */
export function withinOf(property: SubgroupVariable): readonly SubgroupVariable[] {
  return property === "extramedullary-disease" ? withinDisease : [];
}

/** Whose level it is, as the data say. */
export type LevelOf = SubgroupLevel["patients"];
type KindOfLevel = Extract<NonNullable<LevelOf>, readonly unknown[]>[number];

export type Enrolled = SubgroupTable["study"]["enrolled"];

/** Why a level that may hold the patient is not counted as one of such patients. */
export type BesideReason =
  | { readonly code: "kind-not-reported" }
  | { readonly code: "one-kind"; readonly kind: EarlierKind }
  | { readonly code: "some-of-kind"; readonly kinds: readonly KindOfLevel[] }
  | { readonly code: "lines-not-reported" }
  | { readonly code: "mixed-lines"; readonly range: Range | null }
  | { readonly code: "other-earlier-therapy"; readonly priorBcma: Enrolled["priorBcma"] };

/** `unclear`: two levels set against each other, or patients divided in another way. */
export type Belonging =
  | { readonly is: "such" | "others" | "unclear" }
  | { readonly is: "beside"; readonly because: BesideReason };

/** The lines that the question of the patient asks for, and the earlier therapy that was said. */
export interface ForLevels extends Pick<OwnPatient, "priorBcma"> {
  readonly lines: Lines;
}

const such: Belonging = { is: "such" };
const others: Belonging = { is: "others" };
const unclear: Belonging = { is: "unclear" };
const beside = (because: BesideReason): Belonging => ({ is: "beside", because });

/** Such patients are of the level, and of a study after the same lines and earlier therapy. */
export function belongingOf(
  level: LevelOf,
  enrolled: Enrolled,
  said: Said,
  patient: ForLevels,
): Belonging {
  const judged = [
    byLevel(level, said),
    byLines(enrolled, patient.lines),
    said[0] === "prior-bcma" ? such : byEarlier(enrolled, patient),
  ];
  const first = (is: Belonging["is"]) => judged.find((one) => one.is === is);
  return first("others") ?? first("unclear") ?? first("beside") ?? such;
}

function byLevel(level: LevelOf, said: Said): Belonging {
  if (level === null || level === "comparison") return unclear;
  if (said[0] === "prior-bcma") return byKinds(level, said[1]);
  if (typeof level === "boolean") return level && said[1] === true ? such : others;
  if (!isRange(level)) return unclear;
  if (said[0] === "age") return isNearAge(level, said[1]) ? such : others;
  if (said[0] !== "prior-lines") return unclear;
  return level.min !== null && inRange(said[1], level) ? such : others;
}

/** Nobody reports groups that begin later, so from here on all are near the same ones. */
const oldestAge = 82;
const mostYearsBelow = 7;

/** A group without a lower bound is mostly of younger patients, and so is one that begins far below. */
export function isNearAge({ min, max }: Range, age: number): boolean {
  if (min === null) return false;
  return inRange(age, { min, max }) && min >= Math.min(age, oldestAge) - mostYearsBelow;
}

/** Whether groups are reported, and every one begins above this age. */
export function isBelowAll(levels: readonly LevelOf[], age: number): boolean {
  const bounds = levels.flatMap((level) => (isRange(level) && level.min !== null ? level.min : []));
  return bounds.length > 0 && bounds.every((bound) => bound > age);
}

/** A level was reported for a kind if every one of its patients had it. */
function byKinds(level: Exclude<LevelOf, null>, kinds: EarlierKinds): Belonging {
  if (level === true) return kinds === "some" ? such : beside({ code: "kind-not-reported" });
  if (!isOfKinds(level)) return others;
  if (kinds === "some") {
    const [first, ...more] = level;
    return first && more.length === 0 ? beside({ code: "one-kind", kind: first.kind }) : such;
  }
  const had = level.filter(({ kind, n }) => kinds.includes(kind) && n !== 0);
  if (had.some(({ n, of }) => n === of)) return such;
  return had.length > 0 ? beside({ code: "some-of-kind", kinds: had }) : others;
}

/** As a question counts trials: of one line or two only early ones that enrolled them, later none of these. */
function byLines(enrolled: Enrolled, lines: Lines): Belonging {
  const { setting } = enrolled;
  const range = rangeOfLines(enrolled)?.range ?? null;
  if (lines !== "3+") {
    return setting === "early" && (range === null || inRange(Number(lines), range)) ? such : others;
  }
  if (setting === null) return beside({ code: "lines-not-reported" });
  if (setting === "mixed") return beside({ code: "mixed-lines", range });
  return setting === "late" ? such : others;
}

/** Of another property no study reports who had a kind: only all of one or another kind, or nobody, are told. */
function byEarlier({ priorBcma }: Enrolled, { priorBcma: had }: ForLevels): Belonging {
  const isOf =
    had === null ||
    (had === "some" && priorBcma === "required") ||
    (had.length === 0 && priorBcma !== "required");
  return isOf ? such : beside({ code: "other-earlier-therapy", priorBcma });
}

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

function isOfKinds(level: LevelOf): level is KindOfLevel[] {
  return Array.isArray(level);
}

const startOf = ({ min }: Range) => min ?? -Infinity;
const endOf = ({ max }: Range) => max ?? Infinity;
