import { expect, it } from "vitest";
import { models } from "#core/comparison/models.ts";
import { english } from "#presentation/words/catalogue.ts";
import { ranked } from "../../../../../.dev/evidence/wanted/ranking.ts";
import { tryFigures } from "../../../../../.dev/evidence/wanted/try-figures.ts";
import { wantedLines } from "../../../../../.dev/evidence/wanted/wanted-lines.ts";
import { bispecific, cohort, crs, datasetOf, figure, widest } from "../../../../support/cohorts.ts";

it("says what stands, what to open, where it goes, and what the screen says then", () => {
  const held = figure("crs-3", 30, 200, { hold: "inferred" });
  const dataset = datasetOf(
    [
      cohort("small", { figures: [figure("crs-3", 5, 100)] }),
      cohort("large", { n: 200, product: "gamma-cel", figures: [held] }),
      bispecific("other", { figures: [figure("crs-3", 2, 100)] }),
    ],
    { outcomes: [crs] },
  );
  const [first] = ranked(tryFigures(widest, dataset, models, () => null));
  if (!first) throw new Error("nothing is wanted");
  const open = [
    { name: "A paper", address: "https://doi.org/10.1000/x", free: true, look: "table 2" },
  ];
  const file = { id: "large", figures: [], landmarks: [] };
  const lines = wantedLines(1, first, { question: "Made up", file, open }, english);
  expect(lines.slice(0, 5)).toEqual([
    "1. large, crs-3 (Made up): the row is compared, gamma-cel is in the row, 6.7 points, 200 patients more",
    "   has   30 of 200: inferred, not printed",
    "   open  A paper, free https://doi.org/10.1000/x (table 2)",
    "   fill  data/cohorts/large.json figures[]: outcome crs-3, events, n, population, cut, source, locator",
    "   now   CAR-T: alpha-cel 5 of 100; not compared",
  ]);
  expect(lines[5]).toMatch(
    /^ {3}then {2}CAR-T \d+ of 100 .* more of 100 with CAR-T .*stands in the file\)$/,
  );
  expect(lines).toHaveLength(6);
});
