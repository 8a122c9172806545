/** The question as chips, each with its current value and the sheet that it opens. */
import type { Answer } from "#core/answer/answer.ts";
import type { ScreenWords, SheetName } from "../words/catalogue.ts";
import { rangeText } from "../words/range-text.ts";

export interface Chip {
  name: SheetName;
  value: string;
  /** Whether the user changed the value. */
  changed: boolean;
}

/**
 * Parameters with their own chip, and parameters that are not filters. All others belong to "More".
 */
const shownElsewhere = new Set([
  "outcome",
  "lines",
  "prior-lines",
  "age",
  "product",
  "availability",
]);

export function chipValues(
  { query, canonical }: Answer,
  { chipValue, chip, scope, range }: ScreenWords,
): Chip[] {
  const said = new Set(new URLSearchParams(canonical).keys());
  const others = [...said].filter((name) => !shownElsewhere.has(name));
  const { lines, availability, product, priorLines, age, evidence } = query;
  const only =
    others.length === 1 && said.has("evidence") ? chipValue.evidence[evidence] : undefined;
  const [onlyProduct] = product;
  return [
    {
      name: "availability",
      value: chipValue.availability(scope.where(availability)),
      changed: said.has("availability"),
    },
    {
      name: "prior-lines",
      value: [
        chipValue.lines[lines],
        priorLines && chipValue.medianLines(rangeText(priorLines, { range })),
      ]
        .filter(Boolean)
        .join(" · "),
      changed: said.has("prior-lines") || said.has("lines"),
    },
    {
      name: "age",
      value: age ? chipValue.ages(rangeText(age, { range })) : chip.age,
      changed: said.has("age"),
    },
    {
      name: "product",
      value:
        onlyProduct === undefined
          ? chip.product
          : product.length === 1
            ? onlyProduct
            : chipValue.several(product.length),
      changed: said.has("product"),
    },
    // What was said of a patient is known to the browser alone, which says it.
    { name: "patient", value: chip.patient, changed: false },
    { name: "more", value: chipValue.more(others.length, only), changed: others.length > 0 },
  ];
}
