/** The ranges of onset in the frozen collection, with the source of each number. */
import { expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { listOnsetRanges, selectTimingLines } from "#core/evidence/timing-lines.ts";
import { timings } from "#data/generated/timing.ts";

it("how soon CRS began, by product", () => {
  const ranges = listOnsetRanges(selectTimingLines(dataset, timings, { row: "crs" }));
  expect(
    ranges.map(({ product, from, medianDays: [lowest, highest] }) => [
      product,
      from,
      lowest,
      highest,
    ]),
  ).toEqual([
    // US label of Elrexfio, 5.1.
    ["elranatamab", "the most recent dose", 2, 2],
    // Moreau, N Engl J Med 2022, results, safety.
    ["teclistamab", "the most recent dose", 2, 2],
    // US label of Talvey, 5.1: 27 hours.
    ["talquetamab", "the most recent dose", 27 / 24, 27 / 24],
    // Janssen Science, CARTITUDE-1; Roex, J Hematol Oncol 2020, table 2, LEGEND-2 in Xi'an.
    ["cilta-cel", null, 7, 9],
    // Review table of BCMA CAR-T trials, KarMMa.
    ["ide-cel", null, 1, 1],
    // Bumma, J Clin Oncol 2024, results, safety: 11 hours.
    ["linvoseltamab", "end of infusion", 11 / 24, 11 / 24],
  ]);
});
