/**
 * What single studies report for patients like a given one: their subgroups by what is known of the
 * patient. Shown study by study, never pooled.
 */
import type { SubgroupVariable } from "#data/collection-vocabulary.ts";
import { hadBcma, type OwnPatient, type Trait, traits } from "../question/patient.ts";
import type { SubgroupLevel, SubgroupTable } from "./subgroups.ts";

export type PatientProperty = "age" | "prior-lines" | "prior-bcma" | Trait;

export interface LevelForPatient extends SubgroupLevel {
  /**
   * Whether the level is that of such patients; `null` if it is neither theirs nor that of others:
   * a comparison of two levels, or all patients.
   */
  theirs: boolean | null;
}

export interface TableForPatient extends SubgroupTable {
  levels: LevelForPatient[];
}

export interface ReportedByProperty {
  property: PatientProperty;
  tables: TableForPatient[];
}

/** One entry for each property that was said, also if no study reports it. */
export function subgroupsOfPatient(
  tables: readonly SubgroupTable[],
  patient: OwnPatient,
): ReportedByProperty[] {
  const { age, priorLines, traits: said } = patient;
  const ofPatient: [PatientProperty, number | boolean | null | undefined][] = [
    ["age", age],
    ["prior-lines", priorLines],
    ["prior-bcma", hadBcma(patient)],
    ...traits.map((trait): [Trait, boolean | undefined] => [trait, said[trait]]),
  ];
  return ofPatient.flatMap(([property, value]) =>
    value == null ? [] : { property, tables: tablesFor(property, value, tables) },
  );
}

/** Divide only patients with extramedullary disease, so none of their levels is that of others. */
const withinDisease: readonly SubgroupVariable[] = ["extramedullary-burden", "disease-compartment"];

/** Variables whose results may be shown for a patient. */
export const shownOfPatients: readonly SubgroupVariable[] = [
  "age",
  "prior-lines",
  "prior-bcma",
  ...traits,
  ...withinDisease,
];

function tablesFor(
  property: PatientProperty,
  value: number | boolean,
  tables: readonly SubgroupTable[],
): TableForPatient[] {
  const within = property === "extramedullary-disease" && value === true ? withinDisease : [];
  return tables
    .filter(({ variable }) => variable === property || within.includes(variable))
    .map((table) => ({
      ...table,
      levels: table.levels.map((level) => ({
        ...level,
        theirs: table.variable === property ? isTheirs(level, value) : null,
      })),
    }))
    .filter(
      ({ levels }) =>
        levels.some(({ theirs }) => theirs) || levels.every(({ theirs }) => theirs === null),
    );
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
