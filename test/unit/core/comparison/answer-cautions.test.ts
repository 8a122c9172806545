import { describe, expect, it } from "vitest";
import type { AskedSet } from "#core/comparison/answer.ts";
import { answerCautions, ruleCautions } from "#core/comparison/answer-cautions.ts";
import type { AnswerCaution } from "#core/comparison/coded-remarks.ts";
import { dataset } from "#core/dataset.ts";
import type { Query } from "#core/question/query.ts";
import type { ComputeCohort } from "#data/compute-set.ts";
import { entry } from "../../../support/answers.ts";
import {
  evidenceOf,
  made,
  none,
  type Row,
  withCohort,
  withFigure,
} from "../../../support/caution-rows.ts";
import { crs, infused, orr } from "../../../support/cohorts.ts";
import { asked } from "../../../support/queries.ts";

function cautionsOfAnswer(
  query: Query,
  set: AskedSet | null,
  rows: readonly Row[],
): AnswerCaution[] {
  const evidence = rows.map(evidenceOf);
  return [
    ...answerCautions(query, evidence, {
      products: [],
      compared: { randomised: 0, adjusted: 2 },
    }),
    ...ruleCautions(query, set, evidence),
  ];
}

const defaultQuery = asked("", dataset);
const ofAnswer = (...rows: Row[]) =>
  cautionsOfAnswer(defaultQuery, null, rows).map(({ code }) => code);

describe("an answer", () => {
  const always = ["no-randomised-comparison", "as-treated"];

  it("always says that no trial compared the classes and that infused patients are counted", () => {
    expect(ofAnswer(made())).toEqual(always);
  });

  it("without any figure says nothing", () => {
    expect(
      cautionsOfAnswer(defaultQuery, null, [
        { outcome: orr, groups: { "car-t": none, bsab: none } },
      ]),
    ).toEqual([]);
  });

  it.each(["age=60-", "prior-lines=-4"])("filtered by medians says ecological: %s", (text) => {
    const codesOf = cautionsOfAnswer(asked(text, dataset), null, [made()]).map(({ code }) => code);
    expect(codesOf).toContain("ecological");
  });

  it("says which cohorts count all randomised patients beside infused ones", () => {
    const enrolled = made({
      entries: [entry(), entry({ id: "z", label: "ZETA" }, { population: "randomised" })],
    });
    const [, said] = cautionsOfAnswer(defaultQuery, null, [enrolled]);
    expect(said).toEqual({ code: "as-treated", randomised: ["ZETA"] });
  });

  it("does not claim infused patients where all are counted as randomised", () => {
    const counted = made(withFigure({ population: "randomised" }));
    const [, said] = cautionsOfAnswer(defaultQuery, null, [counted]);
    expect(said).toEqual({ code: "intention-to-treat", wholeAnswer: true, cohorts: ["SOME"] });
  });

  it.each(["treated", "safety", "efficacy-evaluable"] as const)(
    "says infused patients of those counted as %s",
    (population) => {
      const [, said] = cautionsOfAnswer(defaultQuery, null, [made(withFigure({ population }))]);
      expect(said).toEqual({ code: "as-treated", randomised: [] });
    },
  );

  it("does not speak of infused patients for an outcome that names its own", () => {
    const over = withFigure({ population: "leukapheresed" }, infused);
    expect(ofAnswer(made({ ...over, bsab: none }))).toEqual(["no-randomised-comparison"]);
  });

  it("does not deny a randomised comparison that there is", () => {
    const said = (randomised: number) =>
      answerCautions(defaultQuery, [evidenceOf(made())], {
        products: [],
        compared: { randomised, adjusted: 3 },
      });
    expect(said(0)[0]).toEqual({ code: "no-randomised-comparison", adjusted: 3 });
    expect(said(1).map(({ code }) => code)).not.toContain("no-randomised-comparison");
  });

  it("without CAR-T does not speak of infused patients", () => {
    const row = made();
    row.groups["car-t"] = none;
    expect(ofAnswer(row)).toEqual(["no-randomised-comparison"]);
  });

  it("says cohorts-differ-between-rows when rows rest on different cohorts", () => {
    const other = made({ outcome: crs, entries: [entry({ id: "other" })] });
    expect(ofAnswer(made(), other)).toEqual([...always, "cohorts-differ-between-rows"]);
  });

  it("does not say cohorts-differ-between-rows for rows without figures", () => {
    const empty = { outcome: crs, groups: { "car-t": none, bsab: none } };
    expect(ofAnswer(made(), empty)).toEqual(always);
  });

  it.each<[string, Partial<ComputeCohort>]>([
    ["dose-escalation", { doses: "escalation" }],
    ["settings-mixed", { setting: "early" }],
    ["prior-bcma-mixed", { priorBcma: "some" }],
  ])("says %s", (code, over) => {
    expect(ofAnswer(withCohort(over))).toEqual([...always, code]);
  });

  it("counted over all enrolled says so, and nothing of the infused", () => {
    const said = cautionsOfAnswer(asked("denominator=enrolled", dataset), null, [made()]);
    expect(said.map(({ code }) => code)).toEqual(["no-randomised-comparison", "enrolled"]);
  });

  it("counted over all with cells collected names where, and whether it is derived", () => {
    const query = asked("denominator=collected", dataset);
    const saidOf = (...rows: Parameters<typeof cautionsOfAnswer>[2]) =>
      cautionsOfAnswer(query, null, rows).filter(({ code }) => code === "collected");
    expect(saidOf(made())).toEqual([{ code: "collected", printed: [], derived: [] }]);
    const one = made(withFigure({ population: "leukapheresed" }));
    expect(saidOf(one, one)).toMatchObject([{ printed: [expect.any(String)], derived: [] }]);
    const other = made(withFigure({ population: "leukapheresed", derived: true }));
    expect(saidOf(other)).toMatchObject([{ printed: [], derived: [expect.any(String)] }]);
    // The number infused is over all with cells collected, too, and no response.
    const planned = { ...one, outcome: { ...one.outcome, id: "infused", partOf: null } };
    expect(saidOf(planned)).toEqual([{ code: "collected", printed: [], derived: [] }]);
  });

  it.each([
    ["sources=any", { tier: 4 } as const, [], "unreviewed-sources"],
    ["cut=latest", {}, [], "latest-cut"],
    [
      "set=annals-2025",
      {},
      [{ with: "b", kind: "partial", reason: "centres" }] as const,
      "overlap-kept",
    ],
  ])("asked with %s says so where it matters", (text, measured, overlaps, code) => {
    const row = made({
      entries: [entry({ overlaps: [...overlaps] }, measured)],
    });
    const codesOf = (query: string) =>
      cautionsOfAnswer(asked(query, dataset), null, [row]).map((remark) => remark.code);
    expect(codesOf(text)).toContain(code);
    expect(codesOf("")).not.toContain(code);
  });

  it("to a published question names it, how much of it is known, and a change", () => {
    const set = { id: "x", name: "Made 2020", cohorts: 2, used: 3, modified: false };
    const said = (over: Partial<typeof set> | { cohorts: null }) =>
      cautionsOfAnswer(defaultQuery, { ...set, ...over }, [made()]).at(-1);
    const asked = { name: "Made 2020", modified: false };
    expect(said({})).toEqual({ code: "set-asked", ...asked, cohorts: 2, used: 3 });
    expect(said({ modified: true })).toMatchObject({ code: "set-asked", modified: true });
    expect(said({ cohorts: null })).toEqual({ code: "set-not-public", ...asked });
  });

  it("says each of its cautions once, however many rows it has", () => {
    const row = withCohort({ setting: "early", doses: "escalation", regimen: "combination" });
    const said = ofAnswer(row, row, made(), withCohort({ id: "x", priorBcma: "some" }));
    expect(new Set(said).size).toBe(said.length);
  });
});
