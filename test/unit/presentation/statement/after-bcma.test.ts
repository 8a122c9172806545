/** The question after BCMA-directed therapy: what its few trials printed, and of whom. */
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { notesOfAnswer } from "#presentation/statement/notes.ts";
import { statementOf } from "#presentation/statement/statement.ts";
import { copiedSummary } from "#presentation/table/copied-summary.ts";
import { english } from "#presentation/words/catalogue.ts";
import { asked } from "../../../support/queries.ts";
import { asText } from "../../../support/report-as-text.ts";
import { answerTo, textOfAnswer } from "../../../support/reports.ts";
import { copiedOf } from "../table/copied.ts";

const answerFor = (question: string) => answerTo(asked(question, dataset));

describe("the answer after BCMA-directed therapy", () => {
  const answer = answerFor("availability=any&target=any&prior-bcma=selected");
  const view = statementOf(answer, english);

  it("has a CAR-T number of one trial, a pool of bispecifics, and no difference", () => {
    const [response] = answer.outcomes;
    const { "car-t": carT, bsab } = response?.pools ?? {};
    // cilta-cel after such therapy: 12 of 20 (data/cohorts/cartitude-2-cohort-c.json).
    expect(carT).toMatchObject({ k: 1, trials: 1, events: 12, n: 20, estimate: 0.6 });
    expect(bsab?.trials).toBeGreaterThanOrEqual(2);
    expect(bsab?.estimate).not.toBeNull();
    expect(response?.contrasts[0]).toMatchObject({ status: "one-trial", differencePer100: null });
  });

  it("says the count and why it is not compared, and no difference, wherever it stands", () => {
    const copied = copiedOf(answer);
    for (const text of [
      copiedSummary(copied, { permalink: "" }, english).text,
      copiedSummary(copied, { permalink: "", outcome: "orr" }, english).text,
      asText(textOfAnswer(answer)).replaceAll("\n", " "),
    ]) {
      expect(text.toLowerCase()).toContain("not compared: one car-t trial");
      expect(text).toContain("12 of 20");
      expect(text).not.toMatch(/(more|fewer) of 100 responded/);
    }
  });

  it("names beside the verdict the earlier therapy in the trials of each product", () => {
    for (const { product } of answer.selection.included) expect(view.patients).toContain(product);
  });

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

  it("alone names kinds: other questions, also with few trials, do not", () => {
    for (const text of ["", "lines=2", "product=zevor-cel&emd=-20"]) {
      const notes = notesOfAnswer(answerFor(text), english);
      expect(notes.map(({ code }) => code)).not.toContain("earlier-therapy-elsewhere");
      expect(notes.map((one) => one.text).join(" ")).not.toContain("Earlier therapy: ");
    }
  });
});
