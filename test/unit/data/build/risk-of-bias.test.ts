import { expect, it } from "vitest";
import { gatherRiskOfBias } from "#data/build/provenance.ts";
import { cohortNamed, evidence, noStatements, rating, textOf } from "../files.ts";

const { cohorts, published } = evidence();

it("a rating of all studies of a set reaches every cohort of the set, and no other", () => {
  const [vandenboom] = published.filter(({ id }) => id === "vandenboom-2025");
  const rows = vandenboom?.set?.rows?.map(({ cohort }) => cohort) ?? [];
  const reached = cohorts
    .filter((cohort) =>
      gatherRiskOfBias(cohort, published, textOf).ratings.some((rating) => rating.ofAllStudies),
    )
    .map(({ id }) => id);
  expect(rows).not.toEqual([]);
  expect(new Set(reached)).toEqual(new Set(rows));
});

it("says whose rating it is and where it stands", () => {
  const { ratings } = gatherRiskOfBias(cohortNamed("karmma"), published, textOf);
  expect(ratings).toEqual([
    {
      tool: "MINORS",
      version: null,
      result: "moderate to good quality",
      domains: null,
      locator: expect.stringMatching(/^Results text; .*Table S1, which was not seen$/),
      citation: expect.stringMatching(/^Vandenboom/),
      doi: "10.3324/haematol.2025.288174",
      pmid: null,
      seenAt: "https://doi.org/10.3324/haematol.2025.288174",
      tier: 1,
      ofAllStudies: true,
    },
  ]);
});

it("puts a rating of the study alone first", () => {
  const riskOfBias = { ratings: [rating], stated: noStatements };
  const { ratings, stated } = gatherRiskOfBias({ id: "karmma", riskOfBias }, published, textOf);
  expect(ratings.map(({ tool, ofAllStudies }) => [tool, ofAllStudies])).toEqual([
    ["RoB 2", false],
    ["MINORS", true],
  ]);
  expect(stated).toEqual(noStatements);
});
