/** A compared row as it is drawn. */
import { render } from "preact-render-to-string";
import { expect, it } from "vitest";
import type { Comparison } from "#core/comparison/answer.ts";
import { dataset } from "#core/dataset.ts";
import { statementOf } from "#presentation/statement/statement.ts";
import { english } from "#presentation/words/catalogue.ts";
import { compareWithSources } from "#server/answers/make-comparison.ts";
import { Row } from "#widget/views/classes/row.tsx";
import { asked } from "../../../../support/queries.ts";

const answer = compareWithSources(asked("", dataset), english);
const isKept = answer.outcomes
  .filter(({ contrasts }) => contrasts[0]?.status === "ok")
  .map(({ contrasts }) => contrasts[0]?.strength === "same-in-every-check");

/** Which of the compared rows have their difference in bold, if these are the median ages. */
function boldOf(medianAges: Comparison["selection"]["medianAges"]): boolean[] {
  const selection = { ...answer.selection, medianAges };
  const { rows, names } = statementOf({ ...answer, selection }, english.screen);
  return rows
    .filter(({ difference }) => difference)
    .map((row) => {
      const props = { row, names, strings: english.screen, column: "", reach: 50, open: false };
      return render(<Row {...props} />).includes(`<strong>${row.difference?.amount}</strong>`);
    });
}

it("has its difference in bold only if it is the same in every check", () => {
  expect(new Set(isKept)).toEqual(new Set([true, false]));
  const overlapping = { lowest: 55, highest: 70 };
  expect(boldOf({ "car-t": overlapping, bsab: overlapping })).toEqual(isKept);
});

it("has it in bold nowhere if every median age of one class is below those of the other", () => {
  const none = isKept.map(() => false);
  const [younger, older] = [
    { lowest: 53.5, highest: 61 },
    { lowest: 64, highest: 70 },
  ] as const;
  expect(boldOf({ "car-t": younger, bsab: older })).toEqual(none);
  expect(boldOf({ "car-t": older, bsab: younger })).toEqual(none);
  // As they are today.
  expect(boldOf(answer.selection.medianAges)).toEqual(none);
});
