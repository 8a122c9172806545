/** Tests what holds for the headline of questions that tried the rules, and of any other. */
import fc from "fast-check";
import { expect, it } from "vitest";
import type { Answer } from "#core/answer/answer.ts";
import { dataset } from "#core/dataset.ts";
import { parseQueryTextOrThrow } from "#core/question/parse-query.ts";
import { isRowCompared } from "#presentation/row/figures.ts";
import { makeVerdict } from "#presentation/views/verdict.ts";
import { anyQuery } from "../../../support/queries.ts";
import { eighthOf } from "../../../support/sample.ts";
import { screenAnswer } from "../../../support/screen-answer.ts";
import { triedQuestions } from "../../../support/tried-questions.ts";

const tried = triedQuestions().map(({ question }) => question);
const random = fc.sample(anyQuery(dataset), { numRuns: 400, seed: 6 });

const mostWords = 20;

const modelNames = { glmm: "maximum likelihood", reml: "REML", dl: "DerSimonian–Laird" } as const;

/** Expects each clause of a headline to be true of its rows. */
function expectTrue(answer: Answer): void {
  const { lead } = makeVerdict(answer);
  const { outcomes, query } = answer;
  expect(lead.split(/\s+/).length, lead).toBeLessThanOrEqual(mostWords);
  expect(lead, "a sentence").toMatch(/^[A-Z\d].*[.)]$/);
  // A number of a headline counts lines or trials, or is part of the name of a drug; none is a rate.
  const withoutCounts = lead.replace(/\b\d+ (?:lines?|trials?|study|studies)\b/g, "");
  // The month is part of the name of an outcome.
  const withoutMonths = withoutCounts.replace(/ at \d+ months/g, "");
  expect(withoutMonths, lead).not.toMatch(/(?<![\w-])[<>]?\d+(?![\w-])|%/);
  if (outcomes.some(isRowCompared)) expect(lead).not.toContain("Nothing compared");

  const rowsNamed = (part: string) =>
    outcomes.filter(({ label }) => part.toLowerCase().includes(label.toLowerCase()));
  const isRandomised = lead.startsWith("Randomised:");
  for (const sentence of lead.split(/(?<=\.) /)) {
    const codesOf = (part: string) => rowsNamed(part).map(({ status }) => status?.code);
    const [certain = "", uncertain] = sentence.includes("very uncertain")
      ? [sentence.split("; ").slice(0, -1).join("; "), sentence.split("; ").at(-1)]
      : [sentence];
    if (/(?:more|less) often with/.test(certain) && !isRandomised) {
      expect(new Set(codesOf(certain)), lead).toEqual(new Set(["consistent"]));
    }
    if (uncertain !== undefined || sentence.startsWith("Very uncertain")) {
      for (const code of codesOf(uncertain ?? sentence)) {
        expect(["depends", "unclear"], lead).toContain(code);
      }
    }
    if (sentence.startsWith("Not compared:")) {
      for (const code of codesOf(sentence)) {
        expect(["not-compared", "by-drug", "one-class", "not-for"], lead).toContain(code);
      }
    }
  }
  const isOfModel = outcomes.some(isRowCompared) && !isRandomised;
  if (query.model !== "bayes" && isOfModel) expect(lead).toContain(modelNames[query.model]);
  if (query.model === "bayes") expect(lead).not.toMatch(/\(By /);
}

it("74 questions tried the rules", () => {
  expect(tried).toHaveLength(74);
});

it.each(eighthOf(tried))("the headline is short and true of its rows: %s", (question) => {
  expectTrue(screenAnswer(parseQueryTextOrThrow(question, dataset), dataset));
});

it("so it is of questions drawn at random", () => {
  for (const query of eighthOf(random)) expectTrue(screenAnswer(query, dataset));
});
