/** What was reported of such patients: by each property that was said, which levels are theirs. */
import {
  type Belonging,
  type BesideReason,
  belongingOf,
  isBelowAll,
  type LinesAndTherapy,
  type PatientProperty,
  propertiesOf,
  withinOf,
} from "#core/others/subgroups-of-patient.ts";
import type { OwnPatient } from "#core/question/patient.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import type { ReportedBy, ReportedLevel, ReportedStudy } from "#presentation/statement/patients.ts";
import { patient as ofPatient } from "#words/patient.ts";
import { levelOf } from "#words/patient-codes.ts";

const { reported: words } = ofPatient;

export interface LevelForPatient extends Omit<ReportedLevel, "study" | "level"> {
  study: ReportedStudy;
  /** The level, and what is particular about its patients. */
  text: string;
  /** Why it stands beside such patients; `null` if it is one of them. */
  because: BesideReason | null;
}

export interface OutcomeForPatient {
  name: string;
  levels: readonly LevelForPatient[];
}

export interface PropertyOfPatient {
  property: PatientProperty;
  /** By outcome; none of them is empty. */
  such: readonly OutcomeForPatient[];
  beside: readonly OutcomeForPatient[];
  /** Only groups that are all older than the patient are reported. */
  isBelowAll: boolean;
  studies: readonly ReportedStudy[];
}

function reportedOf(
  property: PatientProperty,
  reported: readonly ReportedBy[],
  patient: LinesAndTherapy,
): PropertyOfPatient {
  const { name: variable, value } = property;
  const names = [variable, ...withinOf(variable)];
  const own = reported.filter((one) => names.includes(one.property));
  const judgedIn = (studies: readonly ReportedStudy[]) => (level: ReportedLevel) => {
    const study = studies[level.study];
    if (!study) return [];
    const { priorBcma } = study.enrolled;
    const belonging = belongingOf(level.of, study.enrolled, property, patient);
    const because = belonging.is === "beside" ? belonging.because : null;
    const text = levelOf(level.level, variable === "prior-bcma" ? null : priorBcma, because);
    return { ...level, is: belonging.is, study, because, text };
  };
  const tables = own
    .filter((one) => one.property === variable)
    .flatMap(({ tables, studies }) =>
      tables.map(({ name, levels }) => ({ name, levels: levels.flatMap(judgedIn(studies)) })),
    );
  const pick = (is: Belonging["is"]): OutcomeForPatient[] =>
    tables
      .map(({ name, levels }) => ({ name, levels: levels.filter((level) => level.is === is) }))
      .filter(({ levels }) => levels.length > 0);
  const levels = tables.flatMap((table) => table.levels.map(({ of }) => of));
  return {
    property,
    such: pick("such"),
    beside: pick("beside"),
    isBelowAll: variable === "age" && isBelowAll(levels, value),
    // Of two groups that were only set against each other the patient is of one.
    studies: own.flatMap(({ studies }) =>
      studies.filter(({ of, enrolled }) =>
        of.some((level) => belongingOf(level, enrolled, property, patient).is !== "others"),
      ),
    ),
  };
}

export function reportedForPatient(
  reported: readonly ReportedBy[],
  patient: OwnPatient & LinesAndTherapy,
): PropertyOfPatient[] {
  return propertiesOf(patient).map((property) => reportedOf(property, reported, patient));
}

/** What stands where a class has no level in a table. */
export function withoutSuch(
  { property, such, beside }: Pick<PropertyOfPatient, "property" | "such" | "beside">,
  group: TherapyClass,
): string {
  const isElsewhere = [...such, ...beside].some(({ levels }) =>
    levels.some(({ study }) => study.group === group),
  );
  return isElsewhere ? words.elsewhere : words.none(property);
}
