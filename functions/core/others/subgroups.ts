/**
 * Selects the levels of single studies that may be of patients such as those of a question. A level is judged by
 * fields of the data: which patients it holds, and whom its study enrolled. Ages and numbers of lines are compared on
 * the device, which alone knows the patient: see `near-patient.ts`. Nothing is pooled.
 */
import type { SubgroupVariable } from "#data/collection-vocabulary.ts";
import { groupBy, pick } from "#data/lists-and-objects.ts";
import type { ReportSource, SubgroupFigure, SubgroupStudy } from "#data/schema.ts";
import { findEnrolledElseAdmittedLineRange } from "../evidence/earlier-therapy.ts";
import type { PatientsOfQuestion } from "../question/earlier-kinds.ts";
import type { Lines } from "../question/for-patient.ts";
import type { EarlierKinds } from "../question/patient.ts";
import { isWithinRange, type Range } from "../question/range.ts";

/** Holds the code of the data for the patients of a level. */
export type LevelOf = SubgroupLevel["patients"];
type KindOfLevel = Extract<NonNullable<LevelOf>, readonly unknown[]>[number];

export type EnrolledPatients = SubgroupTable["study"]["enrolled"];

/** States why a level that may hold the patient is not counted as one of such patients. */
export type NotCountedReason =
  /** `kinds` counts the level's patients by kind; empty if no kind is reported. */
  | { readonly code: "kinds"; readonly kinds: readonly KindOfLevel[] }
  /** `range` is the number of prior lines of the level's patients; `null` if that is not reported. */
  | { readonly code: "lines"; readonly range: Range | null }
  /** `priorBcma` is the earlier therapy that the study of the level reports. */
  | { readonly code: "earlier-therapy"; readonly priorBcma: EnrolledPatients["priorBcma"] }
  /** The source of the level contradicts itself about the figure. */
  | { readonly code: "contradiction" };

/**
 * Tells whether such patients belong to a level. `unclear`: it sets two levels against each other, or divides
 * patients in another way. `other-lines`: it holds such patients, but after other lines than the question asks for.
 * `other-therapy`: it holds such patients, but nothing is known of the kinds of therapy that the question asks for.
 */
export type Belonging =
  | { readonly is: "such" | "others" | "unclear" | "other-lines" | "other-therapy" }
  | { readonly is: "not-counted"; readonly because: NotCountedReason };

const suchPatients: Belonging = { is: "such" };
const differentPatients: Belonging = { is: "others" };
const unclearWhose: Belonging = { is: "unclear" };
const otherLines: Belonging = { is: "other-lines" };
const otherTherapy: Belonging = { is: "other-therapy" };
const makeNotCounted = (because: NotCountedReason): Belonging => ({ is: "not-counted", because });

/**
 * Returns whether such patients belong to the level: they fit it, and its study enrolled patients after the
 * same lines and earlier therapy.
 */
export function judgeLevelBelonging(
  { patients: level, oddity }: Pick<SubgroupLevel, "patients" | "oddity">,
  enrolled: EnrolledPatients,
  variable: SubgroupVariable,
  patients: PatientsOfQuestion,
): Belonging {
  const isOfEarlier = variable === "prior-bcma";
  const judged = [
    isOfEarlier ? judgeLevelTherapyKinds(level, patients.earlier) : judgeLevelPatients(level),
    judgeBelongingByLines(enrolled, patients.lines),
    isOfEarlier ? suchPatients : judgeBelongingByEarlierTherapy(enrolled, patients.earlier),
    oddity?.kind === "contradiction" ? makeNotCounted({ code: "contradiction" }) : suchPatients,
  ];
  const first = (is: Belonging["is"]) => judged.find((belonging) => belonging.is === is);
  const [apart, another] = judged.filter(({ is }) => is !== "such");
  // A level that would not be counted anyway says nothing of such patients after other lines or another therapy.
  const isTwice =
    another !== undefined && [first("other-lines"), first("other-therapy")].some(Boolean);
  return (
    first("others") ?? first("unclear") ?? (isTwice ? differentPatients : (apart ?? suchPatients))
  );
}

/**
 * Judges a level by its patients. A group without a lower bound is mostly of younger patients, or of patients
 * after fewer lines.
 */
function judgeLevelPatients(level: LevelOf): Belonging {
  if (level === null || level === "comparison" || isTherapyKindList(level)) return unclearWhose;
  const isSuch = typeof level === "boolean" ? level : level.min !== null;
  return isSuch ? suchPatients : differentPatients;
}

/** Judges a level by kinds of earlier therapy. A level was reported for a kind if every one of its patients had it. */
function judgeLevelTherapyKinds(level: LevelOf, kinds: EarlierKinds | null): Belonging {
  if (kinds === null) return differentPatients;
  if (level === null || level === "comparison") return unclearWhose;
  if (level === true)
    return kinds === "some" ? suchPatients : makeNotCounted({ code: "kinds", kinds: [] });
  if (!isTherapyKindList(level)) return differentPatients;
  if (kinds === "some") {
    return level.length === 1 ? makeNotCounted({ code: "kinds", kinds: level }) : suchPatients;
  }
  const had = level.filter(
    ({ kind, n, with: others = [] }) =>
      n !== 0 && [kind, ...others].some((name) => kinds.includes(name)),
  );
  if (had.some(({ n, of }) => n === of)) return suchPatients;
  return had.length > 0 ? makeNotCounted({ code: "kinds", kinds: had }) : differentPatients;
}

/**
 * Judges lines as a question selects trials: for one or two lines only early trials that enrolled such
 * patients, for later lines none of these.
 */
function judgeBelongingByLines(enrolled: EnrolledPatients, lines: Lines): Belonging {
  const { setting } = enrolled;
  const range = findEnrolledElseAdmittedLineRange(enrolled)?.range ?? null;
  if (lines !== "3+") {
    if (setting === "late") return otherLines;
    return setting === "early" && (range === null || isWithinRange(Number(lines), range))
      ? suchPatients
      : differentPatients;
  }
  if (setting === null || setting === "mixed") return makeNotCounted({ code: "lines", range });
  return setting === "late" ? suchPatients : otherLines;
}

/**
 * Judges earlier therapy for a level of another property: no study reports who had a kind there, so only "all
 * of some kind" and "nobody" decide.
 */
function judgeBelongingByEarlierTherapy(
  { priorBcma }: EnrolledPatients,
  earlier: EarlierKinds | null,
): Belonging {
  // A question that asks for none leaves out who was recruited for earlier therapy.
  const isOf =
    earlier === "some" ? priorBcma === "required" : earlier === null && priorBcma !== "required";
  // After a kind of therapy results of patients of another kind, or of none, are told apart.
  if (earlier !== null && earlier !== "some") return otherTherapy;
  return isOf ? suchPatients : makeNotCounted({ code: "earlier-therapy", priorBcma });
}

/**
 * Returns the complement of a level: the levels of the same analysis of the same study that share no patient with
 * it. If an analysis has several cutpoints, as 65 and 70 years, it returns only those that begin where the level
 * ends.
 */
export function listComplementLevels<Level extends Divided>(
  patientLevel: Level,
  levels: readonly Level[],
): Level[] {
  const disjoint = levels.filter(
    (candidate) =>
      candidate.wording === patientLevel.wording &&
      candidate.source === patientLevel.source &&
      areLevelsDisjoint(patientLevel.patients, candidate.patients),
  );
  return disjoint.filter((level) => {
    const isOnlyDivision = disjoint.every(
      (candidate) =>
        candidate === level || areLevelsDisjoint(level.patients, candidate.patients) !== false,
    );
    return isOnlyDivision || areLevelsAdjacent(patientLevel.patients, level.patients);
  });
}

type Divided = Pick<SubgroupLevel, "patients" | "wording" | "source">;

/** Returns whether two levels share no patient; `null` if that is unknown, for example if both are "others". */
function areLevelsDisjoint(a: LevelOf, b: LevelOf): boolean | null {
  if (isRange(a) && isRange(b))
    return readRangeEnd(a) < readRangeStart(b) || readRangeEnd(b) < readRangeStart(a);
  // Patients by kinds of earlier therapy all had some.
  const [isHadByA, isHadByB] = [a, b].map((level) => (isTherapyKindList(level) ? true : level));
  if (typeof isHadByA !== "boolean" || typeof isHadByB !== "boolean") return null;
  return isHadByA === isHadByB ? null : true;
}

function areLevelsAdjacent(a: LevelOf, b: LevelOf): boolean {
  if (!isRange(a) || !isRange(b)) return false;
  return readRangeEnd(a) + 1 === readRangeStart(b) || readRangeEnd(b) + 1 === readRangeStart(a);
}

export function isRange(level: LevelOf): level is Range {
  return typeof level === "object" && level !== null && !Array.isArray(level);
}

function isTherapyKindList(level: LevelOf): level is KindOfLevel[] {
  return Array.isArray(level);
}

const readRangeStart = ({ min }: Range) => min ?? -Infinity;
const readRangeEnd = ({ max }: Range) => max ?? Infinity;

// Lists results of single studies by age, prior lines and the like, with the levels of one study next to each
// other. Nothing is pooled, because two studies rarely define the same levels.

/** Holds a figure with its source in full, where the data hold only the index of the source. */
export interface SubgroupLevel
  extends Omit<SubgroupFigure, "variable" | "outcome" | "definition" | "source"> {
  source: ReportSource;
}

const summaryFields = ["id", "label", "therapyClass", "products", "evidence", "enrolled"] as const;

/** Lists the levels of one study, in the order in which they were reported. */
export interface SubgroupTable extends Pick<SubgroupFigure, "variable" | "outcome" | "definition"> {
  /** `cohort` is the id of our cohort of the same patients. */
  study: Pick<SubgroupStudy, (typeof summaryFields)[number]> & { cohort: string | null };
  levels: SubgroupLevel[];
}

export function makeSubgroupTables(studies: readonly SubgroupStudy[]): SubgroupTable[] {
  return studies.flatMap(makeSubgroupTablesOfStudy);
}

function makeSubgroupTablesOfStudy(study: SubgroupStudy): SubgroupTable[] {
  const { cohort, sources, figures } = study;
  const summary = { ...pick(study, summaryFields), cohort: cohort?.id ?? null };
  const tables = groupBy(figures, ({ variable, outcome, definition }) =>
    JSON.stringify([variable, outcome, definition]),
  );
  return tables.map((ofTable) => {
    const [{ variable, outcome, definition }] = ofTable;
    const levels = ofTable.flatMap(({ variable: _, outcome, definition, source, ...level }) => {
      const cited = sources[source];
      // The type checker alone needs this test: the rules of `data/` ensure that every named source exists.
      return cited ? [{ ...level, source: cited }] : [];
    });
    return { study: summary, variable, outcome, definition, levels };
  });
}
