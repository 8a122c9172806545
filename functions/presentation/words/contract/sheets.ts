/** The words of the filter sheets. Words for single parameters are in `parameters`. */
import type { ChoiceName } from "#core/choices/choices.ts";
import type { Section } from "#core/question/parameter.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import type { Abbreviations } from "./glossary.ts";
import type { ParameterOnSheet } from "./parameters.ts";

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
}
