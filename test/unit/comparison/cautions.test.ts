import { describe, expect, it } from "vitest";
import type { ComputeCohort, ComputeFigure } from "../../../data/compute-set.ts";
import type { Outcome } from "../../../data/schema.ts";
import type { Pool } from "../../../functions/comparison/answer.ts";
import {
  answerCautions,
  type RowEvidence,
  rowCautions,
} from "../../../functions/comparison/cautions.ts";
import { dataset } from "../../../functions/dataset.ts";
import type { Entry } from "../../../functions/evidence/gather.ts";
import { entry, noPool, pool } from "../../support/answers.ts";
import { cohort, crs, infection, infused, landmark, orr, pfs } from "../../support/cohorts.ts";
import { asked } from "../../support/queries.ts";

interface Made {
  outcome?: Outcome;
  pool?: Partial<Pool>;
  entries?: readonly Entry[];
  productsDiffer?: boolean;
  dropped?: number;
  bsab?: Partial<RowEvidence["groups"]["bsab"]>;
}

function made({ outcome = orr, entries = [entry()], ...carT }: Made = {}): RowEvidence {
  const { productsDiffer = false, dropped = 0 } = carT;
  return {
    outcome,
    groups: {
      "car-t": { pool: pool(carT.pool), entries, productsDiffer, dropped },
      bsab: {
        pool: pool(),
        entries: [entry({ id: "b", therapyClass: "bsab", product: "betamab" })],
        productsDiffer: false,
        dropped: 0,
        ...carT.bsab,
      },
    },
  };
}

const defaultQuery = asked("", dataset);
const none = { pool: noPool, entries: [], productsDiffer: false, dropped: 0 };
const codes = (one: Made = {}) => rowCautions(made(one)).map(({ code }) => code);
const withCohort = (over: Partial<ComputeCohort>) => made({ entries: [entry(over)] });
const withFigure = (over: Partial<ComputeFigure>, outcome = orr): Made => ({
  outcome,
  entries: [entry({}, over)],
});
const ofAnswer = (...rows: RowEvidence[]) =>
  answerCautions(defaultQuery, rows).map(({ code }) => code);

function landmarkEntry(over: Parameters<typeof landmark>[2]): Entry {
  const figure = landmark("pfs-12", 0.7, over);
  return { cohort: cohort("l"), figure, n: figure.n ?? 0, followUpMonths: figure.followUpMonths };
}

describe("a row", () => {
  it("without anything to say has no cautions", () => {
    expect(codes()).toEqual([]);
  });

  it("without any figure has no cautions", () => {
    expect(rowCautions({ outcome: orr, groups: { "car-t": none, bsab: none } })).toEqual([]);
  });

  it("says one-class and names the missing one", () => {
    const [caution] = rowCautions(made({ bsab: none }));
    expect(caution).toMatchObject({ code: "one-class", label: "no BsAb data" });
  });

  it("does not say one-class where a bispecific cannot have the outcome", () => {
    expect(codes({ outcome: infused, bsab: none })).toEqual([]);
  });

  it.each([
    [1, ["single-cohort"]],
    [2, ["few-cohorts"]],
    [3, []],
  ])("of %d CAR-T cohorts says %j", (k, said) => {
    expect(codes({ pool: { k } })).toEqual(said);
  });

  it("says exposure-differs for a time-dependent outcome, with both follow-ups", () => {
    const [caution] = rowCautions(
      made({
        outcome: infection,
        pool: { followUp: { months: 12.4, unknownShare: 0 } },
        bsab: { pool: pool({ followUp: { months: null, unknownShare: 1 } }) },
      }),
    );
    expect(caution?.code).toBe("exposure-differs");
    expect(caution?.text).toMatch(/CAR-T 12\.4 months, bispecific not reported/);
  });

  it("does not say exposure-differs with one class", () => {
    expect(codes({ outcome: infection, bsab: none })).toEqual(["one-class"]);
  });

  it("says products-differ with how far they lie apart", () => {
    const part = { k: 1, n: 100, interval: [0, 1] as const };
    const products = [
      { ...part, product: "alpha-cel", estimate: 0.9 },
      { ...part, product: "gamma-cel", estimate: 0.71 },
    ];
    const [caution] = rowCautions(made({ productsDiffer: true, pool: { products } }));
    expect(caution?.code).toBe("products-differ");
    expect(caution?.text).toMatch(/from 71 to 90 of 100: a class average, not a product/);
  });

  it("says evaluable-only and names the cohorts", () => {
    const [caution] = rowCautions(made(withFigure({ population: "efficacy-evaluable" })));
    expect(caution?.code).toBe("evaluable-only");
    expect(caution?.text).toContain("SOME");
  });

  it("says intention-to-treat and names the cohorts", () => {
    const [caution] = rowCautions(made(withFigure({ population: "randomised" })));
    expect(caution?.code).toBe("intention-to-treat");
    expect(caution?.text).toContain("SOME");
  });

  it.each(["lee", "cartox", "ctcae"] as const)("graded by %s says older-grading", (grading) => {
    expect(codes(withFigure({ grading }, crs))).toEqual(["older-grading"]);
  });

  it("graded by ASTCT does not say older-grading", () => {
    expect(codes(withFigure({ grading: "astct" }, crs))).toEqual([]);
  });

  it("about something other than CRS or ICANS does not say older-grading", () => {
    expect(codes(withFigure({ grading: "ctcae" }, infection))).not.toContain("older-grading");
  });

  it("says grade-5-not-counted where grades 3 and 4 are counted alone", () => {
    expect(codes(withFigure({ grades: "3-4" }, crs))).toEqual(["grade-5-not-counted"]);
    expect(codes(withFigure({ grades: "3-5" }, crs))).toEqual([]);
  });

  it("says definition-mixed where two known scales meet", () => {
    const entries = [entry({}, { grades: "3-4" }), entry({ id: "z" }, { grades: "3-5" })];
    expect(codes({ outcome: crs, entries })).toContain("definition-mixed");
  });

  it("says variance-approximated where only the number of patients gives a width", () => {
    const entries = [landmarkEntry({ interval: null, atRisk: null })];
    expect(codes({ outcome: pfs, entries, bsab: none })).toContain("variance-approximated");
  });

  it("does not say variance-approximated with a printed interval or a number at risk", () => {
    const entries = [landmarkEntry({}), landmarkEntry({ interval: null, atRisk: 40 })];
    expect(codes({ outcome: pfs, entries })).not.toContain("variance-approximated");
  });

  it("says time-origin-differs where survival starts at different events", () => {
    const entries = [
      landmarkEntry({ timeOrigin: "infusion" }),
      landmarkEntry({ timeOrigin: "randomisation" }),
      landmarkEntry({ timeOrigin: null }),
    ];
    expect(codes({ outcome: pfs, entries })).toContain("time-origin-differs");
  });

  it("does not say time-origin-differs where one start is known", () => {
    const entries = [
      landmarkEntry({ timeOrigin: "infusion" }),
      landmarkEntry({ timeOrigin: null }),
    ];
    expect(codes({ outcome: pfs, entries })).not.toContain("time-origin-differs");
  });

  it.each([
    [{ marginal: 0.47 }, true],
    [{ marginal: 0.471 }, false],
    [{ crude: 0.53 }, true],
    [{ crude: 0.529 }, false],
    [{ crude: null, marginal: 0.5 }, false],
    [{ crude: null, marginal: 0.4 }, true],
    [{ marginal: 0.4, k: 1 }, false],
  ])("with an estimate of 0.5 and %j says typical-vs-average: %s", (over, said) => {
    expect(codes({ pool: over }).includes("typical-vs-average")).toBe(said);
  });

  it("says overlap-dropped with how many were left out", () => {
    const [caution] = rowCautions(made({ dropped: 2 }));
    expect(caution?.code).toBe("overlap-dropped");
    expect(caution?.text).toMatch(/^2 cohorts were left out of CAR-T/);
  });

  it("says combination and names the cohorts given with other drugs", () => {
    const entries = [entry({ regimen: "combination", label: "TEC-DARA" }), entry({ id: "mono" })];
    const [caution] = rowCautions(made({ entries }));
    expect(caution?.code).toBe("combination");
    expect(caution?.text).toContain("TEC-DARA");
    expect(caution?.text).not.toContain("MONO");
  });

  it("labels every caution in at most four words", () => {
    const remarks = [
      ...rowCautions(made({ outcome: infection, dropped: 1, pool: { k: 2, marginal: 0.1 } })),
      ...rowCautions(made({ bsab: none, productsDiffer: true })),
      ...rowCautions(made(withFigure({ population: "efficacy-evaluable", grades: "3-4" }, crs))),
      ...rowCautions(withCohort({ regimen: "combination" })),
      ...answerCautions(defaultQuery, [
        withCohort({ doses: "escalation", setting: "early", priorBcma: "some" }),
      ]),
    ];
    const long = remarks.map(({ label }) => label).filter((label) => label.split(" ").length > 4);
    expect(long).toEqual([]);
  });
});

describe("an answer", () => {
  const always = ["no-randomised-comparison", "as-treated"];

  it("always says that no trial compared the classes and that infused patients are counted", () => {
    expect(ofAnswer(made())).toEqual(always);
  });

  it("without any figure says nothing", () => {
    expect(
      answerCautions(defaultQuery, [{ outcome: orr, groups: { "car-t": none, bsab: none } }]),
    ).toEqual([]);
  });

  it.each(["age=60-", "prior-lines=-4"])("filtered by medians says ecological: %s", (text) => {
    const codesOf = answerCautions(asked(text, dataset), [made()]).map(({ code }) => code);
    expect(codesOf).toContain("ecological");
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

  it("says dose-escalation", () => {
    expect(ofAnswer(withCohort({ doses: "escalation" }))).toEqual([...always, "dose-escalation"]);
  });

  it("says settings-mixed", () => {
    expect(ofAnswer(withCohort({ setting: "early" }))).toEqual([...always, "settings-mixed"]);
  });

  it("says prior-bcma-mixed", () => {
    expect(ofAnswer(withCohort({ priorBcma: "some" }))).toEqual([...always, "prior-bcma-mixed"]);
  });

  it("says each of its cautions once, however many rows it has", () => {
    const row = withCohort({ setting: "early", doses: "escalation", regimen: "combination" });
    const said = ofAnswer(row, row, made(), withCohort({ id: "x", priorBcma: "some" }));
    expect(new Set(said).size).toBe(said.length);
  });
});
