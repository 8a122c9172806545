/**
 * Which levels of single studies are such patients, for one patient. A level is told by fields of the
 * data: whose it is, and whom its study enrolled. Every study that reports a property is listed by
 * itself, whatever its design; nothing is pooled.
 */
import { rangeOfLines } from "../evidence/lines.ts";
import type { Lines } from "../question/for-patient.ts";
import {
  type DividingTrait,
  type EarlierKinds,
  hadBcma,
  isDividing,
  type OwnPatient,
} from "../question/patient.ts";
import { inRange, type Range } from "../question/range.ts";
import type { SubgroupLevel, SubgroupTable } from "./subgroups.ts";

/**
 * What sets a patient apart among those of the same question: earlier therapy, what else they have, age, and
 * lines, whose groups hold patients of any age. That nothing was given before is in the question itself.
 */
export function propertiesOf({
  age,
  traits,
  priorLines,
  priorBcma,
}: OwnPatient): readonly PatientProperty[] {
  const hadTherapy = priorBcma && hadBcma({ priorBcma });
  return [
    ...(hadTherapy ? [{ name: "prior-bcma", value: priorBcma } as const] : []),
    ...traits.filter(isDividing).map((name) => ({ name, value: true }) as const),
    ...(age === null ? [] : [{ name: "age", value: age } as const]),
    ...(priorLines === null ? [] : [{ name: "prior-lines", value: priorLines } as const]),
  ];
}

/** A property of a patient with its value: a number, the earlier therapies, or that the patient has it. */
export type PatientProperty =
  | { readonly name: "age" | "prior-lines"; readonly value: number }
  | { readonly name: "prior-bcma"; readonly value: EarlierKinds }
  | { readonly name: DividingTrait; readonly value: true };

/** Whose level it is, as the data say. */
export type LevelOf = SubgroupLevel["patients"];
type KindOfLevel = Extract<NonNullable<LevelOf>, readonly unknown[]>[number];

export type Enrolled = SubgroupTable["study"]["enrolled"];

/** Why a level that may hold the patient is not counted as one of such patients. */
export type BesideReason =
  /** How many of its patients had which kind; none if no kind is reported. */
  | { readonly code: "kinds"; readonly kinds: readonly KindOfLevel[] }
  /** After how many lines its patients were; `null` if that is not reported. */
  | { readonly code: "lines"; readonly range: Range | null }
  /** What its study reports of earlier therapy. */
  | { readonly code: "earlier-therapy"; readonly priorBcma: Enrolled["priorBcma"] };

/** `unclear`: two levels set against each other, or patients divided in another way. */
export type Belonging =
  | { readonly is: "such" | "others" | "unclear" }
  | { readonly is: "beside"; readonly because: BesideReason };

/** The lines that the question of the patient asks for, and the earlier therapy that was said. */
export interface LinesAndTherapy extends Pick<OwnPatient, "priorBcma"> {
  readonly lines: Lines;
}

const suchPatients: Belonging = { is: "such" };
const otherPatients: Belonging = { is: "others" };
const unclearWhose: Belonging = { is: "unclear" };
const notCounted = (because: BesideReason): Belonging => ({ is: "beside", because });

/** Such patients are of the level, and of a study after the same lines and earlier therapy. */
export function belongingOf(
  level: LevelOf,
  enrolled: Enrolled,
  property: PatientProperty,
  patient: LinesAndTherapy,
): Belonging {
  const judged = [
    byLevel(level, property),
    byLines(enrolled, patient.lines),
    property.name === "prior-bcma" ? suchPatients : byEarlier(enrolled, patient),
  ];
  const first = (is: Belonging["is"]) => judged.find((belonging) => belonging.is === is);
  return first("others") ?? first("unclear") ?? first("beside") ?? suchPatients;
}

function byLevel(level: LevelOf, { name, value }: PatientProperty): Belonging {
  if (level === null || level === "comparison") return unclearWhose;
  if (name === "prior-bcma") return byKinds(level, value);
  if (typeof level === "boolean") return level && value === true ? suchPatients : otherPatients;
  if (!isRange(level)) return unclearWhose;
  if (name === "age") return isNearAge(level, value) ? suchPatients : otherPatients;
  return name === "prior-lines" ? byNumberOfLines(level, value) : unclearWhose;
}

/** Nobody reports groups that begin later, so from here on all are near the same ones. */
const oldestAge = 82;
const mostYearsBelow = 7;

/** A group without a lower bound is mostly of younger patients, and so is one that begins far below. */
export function isNearAge({ min, max }: Range, age: number): boolean {
  if (min === null) return false;
  return inRange(age, { min, max }) && min >= Math.min(age, oldestAge) - mostYearsBelow;
}

/**
 * A level that begins further below is mostly of patients after fewer lines than this patient had. The
 * last button of the form, five or more, is the number 5, and near what begins at three.
 */
const mostLinesBelow = 2;

function byNumberOfLines({ min, max }: Range, lines: number): Belonging {
  if (min === null || !inRange(lines, { min, max })) return otherPatients;
  return min >= lines - mostLinesBelow
    ? suchPatients
    : notCounted({ code: "lines", range: { min, max } });
}

/** Whether groups are reported, and every one begins above this age. */
export function isBelowAll(levels: readonly LevelOf[], age: number): boolean {
  const bounds = levels.flatMap((level) => (isRange(level) && level.min !== null ? level.min : []));
  return bounds.length > 0 && bounds.every((bound) => bound > age);
}

/** A level was reported for a kind if every one of its patients had it. */
function byKinds(level: Exclude<LevelOf, null>, kinds: EarlierKinds): Belonging {
  if (level === true)
    return kinds === "some" ? suchPatients : notCounted({ code: "kinds", kinds: [] });
  if (!isOfKinds(level)) return otherPatients;
  if (kinds === "some") {
    return level.length === 1 ? notCounted({ code: "kinds", kinds: level }) : suchPatients;
  }
  const had = level.filter(({ kind, n }) => kinds.includes(kind) && n !== 0);
  if (had.some(({ n, of }) => n === of)) return suchPatients;
  return had.length > 0 ? notCounted({ code: "kinds", kinds: had }) : otherPatients;
}

/** As a question counts trials: of one line or two only early ones that enrolled them, later none of these. */
function byLines(enrolled: Enrolled, lines: Lines): Belonging {
  const { setting } = enrolled;
  const range = rangeOfLines(enrolled)?.range ?? null;
  if (lines !== "3+") {
    return setting === "early" && (range === null || inRange(Number(lines), range))
      ? suchPatients
      : otherPatients;
  }
  if (setting === null || setting === "mixed") return notCounted({ code: "lines", range });
  return setting === "late" ? suchPatients : otherPatients;
}

/** Of another property no study reports who had a kind: only all of one or another kind, or nobody, are told. */
function byEarlier({ priorBcma }: Enrolled, { priorBcma: had }: LinesAndTherapy): Belonging {
  // A question that says nothing of it leaves out who was recruited for earlier therapy.
  const isOf = had === "some" ? priorBcma === "required" : !had?.length && priorBcma !== "required";
  return isOf ? suchPatients : notCounted({ code: "earlier-therapy", priorBcma });
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
