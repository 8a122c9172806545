/** What was reported of such patients: by each property that was said, which levels are theirs. */
import {
  type BesideReason,
  belongingOf,
  isBelowAll,
  type LinesAndTherapy,
  type PatientProperty,
  propertiesOf,
} from "#core/others/subgroups-of-patient.ts";
import type { OwnPatient } from "#core/question/patient.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import type { PatientsView, ReportedLevel } from "#presentation/views/patient.ts";
import { patient as ofPatient } from "#words/patient.ts";
import { levelOf } from "#words/patient-codes.ts";

const { reported: words } = ofPatient;

export interface LevelForPatient extends ReportedLevel {
  group: TherapyClass;
  cohort: string | null;
  /** Why it stands beside such patients; `null` if it is one of them. */
  because: BesideReason | null;
}

export interface OutcomeForPatient {
  name: string;
  levels: readonly LevelForPatient[];
}

export interface PropertyOfPatient extends Pick<LinesAndTherapy, "lines"> {
  property: PatientProperty;
  /** By outcome; none of them is empty. */
  such: readonly OutcomeForPatient[];
  beside: readonly OutcomeForPatient[];
  /** Only groups that are all older than the patient are reported. */
  isBelowAll: boolean;
}

export function reportedForPatient(
  { studies, reported }: Pick<PatientsView, "studies" | "reported">,
  patient: OwnPatient & LinesAndTherapy,
): PropertyOfPatient[] {
  return propertiesOf(patient).map((property) => {
    const { name, value } = property;
    const tables = reported.find((one) => one.property === name)?.tables ?? [];
    const pick = (wanted: "such" | "beside"): OutcomeForPatient[] =>
      tables
        .map((table) => ({
          name: table.name,
          levels: table.levels.flatMap((level): LevelForPatient[] => {
            const study = studies[level.study];
            if (!study) return [];
            const belonging = belongingOf(level.of, study.enrolled, property, patient);
            if (belonging.is !== wanted) return [];
            const because = belonging.is === "beside" ? belonging.because : null;
            const text = levelOf(level.text, because);
            return [{ ...level, group: study.group, cohort: study.cohort, because, text }];
          }),
        }))
        .filter(({ levels }) => levels.length > 0);
    const levels = tables.flatMap((table) => table.levels.map(({ of }) => of));
    return {
      property,
      lines: patient.lines,
      such: pick("such"),
      beside: pick("beside"),
      isBelowAll: name === "age" && isBelowAll(levels, value),
    };
  });
}

/** A list shows counts where a level has few patients, and beside such patients. */
export function formOf(levels: OutcomeForPatient["levels"]): "count" | "rate" {
  return levels.some(({ few, because }) => few || because) ? "count" : "rate";
}

/** What stands where a class has no level in a table. */
export function withoutSuch(
  { property, lines, such, beside }: Omit<PropertyOfPatient, "isBelowAll">,
  group: TherapyClass,
): string {
  const isElsewhere = [...such, ...beside].some(({ levels }) =>
    levels.some((level) => level.group === group),
  );
  return isElsewhere ? words.elsewhere : words.none(property, lines);
}
