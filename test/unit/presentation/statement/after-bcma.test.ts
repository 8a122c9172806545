/** The question after BCMA-directed therapy: what its few trials printed, and of whom. */
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { headlineOf, sentenceOf } from "#presentation/statement/headline.ts";
import { statementOf } from "#presentation/statement/statement.ts";
import { copiedSummary } from "#presentation/table/copied-summary.ts";
import { english } from "#presentation/words/catalogue.ts";
import { compareWithSources } from "#server/answers/make-comparison.ts";
import { asked } from "../../../support/queries.ts";
import { asText } from "../../../support/report-as-text.ts";
import { textOfAnswer } from "../../../support/reports.ts";

const question = "availability=any&target=any&prior-bcma=selected";
const answerTo = (text: string) => compareWithSources(asked(text, dataset), english);
const answer = answerTo(question);
const response = answer.outcomes[0];
describe("the answer after BCMA-directed therapy", () => {
  it("has a CAR-T number of one trial, a pool of bispecifics, and no difference", () => {
    const { "car-t": carT, bsab } = response?.pools ?? {};
    // cilta-cel after such therapy: 12 of 20 (data/cohorts/cartitude-2-cohort-c.json).
    expect(carT).toMatchObject({ k: 1, trials: 1, events: 12, n: 20, estimate: 0.6 });
    expect(bsab?.trials).toBeGreaterThanOrEqual(2);
    expect(bsab?.estimate).not.toBeNull();
    expect(response?.contrasts[0]).toMatchObject({ status: "one-trial", differencePer100: null });
  });

  it("is said with each number, and why they are not compared, wherever it stands", () => {
    const headline = headlineOf(answer, english);
    expect(sentenceOf(headline)).toMatch(
      /^In one trial 60 of 100 infused patients responded to cilta-cel, in a typical trial \d+ of 100 to a bispecific\.$/,
    );
    const { verdict, told, patients } = statementOf(answer, english.screen);
    expect(verdict.lead).toBe("Response is not compared: one CAR-T trial.");
    expect(told).toBe("orr");
    expect(patients).toMatch(/^Earlier therapy: cilta-cel: [^;]*, no CAR-T; /);
    const texts = [
      copiedSummary(answer, { permalink: "" }, english).text,
      copiedSummary(answer, { permalink: "", outcome: "orr" }, english).text,
      asText(textOfAnswer(answer)).replaceAll("\n", " "),
    ];
    expect(texts[0]).toContain(patients);
    for (const text of texts) {
      expect(text.toLowerCase()).toContain("not compared: one car-t trial");
      expect(text).toContain("12 of 20");
      expect(text).not.toMatch(/(more|fewer) of 100 responded/);
    }
  });

  it("names the kinds that each trial enrolled, and those that none selected, with what is counted", () => {
    const textOf = (code: string) => answer.notes.find((one) => one.code === code)?.text;
    const kinds = textOf("earlier-therapy");
    for (const { product } of answer.selection.included) expect(kinds).toContain(product);
    expect(kinds).toContain("antibody–drug conjugate 13 of 20, bispecific 7 of 20, no CAR-T");
    expect(kinds).toContain("talquetamab: kinds not stated");
    expect(textOf("earlier-therapy-elsewhere")).toContain(
      "No trial here is of patients after CAR-T alone; 12 such of 107 in FUMANBA-1 (equecabtagene), 9 responded (whether directed at BCMA is not stated).",
    );
  });

  it("alone has them: other questions, also with few trials, name no kinds", () => {
    for (const text of ["", "lines=2", "product=zevor-cel&emd=-20"]) {
      const { notes } = answerTo(text);
      expect(notes.map(({ code }) => code)).not.toContain("earlier-therapy-elsewhere");
      expect(notes.map((one) => one.text).join(" ")).not.toContain("Earlier therapy: ");
    }
  });
});
