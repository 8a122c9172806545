/** The question above its answer, in two lines and as a sentence of words to press. */

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import {
  type QuestionView,
  questionInBrief,
  questionView,
} from "#presentation/views/question-view.ts";
import { askedInWords } from "#presentation/views/scope.ts";
import { parameterTexts } from "#presentation/words/parameter-texts.ts";
import { capitalised } from "#presentation/words/sentences.ts";
import { anyQuery, asked } from "../../../support/queries.ts";
import { runs } from "../../../support/sample.ts";
import { screenAnswer } from "../../../support/screen-answer.ts";

const answerTo = (question: string) => screenAnswer(asked(question, dataset), dataset);
const viewOf = (question: string) => questionView(answerTo(question), "9 trials", "");
const sentenceOf = ({ words }: QuestionView) =>
  words.map(({ before, text }) => `${before} ${text}`.trim()).join(" ");

describe("the question of a patient's numbers", () => {
  it.each([
    ["", "", ""],
    ["lines=1&availability=eu", "", ""],
    // A drug that is asked for by name, what is combined and what else was chosen is never lost.
    ["product=talquetamab", "", "of bispecifics only talquetamab"],
    ["target=gprc5d", "", "GPRC5D"],
    ["regimen=combination", "", "bispecifics in combination"],
    ["prior-bcma=car-t&age=65-", "after CAR-T", "median age ≥ 65"],
    ["prior-bcma=selected&target=any", "after BCMA therapy", ""],
    ["set=roex-2020", "", ""],
  ])("%j is “%s” and “%s”, beside where and how late", (question, after, filters) => {
    const brief = questionInBrief(answerTo(question));
    expect(brief).toMatchObject({ after, filters });
    expect(capitalised(brief.asked)).toBe(viewOf(question).title);
  });
});

describe("the question on a phone", () => {
  it.each([
    ["", "3+ prior lines, US or EU", "BCMA alone"],
    ["lines=1&availability=eu", "1 prior line, EU", "BCMA, also combined"],
    ["lines=2&regimen=combination", "2 prior lines, US or EU", "BCMA, bispecifics in combination"],
    ["target=any&availability=cn", "3+ prior lines, China", "Any target, given alone"],
    ["target=any&regimen=any", "3+ prior lines, US or EU", "Any target, also combined"],
    ["age=65-&lines=any", "Any prior lines, US or EU", "BCMA alone · median age ≥ 65"],
    ["therapy-class=bsab", "3+ prior lines, US or EU", "BCMA alone · only bispecific antibodies"],
    ["set=roex-2020", "As Roex 2020: its studies, rules and model", ""],
  ])("%j is “%s” and “%s”", (question, title, detail) => {
    expect(viewOf(question)).toMatchObject({ title, detail });
  });

  it("has the labels that ask for more lines at its end", () => {
    const view = questionView(answerTo(""), "9 trials", "US bispecific 4+ lines");
    expect(view.detail).toBe("BCMA alone · US bispecific 4+ lines");
  });
});

describe("the question on a wide screen", () => {
  it.each([
    [
      "",
      "After 3+ prior lines · labelled in US or EU · all BCMA drugs given alone · any age · in 9 trials",
    ],
    [
      "product=cilta-cel&age=65-",
      "After 3+ prior lines · labelled in US or EU · all BCMA drugs, of CAR-T only cilta-cel given alone · median age ≥ 65 · in 9 trials",
    ],
    [
      "product=cilta-cel,teclistamab",
      "After 3+ prior lines · labelled in US or EU · cilta-cel or teclistamab given alone · any age · in 9 trials",
    ],
    [
      "availability=any&target=any&prior-bcma=selected&evidence=real-world&regimen=any",
      "After 3+ prior lines · any label or none · all drugs given alone or combined · any age · after BCMA therapy · real-world studies: in 9 trials",
    ],
    ["set=roex-2020", "As Roex 2020: its studies, rules and model"],
    ["set=roex-2020&age=60-", "As Roex 2020, modified · after any prior lines"],
  ])("%j is a sentence", (question, sentence) => {
    expect(sentenceOf(viewOf(question))).toMatch(
      new RegExp(`^${sentence.replace(/[.*+?^$()|[\]]/g, "\\$&")}`),
    );
  });

  it("says every filter of any question that the phone says, each word opening another filter", () => {
    fc.assert(
      fc.property(anyQuery(dataset), (query) => {
        const answer = screenAnswer(query, dataset);
        const view = questionView(answer, "9 trials", "");
        const sentence = sentenceOf(view);
        const [, , ...others] = askedInWords(answer).filters;
        const isNamed = answer.set !== null && !answer.set.modified;
        const evidence = parameterTexts.evidence.brief(query.evidence) ?? "";
        for (const text of isNamed ? [] : others) {
          if (text !== evidence) expect(sentence).toContain(text);
        }
        if (!isNamed && query.evidence !== "trial") expect(sentence).toContain(evidence);
        const filters = view.words.map(({ filter }) => filter);
        expect(new Set(filters).size).toBe(filters.length);
      }),
      { numRuns: runs(40) },
    );
  });
});
