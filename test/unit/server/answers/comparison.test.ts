import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { asked } from "#core/question/read-question.ts";
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

  it("never rests on a figure that nobody reviewed", () => {
    const { outcomes } = answerTo(widest);
    const tiers = outcomes
      .flatMap(({ pools }) => [...pools["car-t"].studies, ...pools.bsab.studies])
      .map(({ citation }) => citation?.tier);
    expect(tiers.filter((tier) => tier === undefined || tier > 3)).toEqual([]);
  });
});
