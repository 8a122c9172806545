/** A class whose cohorts do not stand for it has no number, in no text: its products are named. */
import { describe, expect, it } from "vitest";
import { precomputedQuestions } from "#core/choices/precomputed-questions.ts";
import type { Comparison, OutcomeComparison } from "#core/comparison/answer.ts";
import { dataset } from "#core/dataset.ts";
import { groups } from "#core/evidence/classes.ts";
import { asked } from "#core/question/read-question.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import { figureOf } from "#presentation/forest/figure.ts";
import { textOf } from "#presentation/report/document.ts";
import { headlineOf } from "#presentation/statement/headline.ts";
import { statementOf } from "#presentation/statement/statement.ts";
import { comparisonTable } from "#presentation/table/comparison-table.ts";
import { copiedSummary } from "#presentation/table/copied-summary.ts";
import { english } from "#presentation/words/catalogue.ts";
import { productName } from "#presentation/words/product-name.ts";
import { compareInWords } from "../../support/in-words.ts";
import { linesIn, partsOf, textOfAnswer } from "../../support/reports.ts";
import { sampled } from "../../support/sample.ts";

const answers = sampled(precomputedQuestions(dataset), 24)
  .map((text) => withoutPublished(compareInWords(asked(text, dataset), dataset)))
  .filter(({ outcomes }) => outcomes.some((row) => apartIn(row).length > 0));

/** What others published of a class is said as theirs. */
function withoutPublished(answer: Comparison): Comparison {
  return { ...answer, outcomes: answer.outcomes.map((row) => ({ ...row, published: null })) };
}

function apartIn({ pools }: OutcomeComparison): TherapyClass[] {
  return groups.filter((group) => pools[group].status === "not-represented");
}

const classNames: Readonly<Record<TherapyClass, RegExp>> = {
  "car-t": /CAR-T/,
  bsab: /BsAb|bispecific/i,
};
/** "92 of 100", "17 of 48", "5 (2–13)", "<1 of 100"; in brackets stands the count of a cohort. */
const number = /(?<!\(\d*)[<>]?\d+(?: of \d+| \(\d+–\d+\))/;

/** The parts of a text that a reader takes together. */
function clausesOf(text: string): string[] {
  return text.split(/[.;\n] |, (?=CAR-T|bispecific|BsAb)/);
}

function expectNoClassNumber(text: string, row: OutcomeComparison) {
  for (const group of apartIn(row)) {
    const products = row.pools[group].products.map(({ product }) => productName(product));
    for (const clause of clausesOf(text)) {
      const isOfClass = classNames[group].test(clause) && number.test(clause);
      if (isOfClass && !products.some((product) => clause.includes(product))) {
        expect.fail(`${row.outcome}: ${clause}`);
      }
    }
  }
}

describe("a class that is not represented", () => {
  it("is found among the ready-made answers", () => {
    expect(answers.length).toBeGreaterThan(0);
  });

  it.each(["", "evidence=all", "prior-bcma=selected&target=any&availability=any"])(
    "has no number of any kind in “%s”, for any outcome",
    (text) => {
      const every = `outcome=efficacy,toxicity,survival${text && `&${text}`}`;
      const answer = compareInWords(asked(every, dataset), dataset);
      const isAfterBcma = answer.query.priorBcma === "selected";
      let found = 0;
      for (const { outcome, pools } of answer.outcomes) {
        // Decided here anew, not read from the status.
        const tooFew = isAfterBcma && groups.some((group) => pools[group].k < 3);
        for (const group of groups) {
          const { k, representative, estimate, observed, status } = pools[group];
          if (k === 0 || !(tooFew || representative === false)) continue;
          found += 1;
          const none = { status, estimate, observed };
          const expected = { estimate: null, observed: null };
          expect(none, outcome).toEqual({ status: "not-represented", ...expected });
        }
      }
      expect(found).toBeGreaterThan(0);
    },
  );

  it("has no caution that speaks of its number", () => {
    const ofNumber = ["few-cohorts", "single-cohort", "products-missing", "typical-vs-average"];
    for (const row of answers.flatMap(({ outcomes }) => outcomes)) {
      const said = row.cautions.filter(({ code }) => ofNumber.includes(code));
      for (const group of apartIn(row)) {
        for (const { text } of said) expect(text).not.toMatch(classNames[group]);
      }
    }
  });

  it("has no number in the row, and its products have theirs", () => {
    for (const answer of answers) {
      const view = statementOf(answer, english.screen);
      for (const row of answer.outcomes) {
        const shown = view.rows.find(({ outcome }) => outcome === row.outcome);
        for (const group of apartIn(row)) {
          const { products } = row.pools[group];
          const side = shown?.sides[group];
          expect(side).toMatchObject({ rate: null, range: null, at: null });
          expect(products.length).toBeGreaterThan(0);
          expect(side?.product).toContain(productName(products[0]?.product ?? "?"));
          // The six largest by name and number, the others by how many they are.
          for (const { product } of products.slice(1, 6)) {
            expect(side?.evidence).toContain(productName(product));
          }
          const others = products.length - 6;
          if (others > 0) expect(side?.evidence).toContain(` +${others}`);
          expect(shown?.difference).toBeNull();
        }
      }
    }
  });

  it("has no number in the headline, in what is copied, in the report, a picture or a table", () => {
    for (const answer of answers) {
      const told = answer.outcomes.filter((row) => apartIn(row).length > 0);
      const document = textOfAnswer(answer);
      const lines = comparisonTable(answer, "", english)
        .text.split("\r\n")
        .map((line) => line.split("\t"));
      for (const row of told) {
        const parts = partsOf(document, row.outcome);
        expect(parts.length).toBe(1);
        const landmark = row.pools["car-t"].events === null;
        const figure = figureOf(answer, row, landmark, english);
        const copied = copiedSummary(answer, { permalink: "", outcome: row.outcome }, english)
          .text.split("\r\n")
          .filter((line) => line.startsWith(row.label));
        expect(copied.length).toBeGreaterThan(0);
        const texts = [
          ...linesIn(parts).map(textOf),
          ...copied,
          ...lines.filter(([name]) => name?.startsWith(row.label)).map((cells) => cells.join("; ")),
          figure.description,
          ...figure.contrast,
        ];
        for (const text of texts) expectNoClassNumber(text, row);
        for (const { group, lines: drawn } of figure.parts) {
          if (apartIn(row).includes(group))
            expect(drawn.map(({ kind }) => kind)).not.toContain("pool");
        }
      }
      const response = told.find(({ outcome }) => outcome === "orr");
      if (response) {
        const headline = headlineOf(answer, english).efficacy.join("");
        expectNoClassNumber(headline, response);
        for (const group of apartIn(response)) {
          expect(headline).toContain(
            productName(response.pools[group].products[0]?.product ?? "?"),
          );
        }
      }
    }
  });
});
