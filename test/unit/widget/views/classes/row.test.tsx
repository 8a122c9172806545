/** A row as it is drawn. */
import { render } from "preact-render-to-string";
import { describe, expect, it } from "vitest";
import type { Row as OfAnswer } from "#core/answer/answer.ts";
import { dataset } from "#core/dataset.ts";
import { statementOf } from "#presentation/statement/statement.ts";
import { english } from "#presentation/words/catalogue.ts";
import { Row } from "#widget/views/classes/row.tsx";
import { contrast, noContrast, row, study } from "../../../../support/answers.ts";
import { textOf } from "../../../../support/html.ts";
import { asked } from "../../../../support/queries.ts";
import { answerTo } from "../../../../support/reports.ts";
import { sides, viewed } from "../../../../support/viewed-rows.ts";

function drawn(one: OfAnswer): string {
  const names = english.screen.className;
  const props = { row: viewed(one), names, strings: english.screen };
  return render(<Row {...props} column="" reach={50} isLead={false} open={false} />);
}

describe("a compared row", () => {
  it("has its difference in bold only if it is firm", () => {
    const of = (firm: boolean) => drawn(row({ contrasts: [contrast({ firm })] }));
    expect(of(true)).toContain("<strong>0 more</strong>");
    expect(of(false)).not.toContain("<strong>0 more</strong>");
  });

  it("is bold today in no answer of ours", () => {
    for (const text of ["", "availability=us", "evidence=all", "outcome=toxicity"]) {
      const { rows } = statementOf(answerTo(asked(text, dataset)), english);
      expect(rows.filter(({ difference }) => difference?.firm)).toEqual([]);
    }
  });
});

describe("a row that is not compared", () => {
  it("has both numbers, what they rest on, and why", () => {
    const one = { k: 1, trials: 1, of: 5, studies: [study({ events: 19, n: 20 })] };
    const contrasts = [{ ...noContrast, status: "one-trial" } as const];
    const text = textOf(drawn(row({ ...sides(one, {}), contrasts })));
    expect(text).toContain("CAR-T: 50 of 100, 95 % interval 45–55");
    expect(text).toContain("Bispecific: 50 of 100, 95 % interval 45–55");
    expect(text).toContain("not compared: one CAR-T trial");
    expect(text).toContain("19 of 20 in 1 of 5 trials");
  });
});
