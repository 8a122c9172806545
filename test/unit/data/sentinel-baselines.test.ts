/** The patients of one cohort, copied a second time from the source. */
import { expect, it } from "vitest";
import { cohortNamed } from "./files.ts";

it("the patients of KarMMa are those of its source", () => {
  expect(cohortNamed("karmma").baseline).toMatchObject({
    n: 128,
    medianAge: 61,
    ageRange: [33, 78],
    medianPriorLines: 6,
    priorLinesRange: [3, 16],
    issIIIPercent: null,
    rissIIIPercent: 16,
    highRiskCytogeneticsPercent: 35,
    extramedullaryPercent: 39,
    tripleClassRefractoryPercent: 84,
  });
});
