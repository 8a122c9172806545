/** Cohorts of one trial are figures of this trial, and never trials of their own. */
import { describe, expect, it } from "vitest";
import { compare } from "#core/answer/compare.ts";
import { models } from "#core/answer/models.ts";
import { subgroupTest } from "#core/answer/subgroup-test.ts";
import { byClass } from "#core/evidence/grouping.ts";
import type { Query } from "#core/question/query.ts";
import { clopperPearson } from "#core/statistics/interval.ts";
import type { ComputeCohort } from "#data/compute-set.ts";
import {
  bispecific,
  cohort,
  datasetOf,
  figure,
  outcome,
  widestBut,
} from "../../../support/cohorts.ts";

const counted = (events: number, n: number) => ({ n, figures: [figure("orr", events, n)] });

/** Two schedules of one trial. */
const schedules = [
  bispecific("weekly", { trial: "NCT1", ...counted(106, 143) }),
  bispecific("fortnightly", { trial: "NCT1", ...counted(106, 154) }),
];
const another = bispecific("another", counted(60, 100));
const carT = [
  cohort("a", counted(80, 100)),
  cohort("b", counted(70, 100)),
  cohort("c", counted(70, 90)),
];

function rowOf(cohorts: readonly ComputeCohort[], over: Partial<Query> = {}) {
  const query = widestBut({ outcome: ["orr"], ...over });
  const [row] = compare(query, datasetOf([...cohorts]), models).outcomes;
  if (!row) throw new Error("no row");
  return row;
}

describe("a side of one trial", () => {
  it.each(["bayes", "glmm", "reml"] as const)("is its counts added, asked for by %s", (model) => {
    const { pools, contrasts } = rowOf([...carT, ...schedules], { model });
    const { k, selectedTrials, events, n, estimate, interval, tau, i2, predictionInterval } =
      pools.bsab;
    expect({ k, selectedTrials, events, n, estimate, interval }).toEqual({
      ...{ k: 1, selectedTrials: 1, events: 212, n: 297 },
      estimate: expect.closeTo(212 / 297, 6),
      interval: clopperPearson(212, 297).map((end) => expect.closeTo(end, 5)),
    });
    // Between schedules there is no spread between trials.
    expect([tau, i2, predictionInterval]).toEqual([null, null, null]);
    expect(pools.bsab.studies.map((study) => [study.cohort, study.events])).toEqual([
      ["weekly", 106],
      ["fortnightly", 106],
    ]);
    expect(contrasts[0]?.status).toBe("one-trial");
  });

  it("needs no model where nobody has the event", () => {
    const without = schedules.map((schedule) => ({
      ...schedule,
      figures: [figure("orr", 0, 150)],
    }));
    const { pools, notes } = rowOf([...carT, ...without], { model: "glmm" });
    expect([pools.bsab.estimate, pools.bsab.status]).toEqual([0, "one-trial"]);
    expect(notes.map(({ code }) => code)).not.toContain("fallback");
  });

  it("is the large trial beside small ones, with all of its parts", () => {
    const { pools } = rowOf([...carT, ...schedules, bispecific("small", counted(9, 20))]);
    expect(pools.bsab).toMatchObject({ k: 1, selectedTrials: 2, events: 212, n: 297 });
  });

  it("of a product is its number beside other products", () => {
    const ofDeltamab = { ...another, product: "deltamab" };
    const { pools } = rowOf([...carT, ...schedules, ofDeltamab]);
    expect(pools.bsab.products).toMatchObject([
      { product: "betamab", k: 1, events: 212, n: 297, estimate: expect.closeTo(212 / 297, 6) },
      { product: "deltamab", k: 1 },
    ]);
  });

  it("is also that of the other kind of regimen", () => {
    const combined = schedules.map((schedule) => ({
      ...schedule,
      regimen: "combination" as const,
    }));
    const large = [another, bispecific("more", counted(600, 900))];
    const { pools } = rowOf([...carT, ...large, ...combined]);
    expect(pools.bsab.otherRegimen).toMatchObject({ k: 1, estimate: expect.closeTo(212 / 297, 6) });
  });
});

describe("among several trials", () => {
  it("each cohort remains a figure, and the trials are counted once", () => {
    const { pools, contrasts } = rowOf([...carT, ...schedules, another]);
    expect(pools.bsab).toMatchObject({ k: 2, selectedTrials: 2, events: 272, n: 397 });
    expect(pools.bsab.studies).toHaveLength(3);
    expect(contrasts[0]?.status).toBe("ok");
  });

  it("those of one trial are not three for a test between groups", () => {
    const orr = outcome("orr");
    const three = [...schedules, bispecific("third", { trial: "NCT1", ...counted(5, 30) })];
    const { groups, smallGroups } = subgroupTest(
      widestBut({ outcome: ["orr"] }),
      orr,
      datasetOf([...carT, ...three]),
      byClass,
    );
    expect({ groups, smallGroups }).toEqual({ groups: ["car-t"], smallGroups: ["bsab"] });
  });
});
