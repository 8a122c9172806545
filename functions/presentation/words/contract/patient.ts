/** The form for one patient, and what it leads to. */
import type { PatientFit } from "#core/comparison/answer.ts";
import type { RangesKnown } from "#core/evidence/ranges-known.ts";
import type { SubgroupTable } from "#core/evidence/subgroups.ts";
import type { BcmaKind, OwnPatient, PatientParameter, Trait } from "#core/question/patient.ts";
import type { SubgroupVariable } from "#data/collection-vocabulary.ts";
import type { TherapyClass } from "#data/vocabulary.ts";

interface PatientFormWords {
  readonly title: string;
  /** Of how many cohorts the sources say which patients were enrolled. */
  readonly known: (known: RangesKnown) => string;
  readonly private: string;
  readonly fields: Readonly<Record<PatientParameter, string>>;
  readonly allowed: (parameter: PatientParameter, least: number, most: number) => string;
  readonly wrong: (parameter: PatientParameter, least: number, most: number) => string;
  /** Offered if the numbers fit into the fields the other way round. */
  readonly otherWay: string;
  readonly useOtherWay: (age: string, priorLines: string) => string;
  readonly bcma: string;
  /** Kinds of it; `some` for therapy of a kind that is not known. */
  readonly bcmaKinds: Readonly<Record<BcmaKind | "some" | "none", string>>;
  readonly bcmaNote: string;
  readonly traits: Readonly<Record<Trait, string>>;
  readonly traitsNote: string;
  readonly yes: string;
  readonly no: string;
  readonly notSaid: string;
  readonly apply: string;
  readonly nothing: string;
}

/** For what is typed into a filter by medians, and would leave a class without a cohort. */
interface BesideMediansWords {
  readonly noCohort: (
    classes: readonly TherapyClass[],
    medians: Readonly<Record<TherapyClass, readonly number[]>>,
  ) => string;
  readonly use: (parameter: PatientParameter, value: number) => string;
  readonly allTheSame: string;
}

/** For a patient of the record system around our page. */
interface HandOverWords {
  readonly from: (host: string) => string;
  readonly copy: string;
  readonly sent: string;
}

interface ReportedWords {
  readonly title: string;
  readonly note: string;
  readonly loading: string;
  readonly by: Readonly<Record<SubgroupVariable, string>>;
  /** Above the properties of which nothing was said. */
  readonly others: string;
  /** How a study came to its patients. */
  readonly evidence: Readonly<
    Record<NonNullable<SubgroupTable["study"]["evidence"]> | "unknown", string>
  >;
  readonly none: string;
  /** Before the levels of a study that are not those of such patients. */
  readonly otherLevels: string;
  readonly counted: (events: number, n: number) => string;
  readonly percent: (value: number) => string;
  readonly median: (months: number) => string;
  /** As printed; an end that was not reached is `null`. */
  readonly interval: (low: number | null, high: number | null) => string;
  readonly patients: (n: number) => string;
  readonly nNotPrinted: string;
  readonly effect: (
    measure: string,
    value: number,
    interval: readonly [number, number] | null,
    of: string,
    against: string,
  ) => string;
  readonly notPrinted: string;
  readonly sourceAt: (text: string) => string;
}

export type FitList = "fits" | "excludes" | "notStated";

export interface PatientWords {
  readonly handOver: HandOverWords;
  readonly form: PatientFormWords;
  readonly medians: BesideMediansWords;
  readonly told: (patient: OwnPatient) => string;
  readonly change: string;
  readonly clear: string;
  readonly waiting: string;
  readonly reported: ReportedWords;
  /** Of how many trials which is known. */
  readonly counts: (fit: PatientFit) => string;
  readonly list: Readonly<Record<FitList, string>>;
  readonly offers: string;
  readonly limits: string;
}
