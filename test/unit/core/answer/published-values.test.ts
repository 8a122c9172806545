import { describe, expect, it } from "vitest";
import { listComparisonsWithPublished } from "#core/answer/compare-with-published.ts";
import { selectComparablePublishedPools } from "#core/others/published-gate.ts";
import type { Interval } from "#core/statistics/interval.ts";
import type { Published, PublishedResult } from "#data/schema.ts";
import { bispecific, cohort, datasetOf, figure, orr } from "../../../support/cohorts.ts";
import { printedResult, publication } from "../others/made-published.ts";

/** Two cohorts of each class. `c` is one that reports no response. */
const cohorts = [
  cohort("a", { figures: [figure("orr", 40, 50)] }),
  cohort("b", { figures: [figure("orr", 30, 50)] }),
  cohort("c"),
  bispecific("d", { figures: [figure("orr", 30, 50)] }),
  bispecific("e", { figures: [figure("orr", 30, 50)] }),
];

/** @param listed The cohorts of the made-up paper; `null`: not public. */
function compared(
  results: readonly Partial<PublishedResult>[],
  listed: readonly string[] | null = ["a", "b", "c", "d", "e"],
) {
  const pins = { setting: "any", model: "dl", interval: "wald", overlap: "keep" };
  const set = { id: "made-2020", name: "Made 2020", pins };
  const dataset = datasetOf(cohorts, {
    outcomes: [orr],
    sets: [{ ...set, cohorts: listed && [...listed], cohortsPooled: listed && listed.length }],
  });
  const over: Partial<Published> = {
    id: "made-2020",
    results: results.map((result) => printedResult(result)),
  };
  return listComparisonsWithPublished(dataset, selectComparablePublishedPools([publication(over)]));
}

const ratio = (
  measure: string,
  value: number,
  interval: [number, number],
): Partial<PublishedResult> => ({
  comparison: { measure, value, interval, p: "0.01", versus: "BsAb" },
});

describe("a published rate", () => {
  // By hand: logits ln 4 and ln 1.5 with weights 8 and 12; Q 4.618, so τ² 0.3769 and 0.8747 ± 1.96 · 0.4900.
  const ours = {
    value: expect.closeTo(0.7057, 3),
    interval: [expect.closeTo(0.479, 3), expect.closeTo(0.862, 3)],
  };

  it.each<[number, Interval | null, string]>([
    [60, [50, 71], "agrees"],
    [60, [50, 70], "outside"],
    [86, null, "agrees"],
    [87, null, "outside"],
    [47, null, "outside"],
  ])("of %d %j is set beside ours, which %s", (estimatePercent, interval, verdict) => {
    const intervalPercent: [number, number] | null = interval && [...interval];
    expect(compared([{ estimatePercent, intervalPercent }])).toMatchObject([
      {
        ...{ name: "Made 2020", outcome: "orr", therapyClass: "car-t", measure: "rate" },
        theirs: { value: estimatePercent / 100 },
        ...{ ours, verdict, cohorts: { ours: 2, theirs: 3 } },
      },
    ]);
  });

  it("names as many cohorts as the paper, else as its list has, else none", () => {
    expect(compared([{ k: 12 }])).toMatchObject([{ cohorts: { ours: 2, theirs: 12 } }]);
    expect(compared([{}], null)).toMatchObject([{ cohorts: { ours: 2, theirs: null } }]);
  });

  it("is not judged by one trial or by none", () => {
    expect(compared([{}], ["a", "c"])).toMatchObject([
      { ours: { value: 0.8 }, cohorts: { ours: 1, theirs: 2 }, verdict: null },
    ]);
    expect(compared([{}], ["c"])).toMatchObject([{ ours: null, verdict: null }]);
  });

  it.each<[string, Partial<PublishedResult>]>([
    ["without a rate", { estimatePercent: null, intervalPercent: null, events: 4 }],
    ["that contradicts another number of the paper", { oddity: "as it stands" }],
    ["of another outcome", { outcome: "relapse" }],
  ])("%s is left out", (_, result) => {
    expect(compared([result])).toEqual([]);
  });
});

it.each<[string, string, number, [number, number], number, number]>([
  ["is clear of 1 here, too", "agrees", 8, [2, 20], 50, 10],
  ["is clear of 1 only there", "lost", 8, [2, 20], 30, 30],
  ["lies on the other side here", "lost", 0.2, [0.1, 0.8], 50, 10],
  ["is clear of 1 only here", "gained", 1.1, [0.5, 2], 50, 10],
  ["is clear of 1 nowhere", "agrees", 0.9, [0.5, 2], 30, 30],
])("a published ratio that %s: %s", (_, verdict, value, interval, carT, bsab) => {
  const set = { id: "made-2020", name: "Made 2020", cohorts: null, cohortsPooled: null };
  const ofClass = (make: typeof cohort, ids: string[], events: number) =>
    ids.map((id) => make(id, { figures: [figure("orr", events, 60)] }));
  const dataset = datasetOf(
    [...ofClass(cohort, ["a", "b"], carT), ...ofClass(bispecific, ["c", "d"], bsab)],
    { outcomes: [orr], sets: [{ ...set, pins: { model: "dl", interval: "wald" } }] },
  );
  const results = [printedResult(ratio("OR", value, interval))];
  const pools = selectComparablePublishedPools([publication({ id: "made-2020", results })]);
  expect(listComparisonsWithPublished(dataset, pools)[1]).toMatchObject({
    ...{ therapyClass: null, measure: "odds-ratio", theirs: { value, interval } },
    ...{ p: "0.01", cohorts: { ours: 4, theirs: null }, verdict },
  });
});

it("a ratio of survival is of hazards", () => {
  expect(compared([ratio("HR", 0.8, [0.4, 1.6])])[1]).toMatchObject({
    ...{ measure: "hazard-ratio", ours: null, verdict: null },
  });
});
