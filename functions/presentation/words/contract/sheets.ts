/** The words of the filter sheets. Words for single parameters are in `parameters`. */
import type { ChoiceName } from "#core/choices/choices.ts";
import type { Section } from "#core/question/parameter.ts";
import type { PatientParameter } from "#core/question/patient.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import type { Abbreviations } from "./glossary.ts";
import type { ParameterOnSheet } from "./parameters.ts";

interface PatientFormWords {
  readonly title: string;
  readonly note: string;
  readonly before: Readonly<Record<PatientParameter, string>>;
  readonly after: Readonly<Record<PatientParameter, string>>;
  readonly confirmed: string;
  readonly error: (least: number, most: number) => string;
  readonly clear: string;
}

interface SubgroupWords {
  readonly title: Readonly<Record<"age" | "prior-lines", string>>;
  readonly note: string;
  readonly loading: string;
  readonly none: (group: TherapyClass) => string;
  readonly counted: (events: number, n: number) => string;
  readonly percent: (value: number) => string;
  readonly median: (months: number) => string;
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

export interface SheetWords {
  readonly abbreviations: Abbreviations;
  readonly parameters: Readonly<Record<ChoiceName, ParameterOnSheet>>;
  readonly asSet: (name: string) => string;
  readonly sections: Readonly<Record<Section, { readonly title: string; readonly note?: string }>>;
  readonly counting: string;
  readonly range: {
    readonly any: string;
    readonly atLeast: (value: number, unit: string) => string;
    readonly atMost: (value: number, unit: string) => string;
    readonly between: (low: number, high: number, unit: string) => string;
  };
  readonly from: string;
  readonly upTo: string;
  readonly atLeast: string;
  readonly ownRange: string;
  readonly ownNumber: string;
  readonly apply: string;
  readonly rangeError: string;
  readonly numberError: string;
  readonly leaves: (carT: number, bsab: number) => string;
  readonly leavesNone: string;
  readonly leavesOne: (group: TherapyClass) => string;
  readonly patient: PatientFormWords;
  readonly subgroups: SubgroupWords;
}
