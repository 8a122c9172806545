/** Made-up releases of the data, newest first. */
import { makeDataRecall } from "#data/recall.ts";
import type { DataRelease } from "#data/schema.ts";

export const releases: readonly DataRelease[] = [
  {
    date: "2026-12-24",
    version: "2026-12-20-0123abcd",
    what: ['Two cohorts & one figure < the other, "as printed".', "A figure was corrected."],
  },
  {
    date: "2026-12-24",
    version: "2026-12-20-89ef4567",
    what: ["Words only."],
    corrects: "One figure < the other, twice.",
  },
  { date: "2026-11-20", version: "2026-11-20-00000000", what: ["The first."] },
];

/** The second one corrects a wrong number. */
export const recall = makeDataRecall({
  releases: [...releases],
  minimumDataVersion: "2026-12-20-89ef4567",
});
