/** Finds what was reported of such patients: by each property that was stated, which levels are theirs. */
import {
  isNearAge,
  isNearLines,
  type PatientProperty,
  propertiesOf,
} from "#core/others/near-patient.ts";
import type { PatientWithTraits } from "#core/question/patient.ts";
import { inRange } from "#core/question/range.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import type { PatientsView } from "#presentation/views/patient.ts";
import type { ReportedLevel, ReportedTable } from "#presentation/views/reported-tables.ts";
import { patientTexts as ofPatient } from "#presentation/words/patient.ts";
import { withCommas } from "#presentation/words/sentences.ts";
import { notFound } from "#presentation/words/source-tier.ts";

const { reported: words } = ofPatient;

export interface PropertyOfPatient {
  property: PatientProperty;
  /** Tables of the levels of such patients, by outcome; none of them is empty. */
  tables: readonly ReportedTable[];
  /** Tables of levels that such patients may be part of, shown but not counted; none of them is empty. */
  notCounted: readonly ReportedTable[];
  /** States that all reported groups are older than the patient. */
  isBelowAll: boolean;
  /**
   * Returns the groups of a class that begin above the patient's age, by the age at which the first begins; `Infinity`
   * without any.
   */
  olderFrom: (group: TherapyClass) => number;
}

export function reportedForPatient(
  { reported }: Pick<PatientsView, "reported">,
  patient: PatientWithTraits,
): PropertyOfPatient[] {
  return propertiesOf(patient).map((property) => {
    const tables = reported.find((by) => by.property === property.name)?.tables ?? [];
    const tablesOf = (isCounted: boolean): ReportedTable[] =>
      tables
        .map(({ name, levels }) => ({
          name,
          levels: levels
            .flatMap((level) => levelFor(property, level) ?? [])
            .filter((level) => !level.isUncounted === isCounted),
        }))
        .filter(({ levels }) => levels.length > 0);
    const age = property.name === "age" ? property.value : Infinity;
    const bounds = tables.flatMap(({ levels }) =>
      levels.flatMap(({ of, group }) => (of?.min ? { group, from: of.min } : [])),
    );
    const older = bounds.filter(({ from }) => from > age);
    return {
      property,
      tables: tablesOf(true),
      notCounted: tablesOf(false),
      isBelowAll: older.length > 0 && older.length === bounds.length,
      olderFrom: (group) =>
        Math.min(...older.flatMap((level) => (level.group === group ? level.from : []))),
    };
  });
}

/** The level as it stands for this patient; `null` if it is of others. */
function levelFor({ name, value }: PatientProperty, level: ReportedLevel): ReportedLevel | null {
  if (!level.of) return level;
  if (name === "age") return isNearAge(level.of, value) ? level : null;
  if (name !== "prior-lines" || !inRange(value, level.of)) return null;
  return isNearLines(level.of, value) ? level : { ...level, isUncounted: true };
}

/** A list shows counts where a level has few patients or is not counted. */
export function formOf(levels: readonly ReportedLevel[]): "count" | "rate" {
  return levels.some(({ few, isUncounted }) => few || isUncounted) ? "count" : "rate";
}

/** Returns text for a class that has no level in a table. */
export function withoutSuch(
  { property, tables, notCounted, olderFrom }: Omit<PropertyOfPatient, "isBelowAll">,
  group: TherapyClass,
): string {
  const isElsewhere = [...tables, ...notCounted].some(({ levels }) =>
    levels.some((level) => level.group === group),
  );
  return isElsewhere ? words.elsewhere : words.none(property, olderFrom(group));
}

/** The groups that are on screen, a sentence for each property: for a text that is copied. */
export function suchInText(
  patients: Pick<PatientsView, "reported">,
  patient: PatientWithTraits,
): string[] {
  return reportedForPatient(patients, patient).flatMap(
    ({ property, tables: [first], notCounted: [firstNotCounted] }) => [
      ...(first ? [`${words.title(property, first.name)}: ${levelsInText(first.levels)}.`] : []),
      ...(firstNotCounted
        ? [`Not counted, ${firstNotCounted.name}: ${levelsInText(firstNotCounted.levels)}.`]
        : []),
    ],
  );
}

/** Returns text such as "teclistamab 62 (≥ 75, 24 patients, others 63)". */
function levelsInText(levels: readonly ReportedLevel[]): string {
  const form = formOf(levels);
  return levels
    .map(
      ({ name, text, [form]: { number, under, about } }) =>
        `${name} ${number || notFound} (${withCommas([text, under, about])})`,
    )
    .join("; ");
}
