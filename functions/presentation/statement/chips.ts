/** The four chips, each for one filter, with its current value in short. */

import type { Comparison } from "#core/comparison/answer.ts";
import type { ScreenWords } from "../words/catalogue.ts";
import { rangeText } from "../words/range-text.ts";

export type ChipName = "prior-lines" | "age" | "product" | "more";

export interface Chip {
  name: ChipName;
  value: string;
  /** Whether the user changed the value. */
  changed: boolean;
}

/**
 * Parameters with their own chip, and parameters that are not filters. All others belong to "More".
 */
const shownElsewhere = new Set([
  "outcome",
  "setting",
  "prior-lines",
  "age",
  "product",
  "availability",
]);

export function chipValues(
  { query, canonical, patient }: Comparison,
  strings: ScreenWords,
): Chip[] {
  const said = new Set(new URLSearchParams(canonical).keys());
  const { chipValue } = strings;
  const others = [...said].filter((name) => !shownElsewhere.has(name)).length;
  const [onlyProduct] = query.product;
  // These two are medians of trials. The age and the number of lines of a patient are separate
  // values.
  const { priorLines: medianPriorLines, age: medianAge } = query;
  const ofPatient = (value: number | null | undefined) =>
    value == null ? "" : chipValue.patient(value);
  return [
    {
      name: "prior-lines",
      value: [
        // A question that does not hold the patient is not named beside one.
        patient?.held === null ? "" : chipValue[query.setting],
        medianPriorLines && chipValue.median(rangeText(medianPriorLines, strings)),
        ofPatient(patient?.priorLines),
      ]
        .filter(Boolean)
        .join(" · "),
      changed: said.has("prior-lines") || said.has("setting") || patient?.priorLines != null,
    },
    {
      name: "age",
      value:
        [medianAge && chipValue.median(rangeText(medianAge, strings)), ofPatient(patient?.age)]
          .filter(Boolean)
          .join(" · ") || chipValue.any,
      changed: said.has("age") || patient?.age != null,
    },
    {
      name: "product",
      value:
        onlyProduct === undefined
          ? chipValue.all
          : query.product.length === 1
            ? onlyProduct
            : chipValue.several(query.product.length),
      changed: said.has("product"),
    },
    { name: "more", value: chipValue.more(others), changed: others > 0 },
  ];
}
