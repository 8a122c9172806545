import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import type { Conclusion } from "#core/others/published-values.ts";
import { collections } from "#data/generated/collections.ts";
import type { Published, PublishedResult } from "#data/schema.ts";
import { agreementWith, ratioFinding, sameConclusion } from "../../../../.dev/build/agreement.ts";
import { cohort, datasetOf, figure, orr } from "../../../support/cohorts.ts";
import { printedResult, publication } from "../../core/others/made-published.ts";

/** Three CAR-T cohorts. The invented paper pooled them with one more, which is unknown here. */
const cohortsOfSet = [
  cohort("a", { figures: [figure("orr", 40, 50)] }),
  cohort("b", { figures: [figure("orr", 30, 50)] }),
  cohort("silent"),
];
const pins = { setting: "any", model: "dl", interval: "wald", overlap: "keep" };

function published(result: Partial<PublishedResult>, over: Partial<Published> = {}): Published {
  const rows = cohortsOfSet.map(({ id }) => ({ name: id, n: null, cohort: id }));
  return publication({
    id: "made-2020",
    citation: "Made 2020",
    doi: null,
    year: 2020,
    k: null,
    results: [printedResult({ ask: {}, estimatePercent: null, intervalPercent: null, ...result })],
    set: { name: "Made 2020", pins, rows, assumed: null },
    ...over,
  });
}

function agreed(result: Partial<PublishedResult>, over: Partial<Published> = {}, used = 2) {
  const cohorts = cohortsOfSet.slice(0, used).map(({ id }) => id);
  const made = datasetOf(cohortsOfSet, {
    outcomes: [orr],
    sets: [{ id: "made-2020", name: "Made 2020", pins, cohorts, cohortsPooled: used }],
  });
  const set = { name: "Made 2020", pins, assumed: null };
  const rows = cohorts.map((id) => ({ name: id, n: null, cohort: id }));
  const [row] = agreementWith(published(result, { set: { ...set, rows }, ...over }), made);
  if (!row) throw new Error("nothing to compare");
  return row;
}

// The values are computed by hand: logits ln 4 and ln 1.5 with weights 8 and 12; Q 4.618, so τ² 0.3769 and 0.8747 ±
// 1.96 · 0.4900.
const ours = {
  value: expect.closeTo(70.57, 1),
  interval: [expect.closeTo(47.9, 1), expect.closeTo(86.2, 1)],
};

describe("a printed rate", () => {
  it("that rounds from ours in every number is reproduced", () => {
    const first = agreed({ estimatePercent: 50 });
    const [low, high] = first.ours?.interval ?? [0, 0];
    const row = agreed({
      estimatePercent: Number(first.ours?.value?.toFixed(1)),
      intervalPercent: [Number(low.toFixed(1)), Number(high.toFixed(0))],
    });
    expect(row).toMatchObject({
      status: "reproduced",
      reason: null,
      cohorts: { ours: 2, theirs: 2 },
    });
    expect(row.ours).toMatchObject(ours);
  });

  it("whose interval holds our estimate says so", () => {
    const row = agreed({ estimatePercent: 60, intervalPercent: [50, 75] });
    expect(row.status).toBe("within their interval");
  });

  it("that differs differs, and what is odd about it is said", () => {
    const row = agreed({ estimatePercent: 20, intervalPercent: [10, 30], oddity: "so it stands" });
    expect(row).toMatchObject({
      status: "differs",
      reason: expect.stringContaining("so it stands"),
    });
  });

  it("of more cohorts than report it here is never reproduced", () => {
    const value = agreed({ estimatePercent: 50 }).ours?.value ?? 0;
    const row = agreed({ estimatePercent: Number(value.toFixed(1)) }, {}, 3);
    expect(row).toMatchObject({
      status: "cohorts missing",
      reason: "2 of 3 groups of patients have a figure here",
    });
  });
});

it("whose studies are not public is set against no number of them: it is that of both classes", () => {
  const { cohorts } = agreed(
    { estimatePercent: 60 },
    {
      k: { studies: 26, patients: 1 },
      set: { name: "Made 2020", pins, rows: null, assumed: null },
    },
  );
  expect(cohorts.theirs).toBeNull();
});

it("of survival that is no outcome here has its median, and the ratio between groups", () => {
  const made = datasetOf(cohortsOfSet, { outcomes: [orr] });
  const result: Partial<PublishedResult> = {
    outcome: null,
    measure: "median progression-free survival, months",
    value: 12.8,
    valueInterval: [11.4, 19.9],
    comparison: { measure: "HR", value: 0.48, interval: null, p: "0.0065", versus: "others" },
  };
  expect(agreementWith(published({ ...result, family: "pfs" }), made)).toMatchObject([
    { outcome: null, family: "pfs", measure: "median", theirs: { value: 12.8 }, ours: null },
    { outcome: null, family: "pfs", measure: "hazard ratio", p: { theirs: "0.0065" } },
  ]);
  // No row has such a result, which may be a share of deaths.
  expect(agreementWith(published(result), made)).toEqual([]);
});

describe("the conclusion", () => {
  it.each<[Conclusion | null, number, [number, number] | null, number, [number, number] | null]>([
    ["yes", 3.9, [1.8, 8.8], 4.05, [1.7, 9.6]],
    ["direction only", 2.67, [1.45, 4.91], 2.05, [0.91, 4.63]],
    ["direction only", 0.9, [0.5, 1.6], 0.4, [0.2, 0.8]],
    ["no", 2.67, [1.45, 4.91], 0.9, [0.5, 1.6]],
    ["no", 2, [1.2, 4], 0.5, [0.2, 0.8]],
    ["yes", 0.81, [0.4, 1.62], 1.2, [0.6, 2.4]],
    ["yes", 0.48, [0.29, 0.79], 0.32, [0.21, 0.49]],
    [null, 2, null, 2, [1, 3]],
    [null, 2, [1, 3], 2, null],
  ])(
    "is the same (%s) of %d %j and %d %j",
    (expected, theirs, theirInterval, ours, ourInterval) => {
      const [a, b] = [
        { value: theirs, interval: theirInterval },
        { value: ours, interval: ourInterval },
      ];
      expect(sameConclusion(ratioFinding(a), ratioFinding(b))).toBe(expected);
      expect(sameConclusion(ratioFinding(b), ratioFinding(a))).toBe(expected);
    },
  );
});

describe("the evidence", () => {
  const rows = collections.published.flatMap((publication) => agreementWith(publication, dataset));

  it("reproduces seven pools of Roex 2020 to the printed digit, and lies within the others", () => {
    const roex = rows.filter(({ published: id, cohorts }) => id === "roex-2020" && cohorts.ours);
    const of = (status: string) => roex.filter((row) => row.status === status);
    expect(of("reproduced")).toHaveLength(7);
    expect(of("differs")).toEqual([]);
    const whole = roex.filter(({ group }) => group === "CAR-T").map(({ cohorts }) => cohorts.ours);
    // Two rows of neurotoxicity say nothing: the paper counted no events, and here they are not reported.
    expect(whole).toEqual([27, 27, 25, 26, 26]);
  });

  it.each([
    // An oddity of a printed result is stated, and not adjusted.
    ["ae-3", "odds ratio", { theirs: { value: 22, interval: [7.8, 62] } }, /not compatible/],
    // A significant ratio within the printed interval is not reproduced as such.
    ["cr", "odds ratio", { status: "within their interval", conclusion: "direction only" }, /./],
    // The classes are set against each other by the rules of every difference.
    [
      "infection-3",
      "odds ratio",
      { status: "within their interval", conclusion: "yes", cohorts: { ours: 7, theirs: 26 } },
      /./,
    ],
    // The row has its number however few of the paper's patients are here.
    [
      "nrm",
      "rate",
      { group: "CAR-T", ours: { value: expect.any(Number) }, cohorts: { ours: 2, theirs: 12 } },
      /2 of 12 groups of patients have a figure here/,
    ],
  ])("sets %s of Vandenboom 2025 beside ours, as %s", (outcome, measure, expected, reason) => {
    const row = rows.find(
      (entry) =>
        entry.published === "vandenboom-2025" &&
        entry.outcome === outcome &&
        entry.measure === measure &&
        entry.group === ("group" in expected ? expected.group : entry.group),
    );
    expect(row).toMatchObject(expected);
    expect(row?.reason ?? "none").toMatch(reason);
  });

  it("never calls reproduced what rests on fewer cohorts", () => {
    for (const { status, cohorts } of rows) {
      if (status !== "reproduced" || cohorts.theirs === null) continue;
      expect(cohorts.ours).toBe(cohorts.theirs);
    }
  });
});
