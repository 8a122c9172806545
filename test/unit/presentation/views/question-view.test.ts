/** The question above its answer, in two lines and as a sentence of words to press. */

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import {
  type QuestionView,
  questionInBrief,
  questionView,
} from "#presentation/views/question-view.ts";
import { questionInWords } from "#presentation/views/scope.ts";
import { parameterTexts } from "#presentation/words/parameter-texts.ts";
import { capitalised } from "#presentation/words/sentences.ts";
import { anyQuery, queryOf } from "../../../support/queries.ts";
import { runsOf } from "../../../support/sample.ts";
import { screenAnswer } from "../../../support/screen-answer.ts";

const answerTo = (question: string) => screenAnswer(queryOf(question, dataset), dataset);
const viewOf = (question: string) => questionView(answerTo(question), "9 trials", "");
const sentenceOf = ({ words }: QuestionView) =>
  words.map(({ before, text }) => `${before} ${text}`.trim()).join(" ");

it.each([
  ["lines=1&availability=eu", "", ""],
  // A drug that is asked for by name, what is combined and what else was chosen is never lost.
  ["product=talquetamab", "", "of bispecifics only talquetamab"],
  ["regimen=combination", "", "bispecifics in combination"],
  ["prior-bcma=car-t&age=65-", "after CAR-T", "median age ≥ 65"],
  ["prior-bcma=selected&target=any", "after BCMA therapy", ""],
  ["set=roex-2020", "", ""],
])("of a patient, %j has “%s” and “%s” beside where and how late", (question, after, filters) => {
  const brief = questionInBrief(answerTo(question));
  expect(brief).toMatchObject({ after, filters });
  expect(capitalised(brief.asked)).toBe(viewOf(question).title);
});

it.each([
  ["target=any&regimen=any", "Any target, also combined"],
  ["lines=2&regimen=combination", "BCMA, bispecifics in combination"],
  ["target=any&availability=cn", "Any target, given alone"],
])("on a phone %j is “%s”", (question, detail) => {
  expect(viewOf(question).detail).toBe(detail);
});

describe("the question on a wide screen", () => {
  it.each([
    [
      "product=cilta-cel,teclistamab",
      "After 3+ prior lines · labelled in US or EU · cilta-cel or teclistamab given alone · any age · in 9 trials",
    ],
    [
      "availability=any&target=any&prior-bcma=selected&evidence=real-world&regimen=any",
      "After 3+ prior lines · any label or none · all drugs given alone or combined · any age · after BCMA therapy · real-world studies: in 9 trials",
    ],
  ])("%j is a sentence", (question, sentence) => {
    expect(sentenceOf(viewOf(question))).toBe(sentence);
  });

  it("says every filter of any question that the phone says, each word opening another filter", () => {
    fc.assert(
      fc.property(anyQuery(dataset), (query) => {
        const answer = screenAnswer(query, dataset);
        const view = questionView(answer, "9 trials", "");
        const sentence = sentenceOf(view);
        const [, , ...others] = questionInWords(answer).filters;
        const isNamed = answer.set !== null && !answer.set.modified;
        const evidence = parameterTexts.evidence.brief(query.evidence) ?? "";
        for (const text of isNamed ? [] : others) {
          if (text !== evidence) expect(sentence).toContain(text);
        }
        if (!isNamed && query.evidence !== "trial") expect(sentence).toContain(evidence);
        const filters = view.words.map(({ filter }) => filter);
        expect(new Set(filters).size).toBe(filters.length);
      }),
      { numRuns: runsOf(40) },
    );
  });
});
