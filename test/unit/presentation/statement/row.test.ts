import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { groups } from "#core/evidence/classes.ts";
import { axisOf } from "#presentation/statement/axis.ts";
import { leadOf } from "#presentation/statement/notes.ts";
import { missingText } from "#presentation/statement/row.ts";
import { followUpsOf } from "#presentation/statement/side.ts";
import { statementOf } from "#presentation/statement/statement.ts";
import type { ApiPool, ApiRow } from "#presentation/words/api-answer.ts";
import { english } from "#presentation/words/catalogue.ts";
import { screen as en } from "#words/screen.ts";
import {
  contrast,
  median,
  noContrast,
  noPool,
  notPooled,
  pool,
  productPool,
  row,
  study,
} from "../../../support/answers.ts";
import { compareInWords } from "../../../support/in-words.ts";
import { anyQuestion, asked } from "../../../support/queries.ts";
import { runs } from "../../../support/sample.ts";
import { sides, viewed } from "../../../support/viewed-rows.ts";

const answerTo = (text: string) => compareInWords(asked(text, dataset), dataset);
const trials = asked("", dataset);
const everything = asked("evidence=all", dataset);

const notReported = notPooled({ cohort: "x", label: "X" });
const held = notPooled({ cohort: "y", label: "Y", code: "held", reason: "sources disagree" });

/** Trials of a pool, each with its count. */
const of = (...counts: (readonly [events: number, n: number])[]): Partial<ApiPool> => ({
  ...{ k: counts.length, trials: counts.length, of: counts.length },
  events: counts.reduce((sum, [events]) => sum + events, 0),
  n: counts.reduce((sum, [, n]) => sum + n, 0),
  studies: counts.map(([events, n], at) =>
    study({ cohort: `${at}`, events, n, estimate: events / n }),
  ),
});
const evidenceOf = (carT: Partial<ApiPool>, over: Parameters<typeof viewed>[1] = {}) =>
  viewed(row(sides(carT, {})), over).sides["car-t"].evidence;

describe("a side of a row", () => {
  it("has its rate, its interval, its evidence and its place on the axis", () => {
    const carT = { estimate: 0.9214, interval: [0.8211, 0.9706] as const, trials: 7, of: 9, k: 7 };
    expect(viewed(row(sides(carT, {}))).sides["car-t"]).toEqual({
      what: "rate",
      product: null,
      rate: "92",
      range: "(82–97)",
      evidence: "7 of 9 trials",
      at: [82.1, 92.1, 97.1],
    });
  });

  it("of one trial or two has the count of each", () => {
    expect(evidenceOf(of([94, 97]))).toBe("94 of 97 in one trial");
    expect(evidenceOf(of([153, 254], [19, 20]))).toBe("153 of 254, 19 of 20");
  });

  it("of two trials of one product has their sum before them", () => {
    const two = of([19, 20], [176, 208]);
    const one = { ...two, products: [productPool("cilta-cel")] };
    expect(evidenceOf(one)).toBe("195 of 228: 19 of 20, 176 of 208");
    const both = { ...two, products: [productPool("a-cel"), productPool("b-cel")] };
    expect(evidenceOf(both)).toBe("19 of 20, 176 of 208");
  });

  it("of three trials or more has their range, also of one product", () => {
    const three = of([35, 100], [1, 20], [12, 100]);
    expect(evidenceOf(three)).toBe("5–35 in 3 trials");
    expect(evidenceOf({ ...three, products: [productPool("cilta-cel")] })).toBe("5–35 in 3 trials");
    expect(evidenceOf(of([0, 40], [1, 200], [12, 100]))).toBe("0–12 in 3 trials");
  });

  it("says of how many trials, where others of the selection print nothing", () => {
    const three = of([35, 100], [1, 20], [12, 100]);
    expect(evidenceOf({ ...three, of: 5 })).toBe("5–35 in 3 of 5 trials");
    expect(evidenceOf({ ...of([153, 254], [19, 20]), of: 5 })).toBe(
      "153 of 254, 19 of 20 in 2 of 5 trials",
    );
    expect(evidenceOf({ ...of([94, 97]), of: 5 })).toBe("94 of 97 in 1 of 5 trials");
  });

  it("names the products that it holds where others of the selection are not in it", () => {
    const products = [productPool("ide-cel"), productPool("cilta-cel")];
    const product = (carT: Partial<ApiPool>) => viewed(row(sides(carT, {}))).sides["car-t"].product;
    expect(product({ products, missing: ["zevor-cel"] })).toBe("ide-cel, cilta-cel");
    expect(product({ products, missing: ["zevor-cel"], regimen: "combination" })).toBe(
      "ide-cel, cilta-cel in combination",
    );
    expect(product({ products })).toBeNull();
    expect(product({ products: products.slice(1) })).toBe("cilta-cel");
  });

  it("counts studies when not only trials are asked for", () => {
    const over = { query: everything };
    expect(evidenceOf({ ...of([35, 100], [1, 20], [12, 100]), of: 5 }, over)).toBe(
      "5–35 in 3 of 5 studies",
    );
    expect(evidenceOf(of([94, 97]), over)).toBe("94 of 97 in one study");
    expect(evidenceOf(of([94, 97]), { query: trials })).toBe("94 of 97 in one trial");
  });

  it("of a trial without a count says how many trials there are", () => {
    const studies = [study({ events: null })];
    expect(evidenceOf({ ...of([94, 97]), studies })).toBe("one trial");
  });

  it("is read apart from the row above where it rests on other trials", () => {
    const note = { code: "other-trials", group: "bsab", label: "other trials than “X”", text: "" };
    const { sides: both } = viewed(row({ ...sides({}, {}), notes: [note] }));
    expect([both["car-t"].chain, both.bsab.chain]).toEqual([undefined, "other trials than “X”"]);
  });
});

describe("a side without a pool", () => {
  const lacking = (over: Partial<ApiPool>, more: Partial<ApiRow> = {}) =>
    row({ pools: { "car-t": pool(), bsab: { ...noPool, ...over } }, ...more });
  const missing = (over: Partial<ApiPool>, more: Partial<ApiRow> = {}) =>
    viewed(lacking(over, more)).missing;

  it("has no number and no place on the axis", () => {
    expect(viewed(lacking({})).sides.bsab).toEqual({
      what: "missing",
      ...{ product: null, rate: null, range: null, evidence: "", medians: undefined, at: null },
    });
  });

  it("has the medians in its place, one for each trial, as they were printed", () => {
    const medians = [
      median({ months: 8.8 }),
      median({ months: 11, cohort: "y", followUpMonths: 33.4 }),
    ];
    const { sides: both } = viewed(lacking({ medians }));
    expect(both.bsab.evidence).toBe(
      "median months, as printed: x-cel 8.8 in X · x-cel 11 in X at 33.4-month follow-up",
    );
  });

  it.each([
    ["monotherapy", "median months, as printed: x-cel 8.8 in X · x-cel 25 in X (with other drugs)"],
    [
      "combination",
      "median months, as printed: x-cel 8.8 in X (with other drugs) · x-cel 25 in X (with other drugs)",
    ],
  ] as const)("says which medians are of products with other drugs: %s", (regimen, text) => {
    const combined = { regimen: "combination", cohort: "y" } as const;
    const medians = [median({ months: 8.8, regimen }), median({ months: 25, ...combined })];
    expect(viewed(lacking({ medians })).sides.bsab.evidence).toBe(text);
  });

  it("keeps the evidence of a number that has medians beside it", () => {
    expect(evidenceOf({ ...of([94, 97]), medians: [median({ months: 8.8 })] })).toBe(
      "94 of 97 in one trial",
    );
  });

  it("has the survival of each trial, which is never pooled", () => {
    const survival = (product: string, estimate: number) =>
      study({ product, events: null, estimate, interval: [estimate - 0.1, estimate + 0.1] });
    const byTrial: Partial<ApiPool> = {
      ...{ status: "by-trial", k: 2, trials: 2 },
      studies: [survival("cilta-cel", 0.77), survival("ide-cel", 0.55)],
    };
    const { sides: both, missing: why } = viewed(
      row({ pools: { "car-t": { ...noPool, ...byTrial }, bsab: noPool }, contrasts: [noContrast] }),
    );
    expect(both["car-t"]).toMatchObject({
      ...{ what: "products", rate: null, at: null },
      evidence: "cilta-cel 77 (67–87); ide-cel 55 (45–65)",
    });
    expect(why).toBe("by trial, never pooled");
  });

  it("has any neurotoxicity by product where no trial has ICANS, named as such", () => {
    const broader = [
      study({ product: "cilta-cel", events: 20, n: 97 }),
      study({ product: "ide-cel", events: 23, n: 128 }),
    ];
    const one = lacking({ broader });
    expect(viewed(one).sides.bsab).toMatchObject({
      ...{ what: "products", rate: null },
      evidence: "any neurotoxicity: cilta-cel 20 of 97, ide-cel 23 of 128",
    });
  });

  // The trials of this row, not all that are selected: parts of one trial count once.
  it("says in how many trials it is not reported", () => {
    expect(missing({ of: 4, notPooled: [notReported] })).toBe(
      "not found for bispecifics in 4 trials",
    );
  });

  it("says that nothing can be pooled when something is reported", () => {
    expect(missing({ of: 4, notPooled: [notReported, held] })).toBe(
      "no usable number for bispecifics in 4 trials",
    );
  });

  it("says that no trial is selected", () => {
    const selected = { "car-t": 7, bsab: 0 };
    expect(
      missingText("bsab", lacking({}), { strings: en, query: asked("", dataset), selected }),
    ).toBe("no bispecific trial in this selection");
  });

  it("says of each outcome why a class cannot have it", () => {
    const notFor = "no manufacturing step";
    expect(missing({}, { appliesTo: ["car-t"], notFor })).toBe(notFor);
    const said = (id: string) =>
      statementOf(answerTo(`outcome=${id}`), en).rows.map(({ missing }) => missing);
    expect(said("discontinuation")[0]).toBe("CAR-T is given once");
    expect(said("iec-hs")[0]).toBe("described after CAR-T only");
  });

  it("leaves nothing to subtract", () => {
    expect(viewed(row(sides({}, null))).difference).toBeNull();
  });
});

describe("the difference of a row", () => {
  it("is in words, with its interval and what the patients did", () => {
    const one = row({
      ...sides({ estimate: 0.92 }, { estimate: 0.65 }),
      contrasts: [contrast({ differencePer100: 27, differenceInterval: [14, 36] })],
    });
    expect(viewed(one)).toMatchObject({
      difference: { amount: "27 more", range: "14 to 36 more" },
      phrase: "responded",
    });
  });

  it("is fitted: it need not be what the two printed rates subtract to", () => {
    const one = viewed(
      row({
        ...sides({ estimate: 0.926 }, { estimate: 0.664 }),
        contrasts: [contrast({ differencePer100: 24.8, differenceInterval: [13, 34] })],
      }),
    );
    expect([one.sides["car-t"].rate, one.sides.bsab.rate]).toEqual(["93", "66"]);
    expect(one.difference).toMatchObject({ amount: "25 more", range: "13 to 34 more" });
  });

  it("is bold only if it is firm", () => {
    const firmOf = (firm: boolean) => viewed(row({ contrasts: [contrast({ firm })] })).difference;
    expect([firmOf(true)?.firm, firmOf(false)?.firm]).toEqual([true, undefined]);
  });

  it("is missing with the reason, beside both numbers", () => {
    const single = { ...noContrast, status: "one-trial" } as const;
    const one = viewed(row({ ...sides(of([19, 20]), {}), contrasts: [single] }));
    expect(one.difference).toBeNull();
    expect(one.missing).toBe("one CAR-T trial");
    expect(one.sides["car-t"]).toMatchObject({ rate: "50", evidence: "19 of 20 in one trial" });
    expect(one.sides.bsab.rate).toBe("50");
  });
});

describe("the axis", () => {
  const ends = (direction: ApiRow["direction"], carT: number, bsab: number | null) =>
    axisOf(
      row({
        direction,
        ...sides({ interval: [0, carT] }, bsab === null ? null : { interval: [0, bsab] }),
      }),
    );

  it.each([
    ["harm", 0.2, 0.1, 20],
    ["harm", 0.2001, 0.1, 100],
    ["harm", 0.1, 0.5, 100],
    ["harm", 0.1, null, 20],
    ["benefit", 0.1, 0.1, 100],
  ] as const)("of a %s with intervals up to %d and %s ends at %d", (direction, a, b, axis) => {
    expect(ends(direction, a, b)).toBe(axis);
  });

  it("ends at 100 when there is nothing to draw", () => {
    expect(axisOf(row({ direction: "harm", ...sides(null, null) }))).toBe(100);
  });

  it("holds every number drawn on it, for any question", () => {
    fc.assert(
      fc.property(anyQuestion(dataset), (pairs) => {
        const text = new URLSearchParams(pairs).toString();
        const answer = answerTo(text);
        for (const [index, one] of statementOf(answer, en).rows.entries()) {
          const outcome = answer.outcomes[index];
          const axis = outcome ? axisOf(outcome) : 0;
          for (const group of groups) {
            const { at } = one.sides[group];
            if (at === null) continue;
            expect(at.every((value) => value >= 0 && value <= axis)).toBe(true);
            expect(at[0] <= at[1] && at[1] <= at[2]).toBe(true);
          }
        }
      }),
      { numRuns: runs(40) },
    );
  });
});

describe("follow-up", () => {
  const months = (
    carT: Partial<ApiPool> | null,
    bsab: Partial<ApiPool> | null,
    timeDependent = true,
  ) => textOf(followUpsOf(row({ timeDependent, ...sides(carT, bsab) })));
  const textOf = (found: ReturnType<typeof followUpsOf>) =>
    found && english.report.short.followUp(...found);
  const followUp = (value: number | null) => ({ followUp: { months: value, unknownShare: 0 } });

  it("is said for time-dependent rows, CAR-T first", () => {
    expect(months(followUp(12.4), followUp(21.6))).toBe("follow-up 12 and 22 months");
  });

  it("is marked where it is not known", () => {
    expect(months(followUp(null), followUp(9))).toBe("follow-up ? and 9 months");
  });

  it("is not said where time does not matter, or with one class", () => {
    expect(months(followUp(12), followUp(12), false)).toBeNull();
    expect(months(followUp(12), null)).toBeNull();
  });
});

describe("the note of a closed row", () => {
  const note = (code: string) => ({ code, group: null, label: `label of ${code}`, text: code });
  const leadOfCodes = (...codes: string[]) => leadOf(row({ notes: codes.map(note) }))?.label;

  it("is the first, which weighs most", () => {
    expect(leadOfCodes("follow-up", "grading")).toBe("label of follow-up");
  });

  it("is not what the numbers and names of the row say already", () => {
    expect(leadOfCodes("other-trials", "figures-missing", "grading")).toBe("label of grading");
    expect(leadOfCodes("other-trials", "figures-missing")).toBeUndefined();
    expect(leadOfCodes()).toBeUndefined();
  });
});

describe("what is printed of products that are not in the number", () => {
  it("stands after it, and in its place where there is none", () => {
    const printed = notPooled({ product: "c", code: "no-count", shown: "17 %, count not printed" });
    const rest = [printed, notPooled({ product: "d" })];
    expect(evidenceOf({ ...of([94, 97]), notPooled: rest })).toBe(
      "94 of 97 in one trial; c 17 %, count not printed",
    );
    const none: ApiPool = { ...noPool, notPooled: rest };
    const { product, rate, evidence, what } = viewed(
      row({ pools: { "car-t": none, bsab: noPool } }),
    ).sides["car-t"];
    expect([product, rate, what]).toEqual([null, null, "products"]);
    expect(evidence).toBe("c 17 %, count not printed");
  });
});

it("a row that only one class can have says why, whatever is printed", () => {
  const notFor = "CAR-T is given once";
  const one = row({ ...sides(null, {}), appliesTo: ["bsab"], notFor, contrasts: [noContrast] });
  expect(viewed(one).missing).toBe(notFor);
});
