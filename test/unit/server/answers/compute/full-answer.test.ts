/** The answer that everything about a question is rendered from, and what its file has. */
import { describe, expect, it } from "vitest";
import { summariseLeaveOneOutDifferences } from "#core/answer/influential-trials.ts";
import { cachedModels } from "#core/cache/cached-models.ts";
import { dataset } from "#core/dataset.ts";
import { parseQueryTextOrThrow } from "#core/question/parse-query.ts";
import {
  addPartsStoredInAnswerFile,
  answerInFull,
  readOrComputeLeaveOneOutRange,
} from "#server/answers/compute/full-answer.ts";
import {
  renderComparisonCsvForQuestion,
  renderComparisonJson,
  renderForestPicture,
  renderOpenedRowJson,
  renderPatientsJson,
  renderRScriptForQuestion,
  renderScreenJson,
} from "#server/answers/render/answers.ts";

const answerTo = (question: string) =>
  addPartsStoredInAnswerFile(answerInFull(parseQueryTextOrThrow(question, dataset), question));

function frozen<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.values(Object.freeze(value)).forEach(frozen);
  }
  return value;
}

describe("the answer of a file", () => {
  it("has the range of each counted difference without any one trial, as computing it gives it", () => {
    const answer = answerTo("");
    const { comparison, leaveOneOut: ranges } = answer;
    const kindOf = (id: string) => dataset.outcomes.find((outcome) => outcome.id === id)?.kind;
    const compared = comparison.outcomes.filter(
      ({ outcome, contrasts: [contrast] }) =>
        contrast?.status === "ok" && kindOf(outcome) === "count",
    );
    expect(compared.length).toBeGreaterThan(1);
    expect(Object.keys(ranges).sort()).toEqual(compared.map(({ outcome }) => outcome).sort());
    for (const outcome of dataset.outcomes) {
      const range = ranges[outcome.id];
      expect(readOrComputeLeaveOneOutRange(answer, outcome)).toEqual(range ?? null);
      if (!range) continue;
      expect(
        summariseLeaveOneOutDifferences(comparison.query, outcome, dataset, cachedModels),
      ).toEqual(range);
    }
  });

  it("that was computed has none, and makes that of a row when it is asked for", () => {
    const [bare, whole] = [answerInFull(parseQueryTextOrThrow("", dataset), ""), answerTo("")];
    expect(bare.leaveOneOut).toEqual({});
    const orr = dataset.outcomes.find(({ id }) => id === "orr");
    if (!orr) throw new Error("no response");
    expect(readOrComputeLeaveOneOutRange(bare, orr)).toEqual(whole.leaveOneOut.orr);
  });

  it("about products has none", () => {
    const answer = answerTo("compare=product");
    expect(answer.leaveOneOut).toEqual({});
    for (const outcome of dataset.outcomes)
      expect(readOrComputeLeaveOneOutRange(answer, outcome)).toBeNull();
  });
});

it("no renderer changes an answer, which others are rendered from", async () => {
  const answer = frozen(answerTo(""));
  const products = frozen(answerTo("compare=product"));
  const [query, ofProducts] = [answer.comparison.query, products.comparison.query];
  const ask = async ({ compare }: typeof query) => (compare === "product" ? products : answer);
  const texts = [
    ...[
      renderComparisonJson,
      renderComparisonCsvForQuestion,
      renderRScriptForQuestion,
      renderScreenJson,
      renderPatientsJson,
    ].map((render) => render(query, "", ask)),
    ...[
      renderComparisonJson,
      renderComparisonCsvForQuestion,
      renderRScriptForQuestion,
      renderScreenJson,
    ].map((render) => render(ofProducts, "compare=product", ask)),
    ...dataset.outcomes
      .filter(({ id }) => answer.comparison.outcomes.some(({ outcome }) => outcome === id))
      .flatMap((outcome) => [
        renderOpenedRowJson(query, outcome, "", ask),
        renderForestPicture(query, outcome, "light", "", ask),
      ]),
  ];
  expect(texts.length).toBeGreaterThan(20);
  for (const text of await Promise.all(texts)) expect(text.length).toBeGreaterThan(500);
});
