/** Made-up releases of the data, newest first: rows that changed, that came and that are gone. */
import { dataset } from "#core/dataset.ts";
import { recallOf } from "#data/recall.ts";
import type { DataRelease, Shown } from "#data/schema.ts";

const [first, second] = dataset.presets;

const before: Shown = {
  "car-t": { k: 7, n: 415, rate: 92.7, interval: [82.9, 97.5] },
  bsab: { k: 1, n: null, rate: 0, interval: [0, 5.2] },
  difference: { per100: 26.4, interval: [-1.3, 35.8] },
};
const after: Shown = {
  ...before,
  "car-t": { k: 8, n: 512, rate: 90, interval: [80.1, 96] },
  difference: { per100: -0.4, interval: [-12, 11] },
};
const alone: Shown = { "car-t": before["car-t"], bsab: null, difference: null };

export const releases: readonly DataRelease[] = [
  {
    date: "2026-12-24",
    version: "2026-12-20-0123abcd",
    what: ['Two cohorts & one figure < the other, "as printed".', "A figure was corrected."],
    effect: [
      { preset: first?.id ?? "", outcome: "orr", before, after },
      { preset: first?.id ?? "", outcome: "cr", before: alone, after: before },
      { preset: second?.id ?? "", outcome: "orr", before: null, after: alone },
      { preset: "not-there-any-more", outcome: "no-outcome", before: alone, after: null },
    ],
  },
  {
    date: "2026-12-24",
    version: "2026-12-20-89ef4567",
    what: ["Words only."],
    corrects: "One figure < the other, twice.",
    effect: [],
  },
  { date: "2026-11-20", version: "2026-11-20-00000000", what: ["The first."], effect: [] },
];

/** The second one corrects a wrong number. */
export const recall = recallOf({
  releases: [...releases],
  minimumDataVersion: "2026-12-20-89ef4567",
});
