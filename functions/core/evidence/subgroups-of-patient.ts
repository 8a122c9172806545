/**
 * What single studies report by the properties of their patients, first by those that are known of a
 * given one. Every study that prints a property is listed by itself, whatever its design; nothing is
 * pooled.
 */
import type { SubgroupVariable } from "#data/collection-vocabulary.ts";
import { hadBcma, type OwnPatient, type Trait, traits } from "../question/patient.ts";
import { inRange, type Range } from "../question/range.ts";
import type { SubgroupLevel, SubgroupTable } from "./subgroups.ts";

type PatientProperty = "age" | "prior-lines" | "prior-bcma" | Trait;

export interface LevelForPatient extends SubgroupLevel {
  /** Whether it is a level of such patients; `null` for a comparison of two, or all patients. */
  theirs: boolean | null;
}

export interface TableForPatient extends SubgroupTable {
  levels: LevelForPatient[];
}

export interface ReportedByProperty<P extends SubgroupVariable = SubgroupVariable> {
  property: P;
  /** Those that print something of such patients first. */
  tables: TableForPatient[];
}

/** One entry for each property that was said, also if no study reports it. */
export function subgroupsOfPatient(
  tables: readonly SubgroupTable[],
  patient: OwnPatient,
): ReportedByProperty<PatientProperty>[] {
  return saidOf(patient).flatMap(([property, value]) =>
    value == null ? [] : { property, tables: tablesFor(property, value, tables) },
  );
}

/**
 * What studies report by every property that was not said, without those that no study prints. Who
 * said that there is extramedullary disease has what divides it among that already.
 *
 * @param order All properties, in the order in which they are shown.
 */
export function subgroupsByOther(
  tables: readonly SubgroupTable[],
  patient: OwnPatient,
  order: readonly SubgroupVariable[],
): ReportedByProperty[] {
  const shown: readonly SubgroupVariable[] = saidOf(patient).flatMap(([property, value]) =>
    value == null ? [] : [property, ...withinOf(property, value)],
  );
  return order
    .filter((property) => !shown.includes(property))
    .map((property) => ({
      property,
      tables: tables
        .filter(({ variable }) => variable === property)
        .map((table) => ({
          ...table,
          levels: table.levels.map((level) => ({ ...level, theirs: null })),
        })),
    }))
    .filter((one) => one.tables.length > 0);
}

type SaidValue = number | boolean | null | undefined;

function saidOf(patient: OwnPatient): [PatientProperty, SaidValue][] {
  const { age, priorLines, traits: said } = patient;
  return [
    ["age", age],
    ["prior-lines", priorLines],
    ["prior-bcma", hadBcma(patient)],
    ...traits.map((trait): [Trait, boolean | undefined] => [trait, said[trait]]),
  ];
}

/** Divide only patients with extramedullary disease, so none of their levels is that of others. */
const withinDisease: readonly SubgroupVariable[] = ["extramedullary-burden", "disease-compartment"];

function withinOf(property: PatientProperty, value: SaidValue): readonly SubgroupVariable[] {
  return property === "extramedullary-disease" && value === true ? withinDisease : [];
}

function tablesFor(
  property: PatientProperty,
  value: number | boolean,
  tables: readonly SubgroupTable[],
): TableForPatient[] {
  const within = withinOf(property, value);
  const listed = tables
    .filter(({ variable }) => variable === property || within.includes(variable))
    .map((table) => ({
      ...table,
      levels: table.levels.map((level) => ({
        ...level,
        theirs: table.variable === property ? isTheirs(level, value) : null,
      })),
    }));
  return [...listed.filter(isOfSuch), ...listed.filter((table) => !isOfSuch(table))];
}

/** Whether a table says something of such patients, alone or among others. */
function isOfSuch({ levels }: TableForPatient): boolean {
  return levels.some(({ theirs }) => theirs) || levels.every(({ theirs }) => theirs === null);
}

/** Whether a level is two, set against each other: `>=70 vs 18-69`. */
export function isComparison(level: string): boolean {
  return /\bvs\b/.test(level);
}

/** A level that cannot be read is `null`, so it is shown rather than hidden. */
function isTheirs({ level }: SubgroupLevel, value: number | boolean): boolean | null {
  return holds(typeof value === "number" ? rangeOf(level) : withIt(level), value);
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

/** Whether a patient with this value is of the level; `null` if that cannot be said. */
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
