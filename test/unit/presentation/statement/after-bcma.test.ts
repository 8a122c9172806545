/** The question after BCMA-directed therapy: its few trials stand for themselves. */
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
const isFew = (text: string) =>
  /too few (patients or trials|studies)/i.test(text) || text.includes("no number for a class");

describe("the answer after BCMA-directed therapy", () => {
  it("has a class with fewer than three trials, and says so in every row with a number", () => {
    expect(response?.pools["car-t"].k).toBeLessThan(3);
    for (const { pools, cautions } of answer.outcomes) {
      const all = Object.values(pools);
      const any = all.some(({ k, share }) => k > 0 && share !== null);
      expect(cautions.some(({ code }) => code === "too-few-after-bcma")).toBe(any);
      if (any) expect(all.map(({ estimate }) => estimate)).toEqual([null, null]);
    }
  });

  it("has no number of a class in headline, copied text and report, but those of each trial", () => {
    const headline = headlineOf(answer, english);
    expect(headline).toMatchObject({ harm: null });
    expect(isFew(sentenceOf(headline))).toBe(true);
    const { verdict, told, patients } = statementOf(answer, english.screen);
    expect(verdict.lead).toBe("Response cannot be compared here: too few studies.");
    expect(patients).toMatch(/^Earlier therapy: cilta-cel: [^;]*, no CAR-T; /);
    expect(copiedSummary(answer, { permalink: "" }, english).text).toContain(patients);
    expect(told).toBeNull();
    const texts = [
      copiedSummary(answer, { permalink: "" }, english).text,
      copiedSummary(answer, { permalink: "", outcome: "orr" }, english).text,
      asText(textOfAnswer(answer)).replaceAll("\n", " "),
    ];
    for (const text of texts) {
      expect(isFew(text)).toBe(true);
      for (const { product, counted } of response?.pools.bsab.products ?? []) {
        expect(text).toContain(`${product} ${counted?.events} of ${counted?.n}`);
      }
      expect(text).not.toMatch(
        /(more|fewer) of 100|In a typical (trial|cohort)|of 100 (infused )?patients/,
      );
    }
  });

  it("names the kinds that each trial enrolled, and those that none selected, with what is counted", () => {
    const textOf = (code: string) => answer.cautions.find((one) => one.code === code)?.text;
    const kinds = textOf("kinds-enrolled");
    for (const { product } of answer.selection.included) expect(kinds).toContain(product);
    expect(kinds).toContain("antibody–drug conjugate 13 of 20, bispecific 7 of 20, no CAR-T");
    expect(kinds).toContain("talquetamab: kinds not stated");
    expect(textOf("kinds-not-selected")).toContain(
      "No trial here is of patients after CAR-T alone; 12 such of 107 in FUMANBA-1 (equecabtagene), 9 responded (whether directed at BCMA is not stated).",
    );
  });

  it("alone is so: other questions with few trials, and none of these remarks", () => {
    for (const text of ["", "setting=early", "product=zevor-cel&emd=-20"]) {
      const { outcomes, cautions } = answerTo(text);
      const codes = [...cautions, ...outcomes.flatMap((row) => row.cautions)].map(
        (one) => one.code,
      );
      expect(codes.filter((code) => /^kinds|after-bcma/.test(code))).toEqual([]);
    }
  });
});
