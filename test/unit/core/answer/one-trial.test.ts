/** Cohorts of one trial are figures of this trial, and never trials of their own. */
import { describe, expect, it } from "vitest";
import { compareClasses, compareGroups } from "#core/answer/compare.ts";
import { models } from "#core/answer/models.ts";
import { testSubgroupsOfQuestion } from "#core/answer/subgroup-test.ts";
import { dataset } from "#core/dataset.ts";
import { type Grouping, groupCohortsByClass } from "#core/evidence/grouping.ts";
import { clopperPearson } from "#core/statistics/interval.ts";
import {
  bispecific,
  cohort,
  datasetOf,
  figure,
  outcome,
  widestBut,
} from "../../../support/cohorts.ts";
import { queryOf } from "../../../support/queries.ts";
import { countsOf, rowOf } from "./entries.ts";

const counted = (events: number, n: number) => ({ n, figures: [figure("orr", events, n)] });

const separateTrials = (studies: readonly { trial: string }[]) =>
  new Set(studies.map(({ trial }) => trial)).size;

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

const added = bispecific("both", { trial: "NCT1", ...counted(212, 297) });

describe("among several trials", () => {
  const others = [another, bispecific("more", counted(45, 60))];

  it.each(["bayes", "glmm", "reml", "dl"] as const)(
    "the cohorts of one are one figure, their counts added, by %s",
    (model) => {
      const apart = rowOf([...carT, ...schedules, ...others], { model });
      const together = rowOf([...carT, added, ...others], { model });
      const numbers = ({ studies, products, ...pool }: (typeof apart)["pools"]["bsab"]) => ({
        ...pool,
        products: products.map(({ smallTrials, ...product }) => product),
      });
      expect(numbers(apart.pools.bsab)).toEqual(numbers(together.pools.bsab));
      expect(apart.contrasts).toEqual(together.contrasts);
      expect(apart.contrasts[0]?.status).toBe("ok");
      expect(apart.pools.bsab).toMatchObject({ k: 3, selectedTrials: 3, events: 317, n: 457 });
    },
  );

  it("t has as many degrees of freedom as there are trials, less one", () => {
    const { interval } = rowOf([...carT, ...schedules, another], { model: "reml" }).pools.bsab;
    // R: rma(measure = "PLO", xi = c(212, 60), ni = c(297, 100), method = "REML", test = "t"), predict(fit, plogis)
    expect(interval).toEqual([expect.closeTo(0.0737452, 6), expect.closeTo(0.980149, 6)]);
  });

  it("those of one group alone are added", () => {
    const byCohort: Grouping = (cohorts) => ({
      groups: [
        {
          id: "weekly",
          classes: ["bsab"],
          cohorts: cohorts.filter(({ id }) => id !== "fortnightly"),
        },
        {
          id: "other",
          classes: ["bsab"],
          cohorts: cohorts.filter(({ id }) => id === "fortnightly"),
        },
      ],
      reference: null,
      ungrouped: [],
    });
    const data = datasetOf([...schedules, ...others]);
    const [row] = compareGroups(widestBut({ outcome: ["orr"] }), data, models, byCohort).outcomes;
    expect(row?.pools).toMatchObject({
      weekly: { k: 3, events: 211, n: 303 },
      other: { k: 1, events: 106, n: 154 },
    });
  });

  it("those of one trial are not three for a test between groups", () => {
    const orr = outcome("orr");
    const three = [...schedules, bispecific("third", { trial: "NCT1", ...counted(5, 30) })];
    const { groups, smallGroups } = testSubgroupsOfQuestion(
      widestBut({ outcome: ["orr"] }),
      orr,
      datasetOf([...carT, ...three]),
      groupCohortsByClass,
    );
    expect({ groups, smallGroups }).toEqual({ groups: ["car-t"], smallGroups: ["bsab"] });
  });
});

describe("a pooling of two trials", () => {
  const pooling = bispecific("pooling", {
    trial: "NCT1",
    pooledTrials: ["NCT1", "NCT2"],
    ...counted(144, 217),
  });

  it("counts as both of them, and is one figure of the model", () => {
    const { pools } = rowOf([...carT, pooling, another], { model: "reml" });
    const { pools: same } = rowOf([...carT, { ...pooling, pooledTrials: [] }, another], {
      model: "reml",
    });
    expect([pools.bsab.k, pools.bsab.selectedTrials, same.bsab.k]).toEqual([3, 3, 2]);
    expect([pools.bsab.estimate, pools.bsab.interval]).toEqual([
      same.bsab.estimate,
      same.bsab.interval,
    ]);
    expect(pools.bsab.studies[0]).toMatchObject({ pooledTrials: ["NCT1", "NCT2"] });
  });

  it("tells nothing of how its trials differ, so that a side of it alone is its count and is not compared", () => {
    const { pools, contrasts } = rowOf([...carT, pooling]);
    expect(pools.bsab).toMatchObject({
      ...{ k: 2, status: "one-trial", tau: null },
      interval: clopperPearson(144, 217).map((end) => expect.closeTo(end, 5)),
    });
    expect(contrasts[0]?.status).toBe("one-trial");
  });
});

it("a published set counts each cohort as it did, also those of one trial", () => {
  const ids = ["annals-2025", "roex-2020", "vandenboom-2025", "yang-2021"];
  expect(dataset.sets.map(({ id }) => id)).toEqual(ids);
  let ofOneTrial = 0;
  for (const id of ids) {
    const { outcomes, query } = compareClasses(queryOf(`set=${id}`, dataset), dataset, models);
    const { pool } = models.of(query);
    for (const { pools } of outcomes) {
      for (const { k, studies, estimate, interval, status } of Object.values(pools)) {
        expect(k).toBe(studies.length);
        if (separateTrials(studies) < k) ofOneTrial += 1;
        const counts = studies.flatMap((study) =>
          study.events === null ? [] : `${study.events}/${study.n}`,
        );
        if (counts.length < 2 || counts.length < k || status === "fallback") continue;
        const fit = pool(countsOf(counts.join(" ")));
        expect(estimate).toBeCloseTo(fit.estimate ?? Number.NaN, 5);
        expect(interval?.[0]).toBeCloseTo(fit.interval?.[0] ?? Number.NaN, 5);
      }
    }
  }
  expect(ofOneTrial).toBeGreaterThan(10);
});
