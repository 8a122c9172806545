import type { Outcome } from "#data/schema.ts";
import { crs, icans, infection, infused, orr } from "../../../support/cohorts.ts";
import { countsOf, entry } from "./entries.ts";
import { bispecifics, carT, describeNote, group, numbers, ofRow } from "./noted.ts";

type Group = ReturnType<typeof group>;

const missing = (over: Partial<Group>, outcome: Outcome = orr) =>
  ofRow({ outcome, bsab: { ...bispecifics, ...over } });

describeNote("figures-missing", [
  ["a product alone", missing({ missingProducts: ["deltamab"] }), [{ products: ["deltamab"] }]],
  ["a class that cannot have it", missing({ entries: [], pool: numbers(0, 4) }, infused), []],
]);

/** Returns the notes of a row with these counts, each of a trial of its own unless its trial is given. */
function carried(counts: string, trial?: string) {
  const entries = countsOf(counts).figures.map((printed, index) =>
    entry(
      { id: "abcd".charAt(index), ...(index < 2 && trial !== undefined && { trial }) },
      printed,
    ),
  );
  const events = entries.reduce((sum, { figure }) => sum + figure.events, 0);
  return ofRow({ carT: group("car-t", entries, { pool: { ...numbers(3, 3), events } }) });
}

describeNote("one-trial-carries", [
  [
    "more than half of five events of three trials",
    carried("3/100 1/100 1/100"),
    [{ group: "car-t", trial: "A", events: 3, of: 5 }],
  ],
  ["half of the events", carried("3/100 2/100 1/100"), []],
  ["of four events", carried("3/100 1/100 0/100"), []],
  ["of two trials", carried("4/100 1/100"), []],
  ["at 1.5 times its share of patients", carried("6/50 1/25 1/25"), [{ events: 6, of: 8 }]],
  ["below 1.5 times its share of patients", carried("6/60 1/25 1/25"), []],
  ["in two cohorts", carried("2/50 2/50 1/100 1/100", "NCT1"), [{ events: 4, of: 6 }]],
]);

const graded = (outcome: Outcome, ...figures: Parameters<typeof entry>[1][]) => {
  const entries = figures.map((printed, index) => entry({ id: `g${index}` }, printed));
  return ofRow({ outcome, groups: [group("car-t", entries)] });
};
const [astct, lee, ctcae] = (["astct", "lee", "ctcae"] as const).map((grading) => ({ grading }));

describeNote("grading", [
  ["two scales", graded(crs, lee, astct), [{ scales: ["astct", "lee"] }]],
  ["an older scale alone", graded(crs, lee), [{ scales: ["lee"], unstated: 0 }]],
  ["two of another outcome", graded(infection, astct, ctcae), [{ scales: ["astct", "ctcae"] }]],
  [
    "neurotoxicity in place of ICANS",
    graded(icans, { outcome: "neurotoxicity-3", grading: "astct" }),
    [{ broad: ["G0"] }],
  ],
]);

describeNote("cuts-and-overlap", [
  [
    "trials left out that may hold more patients than those that stay",
    ofRow({ carT: { ...carT, settled: false } }),
    [{ settled: false }],
  ],
]);
