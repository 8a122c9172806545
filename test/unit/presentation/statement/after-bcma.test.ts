/** The question after BCMA-directed therapy: what its few trials printed, and of whom. */
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { statementOf } from "#presentation/statement/statement.ts";
import { english } from "#presentation/words/catalogue.ts";
import { asked } from "../../../support/queries.ts";
import { answerTo } from "../../../support/reports.ts";

const answerFor = (question: string) => answerTo(asked(question, dataset));

describe("the answer after BCMA-directed therapy", () => {
  // data/cohorts/magnetismm-3-cohort-b.json, monumental-1-prior-tcr.json and cartitude-2-cohort-c.json.
  it.each([
    [
      "car-t",
      "33 of 100 responded after elranatamab, 67 after talquetamab; only 20 of 63 and 26 of 32 patients had CAR-T before; ",
    ],
    ["bispecific", "60 of 100 responded after cilta-cel; only 7 of 20 patients had a bispecific "],
  ])("after %s says in the verdict how many of its patients had it", (kind, lead) => {
    expect(statementOf(answerFor(`prior-bcma=${kind}`), english).verdict.lead).toContain(lead);
  });

  it.each(["adc,car-t", "selected", "gprc5d"])(
    "counts no kind in the verdict where several, any or none is counted: %s",
    (kinds) => {
      const { lead } = statementOf(answerFor(`prior-bcma=${kinds}&target=any`), english).verdict;
      expect(lead).not.toContain("only");
    },
  );
});
