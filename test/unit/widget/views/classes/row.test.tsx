/** A compared row as it is drawn. */
import { render } from "preact-render-to-string";
import { expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { statementOf } from "#presentation/statement/statement.ts";
import { english } from "#presentation/words/catalogue.ts";
import { compareWithSources } from "#server/answers/make-comparison.ts";
import { Row } from "#widget/views/classes/row.tsx";
import { asked } from "../../../../support/queries.ts";

it("has its difference in bold only if it is the same in every check", () => {
  const answer = compareWithSources(asked("", dataset), english);
  const { rows, names } = statementOf(answer, english.screen);
  const compared = rows.filter(({ difference }) => difference);
  const bold = compared.map((row) => {
    const props = { row, names, strings: english.screen, column: "", reach: 50, open: false };
    return render(<Row {...props} />).includes(`<strong>${row.difference?.amount}</strong>`);
  });
  const kept = compared.map(
    ({ outcome }) =>
      answer.outcomes.find((one) => one.outcome === outcome)?.contrasts[0]?.strength ===
      "same-in-every-check",
  );
  expect(new Set(kept)).toEqual(new Set([true, false]));
  expect(bold).toEqual(kept);
});
