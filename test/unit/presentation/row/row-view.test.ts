/** A row among others: how sure it is, what it rests on, under which heading, and what a screen reader says. */
import { describe, expect, it } from "vitest";
import type { Check, Pool, Row } from "#core/answer/answer.ts";
import type { OnsetRange } from "#core/evidence/timing.ts";
import { harmGroups, type TherapyClass } from "#data/vocabulary.ts";
import { isUnreported, rowViews } from "#presentation/row/row-view.ts";
import {
  allHold,
  comparison,
  contrast,
  noPool,
  notPooled,
  pool,
  productPool,
  row,
  study,
} from "../../../support/answers.ts";
import { rowViewOf, sides } from "../../../support/viewed-rows.ts";

/** Its interval is clear of 0, with so many checks that hold and are lost. */
function compared(holds: number, lost: number, over: Partial<Row> = {}): Row {
  const [hold] = allHold;
  if (!hold) throw new Error("no check");
  const checks: Check[] = [
    ...Array.from({ length: holds }, () => hold),
    ...Array.from({ length: lost }, (): Check => ({ ...hold, status: "lost" })),
  ];
  const between = contrast({
    ...{ differencePer100: 21, differenceInterval: [1, 33], interval: [1.1, 9], oddsRatio: 3 },
    checks,
  });
  return row({ contrasts: [between], ...over });
}

const numbers = sides(
  { estimate: 0.88, interval: [0.68, 0.96] },
  { estimate: 0.66, interval: [0.58, 0.75] },
);

/** Cohorts that the question selects. */
const selecting = (cohorts: Record<TherapyClass, number>) => ({
  answer: { selection: { ...comparison().selection, cohorts } },
});
const carTOnly = selecting({ "car-t": 3, bsab: 0 });

describe("the status of a row", () => {
  it.each([
    [5, 0, "holds in all 5 checks", false],
    [5, 1, "holds in 5 of 6 checks", false],
    [1, 4, "unclear in 4 of 5 checks", true],
    [1, 1, "only 2 checks possible", true],
    [1, 0, "only 1 check possible", true],
    [0, 0, "no check possible", true],
  ])("with %d checks that hold and %d that are lost: %s", (holds, lost, text, isDoubt) => {
    expect(rowViewOf(compared(holds, lost)).status).toMatchObject({ text });
    expect(rowViewOf(compared(holds, lost)).status.isDoubt === true).toBe(isDoubt);
  });

  it("with 0 within is no doubt beyond its own words", () => {
    const unclear = row({ contrasts: [contrast({ differencePer100: 3 })] });
    expect(rowViewOf(unclear).status).toEqual({
      code: "unclear",
      text: "difference unclear",
    });
  });

  it("says that nothing is compared, or known by drug, only where another row is compared", () => {
    const alone = row(sides({}, null));
    expect(rowViewOf(alone).status.text).toBe("not compared");
    expect(rowViewOf(alone, { isEachSaid: false }).status).toMatchObject({
      code: "not-compared",
      text: "",
    });
    const views = (outcomes: Row[]) =>
      rowViews(comparison({ outcomes }), () => []).map(({ status }) => status.text);
    expect(views([alone])).toEqual([""]);
    expect(views([alone, row({ contrasts: [contrast()] })])).toEqual([
      "not compared",
      "difference unclear",
    ]);
  });

  it("of one class are its patients; of single drugs there is none", () => {
    expect(rowViewOf(row(), carTOnly).status.text).toBe("of 300 patients");
    const oneOfTwo = { products: [productPool("a-cel")], missing: ["b-cel"] };
    expect(rowViewOf(row(sides(oneOfTwo, null)), carTOnly).status.text).toBe("");
  });
});

describe("the sides of a row", () => {
  it("are those of classes that the question has a trial of, and that can have the outcome", () => {
    expect(Object.keys(rowViewOf(row()).sides)).toEqual(["car-t", "bsab"]);
    expect(Object.keys(rowViewOf(row(), carTOnly).sides)).toEqual(["car-t"]);
    const infused = row({ appliesTo: ["car-t"], notFor: "no manufacturing step" });
    expect(Object.keys(rowViewOf(infused).sides)).toEqual(["car-t"]);
    expect(rowViewOf(infused).notes).toContain("No manufacturing step.");
  });

  it("are null where no trial of the class reports the outcome", () => {
    expect(rowViewOf(row(sides({}, null))).sides.bsab).toBeNull();
  });
});

describe("the difference", () => {
  it("is as fitted, and absent where there is none", () => {
    expect(rowViewOf(compared(5, 0)).difference).toEqual({ amount: "21 more", range: "1 to 33" });
    expect(rowViewOf(row(sides({}, null)))).not.toHaveProperty("difference");
  });
});

describe("what its figures count", () => {
  it.each([
    [0, 4, "grade 3–4"],
    [4, 0, "grade ≥ 3"],
    [1, 3, "grade 3–4 or ≥ 3"],
    [0, 0, "grade 3–4 or ≥ 3"],
  ])(
    "with deaths in %d of 4 trials and without in %d is “%s”",
    (withDeaths, withoutDeaths, brief) => {
      const notReported = 4 - withDeaths - withoutDeaths;
      const grades = { trials: 4, withDeaths, withoutDeaths, notReported, fatal: null };
      expect(rowViewOf(row({ grades })).brief).toBe(brief);
    },
  );
});

describe("notes", () => {
  it("say of few events that the size depends on the model", () => {
    const few = (over: Partial<Pool>) => rowViewOf(row(sides({}, over))).notes;
    expect(few({ events: 2 })).toEqual(["Bispecific: 2 events: size depends on the model."]);
    expect(few({ events: 5 })).toEqual([]);
    expect(few({ events: 2, k: 1 })).toEqual([]);
  });

  it("are sentences", () => {
    const infused = row({ appliesTo: ["car-t"], notFor: "no manufacturing step" });
    for (const note of rowViewOf(infused).notes) expect(note).toMatch(/^\p{Lu}.*\.$/u);
  });
});

describe("what a screen reader says", () => {
  it("is both classes, the unit once, the difference and how sure it is", () => {
    expect(rowViewOf(compared(1, 4, numbers)).heard).toBe(
      "CAR-T 88 of 100, 68 to 96; bispecific 66, 58 to 75; 21 more, 1 to 33; unclear in 4 of 5 checks.",
    );
  });

  it("names whom a number holds, and what is not reported", () => {
    const oneOfTwo = { products: [productPool("a-cel")], missing: ["b-cel"] };
    expect(rowViewOf(row(sides(oneOfTwo, null))).heard).toBe(
      "CAR-T (a-cel) 50 of 100, 45 to 55; bispecific not reported; not compared.",
    );
    expect(rowViewOf(row(sides(null, {}))).heard).toBe(
      "CAR-T not reported; bispecific 50 of 100, 45 to 55; not compared.",
    );
  });

  it("never has a unit behind a count", () => {
    const counts = row({
      shownAs: "counts",
      ...sides({ events: 12, n: 20 }, { events: 94, n: 181 }),
    });
    expect(rowViewOf(counts).heard).toMatch(
      /^CAR-T 12 of 20, 45 to 55 of 100; bispecific 94 of 181, 45 to 55 of 100;/,
    );
  });
});

describe("rows under their headings", () => {
  const harm = (outcome: string, harmGroup: Row["harmGroup"]) =>
    row({ outcome, label: outcome, direction: "harm", harmGroup });
  const views = (outcomes: Row[], onsets: readonly OnsetRange[] = []) =>
    rowViews(comparison({ outcomes }), (outcome) =>
      onsets.filter((range) => range.outcome === outcome),
    );
  const onset: OnsetRange = {
    ...{ outcome: "crs", therapyClass: "bsab", product: "teclistamab", regimen: "monotherapy" },
    ...{ evidence: "trial", from: "the first dose", medianDays: [2, 2], times: [] },
  };

  it("say that they are not compared, each, where no headline says so of all", () => {
    const outcomes = [row(sides({}, null)), row({ ...sides({}, null), outcome: "crs" })];
    const said = (isSaidAbove: boolean) =>
      rowViews(comparison({ outcomes }), () => [], isSaidAbove).map(({ status }) => status.text);
    expect(said(true)).toEqual(["", ""]);
    expect(said(false)).toEqual(["not compared", "not compared"]);
  });

  it("say which grades severe harms count, but not among other outcomes, where the key says it", () => {
    const severe = (outcome: string, withDeaths: number) => ({
      ...harm(outcome, "infection"),
      grades: { trials: 4, withDeaths, withoutDeaths: 4 - withDeaths, notReported: 0, fatal: null },
    });
    const mixed = views([row(), severe("crs-3", 1), severe("infection-3", 0)]);
    expect(mixed.flatMap(({ brief }) => brief ?? [])).toEqual([]);
    const alone = views([severe("crs-3", 1), severe("infection-3", 0)]);
    expect(alone.map(({ brief }) => brief)).toEqual(["grade 3–4 or ≥ 3", "grade 3–4"]);
  });

  it("are benefits without one, then harms", () => {
    const rows = views(
      [row(), harm("crs", "first-weeks"), harm("infection", "infection")],
      [onset],
    );
    expect(rows.map(({ heading }) => heading)).toEqual([undefined, "Harms", undefined]);
    // Beside benefits there is no room for times.
    expect(rows.flatMap(({ notes }) => notes)).toEqual([]);
  });

  it("are harms by the time at which they come, if there are only harms, with how soon they begin", () => {
    const inGroups = harmGroups.map((group) => harm(group, group));
    const rows = views([...inGroups.toReversed(), harm("crs", "first-weeks")], [onset]);
    expect(rows.map(({ outcome, heading }) => [outcome, heading])).toEqual([
      ["first-weeks", "First weeks"],
      ["crs", undefined],
      ["infection", "Infection"],
      ["blood-counts", "Blood counts"],
      ["mouth-skin", "Mouth, skin and weight"],
      ["late", "Late, or as long as treated"],
    ]);
    expect(rows[1]?.notes).toEqual(["Starts (median): teclistamab 2 days after the first dose."]);
  });

  it("leave out what nobody reports, also where only one class can have it", () => {
    const silent = { ...noPool, notPooled: [notPooled()] };
    const nobody = row({ outcome: "a", ...sides(silent, silent) });
    const only: Partial<Row> = { appliesTo: ["car-t"], notFor: "after CAR-T only" };
    const notFor = (over: Partial<Pool>) =>
      row({
        ...{ outcome: "b", ...only, ...sides(over, null) },
        status: { code: "not-for", holds: null, asked: null, why: null },
      });
    expect(isUnreported(nobody)).toBe(true);
    expect(isUnreported(notFor(silent))).toBe(true);
    expect(isUnreported(notFor({ studies: [study()] }))).toBe(false);
    expect(
      isUnreported(notFor({ ...noPool, notPooled: [notPooled({ reason: { code: "no-count" } })] })),
    ).toBe(false);
    expect(views([nobody, row()]).map(({ outcome }) => outcome)).toEqual(["orr"]);
  });

  it("name the class once, or its only drug where all rows have the same one", () => {
    const of = (product: string) => ({ products: [productPool(product)], studies: [study()] });
    const names = (...carT: Partial<Pool>[]) =>
      views(carT.map((over, index) => row({ outcome: `${index}`, ...sides(over, {}) }))).map(
        ({ sides: drawn }) =>
          [drawn["car-t"]?.above, ...(drawn["car-t"]?.labels ?? []).map(({ text }) => text)].filter(
            (text) => text !== undefined,
          ),
      );
    expect(names(pool(), pool())).toEqual([["CAR-T"], []]);
    expect(names(of("a-cel"), of("a-cel"))).toEqual([["a-cel"], []]);
    expect(names(of("a-cel"), of("b-cel"))).toEqual([["a-cel"], ["b-cel"]]);
  });
});
