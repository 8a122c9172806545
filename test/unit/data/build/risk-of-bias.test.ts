import { expect, it } from "vitest";
import { gatherRiskOfBiasOfCohort } from "#data/build/provenance.ts";
import { evidence, noStatements, rating, textOf } from "../files.ts";

const { cohorts, published } = evidence();

it("a rating of all studies of a set reaches every cohort of the set, and no other", () => {
  const [vandenboom] = published.filter(({ id }) => id === "vandenboom-2025");
  const rows = vandenboom?.set?.rows?.map(({ cohort }) => cohort) ?? [];
  const reached = cohorts
    .filter((cohort) =>
      gatherRiskOfBiasOfCohort(cohort, published, textOf).ratings.some(
        (rating) => rating.ofAllStudies,
      ),
    )
    .map(({ id }) => id);
  expect(rows).not.toEqual([]);
  expect(new Set(reached)).toEqual(new Set(rows));
});

it("puts a rating of the study alone first", () => {
  const riskOfBias = { ratings: [rating], stated: noStatements };
  const { ratings, stated } = gatherRiskOfBiasOfCohort(
    { id: "karmma", riskOfBias },
    published,
    textOf,
  );
  expect(ratings.map(({ tool, ofAllStudies }) => [tool, ofAllStudies])).toEqual([
    ["RoB 2", false],
    ["MINORS", true],
  ]);
  expect(stated).toEqual(noStatements);
});
