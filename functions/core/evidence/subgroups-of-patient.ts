/**
 * What single studies report by the properties of their patients, first by those that are known of a
 * given one. Every study that prints a property is listed by itself, whatever its design; nothing is
 * pooled.
 */
import type { SubgroupVariable } from "#data/collection-vocabulary.ts";
import { hadBcma, type OwnPatient, type Trait, traits } from "../question/patient.ts";
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
  if (isComparison(level)) return null;
  if (typeof value === "number") return isWithin(level, value);
  // Studies name the patients without it: "no", "no EMD", "standard risk", "marrow only".
  return /^(no\b|standard\b|marrow only)/.test(level) !== value;
}

/** `>=75`, `18-69`, `3 prior lines`. */
function isWithin(level: string, value: number): boolean | null {
  const [, sign = "", first, last] =
    /^(>=|<=|>|<)?\s*(\d+)(?:\s*-\s*(\d+))?(?: prior lines)?$/.exec(level) ?? [];
  if (first === undefined) return null;
  const bound = Number(first);
  switch (sign) {
    case ">=":
      return value >= bound;
    case "<=":
      return value <= bound;
    case ">":
      return value > bound;
    case "<":
      return value < bound;
    default:
      return value >= bound && value <= Number(last ?? bound);
  }
}
