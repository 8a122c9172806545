/** What no source has is "not found", next to what it would be, and a count that was found is never called so. */
import { describe, expect, it } from "vitest";
import type { RandomisedTrial, RatiosOfCut } from "#core/answer/answer.ts";
import { makeDrugViewsOfPool } from "#presentation/row/drugs-view.ts";
import { makeRandomisedTable, makeRandomisedView } from "#presentation/row/randomised-table.ts";
import { makeSideOfClass, singleRow } from "#presentation/row/side.ts";
import { makeEmptySide } from "#presentation/row/side-view.ts";
import { describeRandomisedTable } from "#presentation/views/copied-text.ts";
import { comparison, notPooled, pool, productPool, row, study } from "../../../support/answers.ts";
import { sides } from "../../../support/viewed-rows.ts";

describe("hazard ratios of a randomised trial", () => {
  const ratio = (value: number) => ({
    value,
    interval: null,
    source: { citation: "Paper", href: null, kind: "full-text", tier: 1 } as const,
  });
  const trialWith = (ratios: RatiosOfCut[]): RandomisedTrial => ({
    ...{ study: "one", label: "ONE", place: "leads", lines: null, medianLines: null },
    ...{
      enrolled: null,
      masking: null,
      control: { label: "Standard", n: 100 },
      crossover: null,
      notReported: [],
    },
    arms: [
      {
        ...{ product: "alpha-cel", partners: [], cohort: "one-arm", therapyClass: "car-t", n: 100 },
        ...{ ratios, progressionFree: null, alive: null, medians: [], earlyDeaths: [] },
      },
    ],
  });
  const textsOf = (ratios: RatiosOfCut[]) => {
    const trial = trialWith(ratios);
    const answer = comparison({ randomised: [{ ...trial, place: "line" }] });
    const options = { part: "all", armsOf: () => [], heading: "" } as const;
    return {
      tables: trial.arms.map((arm) =>
        describeRandomisedTable(makeRandomisedTable(arm, trial, { part: "benefits" })),
      ),
      lines: makeRandomisedView(answer, options)?.lines.map(({ text }) => text),
    };
  };

  it.each([
    [0.4, 0.5, "0.40", "0.50"],
    [null, 0.5, "not found", "0.50"],
    [0.4, null, "0.40", "not found"],
  ])(
    "of progression %s and of death %s stand with their outcome",
    (progression, death, ofProgression, ofDeath) => {
      const { tables, lines } = textsOf([
        {
          followUpMonths: null,
          progression: progression === null ? null : ratio(progression),
          death: death === null ? null : ratio(death),
        },
      ]);
      const ranked = (text: string) => (text === "not found" ? text : `${text} (paper)`);
      expect(tables).toEqual([
        `ONE, 100 v 100: randomised: alpha-cel v standard. Progression-free; hazard ratio ${ranked(ofProgression)}. Alive; hazard ratio ${ranked(ofDeath)}.`,
      ]);
      expect(lines).toEqual([
        `Randomised, ONE, 100 v 100: alpha-cel v standard, hazard ratio of progression or death ${ofProgression}, of death ${ofDeath}.`,
      ]);
    },
  );

  it("that no source has are not found", () => {
    expect(textsOf([])).toEqual({
      tables: [
        "ONE, 100 v 100: randomised: alpha-cel v standard. Progression-free; hazard ratio not found. Alive; hazard ratio not found.",
      ],
      lines: ["Randomised, ONE, 100 v 100: alpha-cel v standard, not found."],
    });
  });
});

describe("the side of a class", () => {
  it("without any figure has its name, and words in place of the number", () => {
    expect(makeSideOfClass("bsab", row(sides({}, null)), singleRow)).toBeNull();
    expect(makeEmptySide("bsab")).toEqual({
      ...{ number: "", under: "not found", filled: false, marks: [] },
      labels: [{ text: "Bispecific", at: 0 }],
    });
  });

  it("with a count that is not counted has this count, and no word that it was not found", () => {
    const uncounted = notPooled({
      ...{ product: "teclistamab", events: 7, n: 40 },
      reason: { code: "only-over", population: "subset" },
    });
    const without = { estimate: null, interval: null, events: null, n: null, k: 0 };
    const side = makeSideOfClass(
      "bsab",
      row(sides({}, { ...without, notPooled: [uncounted] })),
      singleRow,
    )?.side;
    expect(side).toEqual({
      ...{ number: "", under: "", filled: false, marks: [] },
      above: "not counted: teclistamab 7 of 40 in a subset",
    });
  });
});

describe("a drug of two trials", () => {
  const beneath = (counts: readonly { readonly events: number | null }[]) =>
    makeDrugViewsOfPool(
      "car-t",
      pool({
        products: [productPool("alpha-cel", { k: 2, events: 100, n: 200 })],
        studies: counts.map((count, index) =>
          study({ cohort: `${index}`, trial: `${index}`, ...count }),
        ),
      }),
      "rates",
    ).map((drug) => drug.beneath);

  it("has both counts, but no words for those that were not found", () => {
    expect(beneath([{ events: 50 }, { events: 60 }])).toEqual(["50 of 100, 60 of 100"]);
    expect(beneath([{ events: null }, { events: 60 }])).toEqual(["100 of 200"]);
  });
});
