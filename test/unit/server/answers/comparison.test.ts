/** The answer to a question, with everything that stands beside its pools. */
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { asked } from "#core/question/read-question.ts";
import { citationTexts } from "#data/build/citation-text.ts";
import { readDataFiles } from "#data/build/read-files.ts";
import { check } from "#data/build/validate.ts";
import type { ApiComparison } from "#server/answers/api-answer.ts";
import { apiAnswer } from "../../../support/api-answer.ts";

const textOf = (question: string) => JSON.stringify(apiAnswer(asked(question, dataset)));
const answerTo = (question: string): ApiComparison => JSON.parse(textOf(question));

describe("the answer to outcome=orr", () => {
  it("has numbers of six significant digits at most", () => {
    const digits: number[] = [];
    JSON.parse(textOf("outcome=orr"), (_, value) => {
      if (typeof value === "number")
        digits.push(String(value).replace(/^-?0?\.?0*|[.-]/g, "").length);
      return value;
    });
    expect(digits.length).toBeGreaterThan(50);
    expect(Math.max(...digits)).toBeLessThanOrEqual(6);
  });
});

describe("an answer", () => {
  const widest = "availability=any&lines=any&evidence=all&target=any&prior-bcma=any&regimen=any";

  it.each(["efficacy", "toxicity", "survival"])("cites a source for every %s figure", (group) => {
    const { outcomes } = answerTo(`${widest}&outcome=${group}`);
    const studies = outcomes.flatMap(({ pools }) => [
      ...pools["car-t"].studies,
      ...pools.bsab.studies,
    ]);
    expect(studies.length).toBeGreaterThan(20);
    const uncited = studies.filter(({ citation }) => !citation || citation.text.trim() === "");
    expect(uncited.map(({ cohort }) => cohort)).toEqual([]);
  });

  it("cites the locator of the very figure it pools", () => {
    const { evidence } = check(readDataFiles(join(import.meta.dirname, "../../../../data")));
    const cited = citationTexts(evidence.references);
    const { outcomes } = answerTo(`${widest}&outcome=efficacy,survival,toxicity`);
    const wrong = outcomes.flatMap(({ outcome, pools }) =>
      [...pools["car-t"].studies, ...pools.bsab.studies].filter((study) => {
        const cohort = evidence.cohorts.find(({ id }) => id === study.cohort);
        const figure =
          cohort?.figures.find((one) => one.outcome === outcome && one.cut === study.cut) ??
          cohort?.landmarks.find(
            (one) => `${one.family}-${one.month}` === outcome && one.cut === study.cut,
          );
        const source = cohort?.sources[figure?.source ?? -1];
        return (
          figure?.locator !== study.citation?.locator ||
          (source && cited(source)) !== study.citation?.text
        );
      }),
    );
    expect(wrong.map(({ cohort, cut }) => [cohort, cut])).toEqual([]);
  });

  it("never rests on a figure that nobody reviewed", () => {
    const { outcomes } = answerTo(widest);
    const tiers = outcomes
      .flatMap(({ pools }) => [...pools["car-t"].studies, ...pools.bsab.studies])
      .map(({ citation }) => citation?.tier);
    expect(tiers.filter((tier) => tier === undefined || tier > 3)).toEqual([]);
  });
});
