import type { TherapyClass } from "#data/vocabulary.ts";
import { partialDateText } from "../dates.ts";
import { notInSources } from "../not-in-sources.ts";
import { valueName } from "../value-name.ts";
import { classSingular } from "./class-names.ts";

export const record = {
  unknown: notInSources,
  named: valueName,
  classWords: classSingular satisfies Readonly<Record<TherapyClass, string>>,
  dateWords: partialDateText,
};
