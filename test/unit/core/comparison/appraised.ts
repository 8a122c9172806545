/** Evidence that gives no reason to lower the certainty, and changes of it that do. */
import { expect } from "vitest";
import type { Contrast } from "#core/comparison/answer.ts";
import {
  type GroupEvidence as AppraisedGroup,
  appraise as appraiseGroups,
} from "#core/comparison/certainty.ts";
import type { CountedFigure } from "#core/evidence/choose.ts";
import type { Dataset } from "#core/evidence/dataset.ts";
import type { ComputeCohort } from "#data/compute-set.ts";
import type { Outcome } from "#data/schema.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import { contrast, entry, groupsOf, pool } from "../../../support/answers.ts";
import { datasetOf, orr } from "../../../support/cohorts.ts";

export type GroupEvidence = Omit<AppraisedGroup, "id">;
export type Evidence = Record<TherapyClass, GroupEvidence>;

export const appraise = (outcome: Outcome, evidence: Evidence, between: Contrast, held: Dataset) =>
  appraiseGroups(outcome, groupsOf(evidence), [between], held);

export const dataset = datasetOf([]);

/** Two cohorts of different makers in each class, which give no reason to lower the certainty. */
export function sound(): Evidence {
  return {
    "car-t": {
      pool: pool(),
      entries: [entry({ id: "a" }), entry({ id: "b", product: "gamma-cel" })],
    },
    bsab: {
      pool: pool(),
      entries: [
        entry({ id: "c", therapyClass: "bsab", product: "betamab" }),
        entry({ id: "d", therapyClass: "bsab", product: "deltamab" }),
      ],
    },
  };
}

export interface Change {
  outcome?: typeof orr;
  pool?: Parameters<typeof pool>[0];
  /** Applied to the first CAR-T cohort. */
  cohort?: Partial<ComputeCohort>;
  figure?: Partial<CountedFigure>;
  /** Applied to every CAR-T cohort. */
  all?: Partial<ComputeCohort>;
  contrast?: Partial<Contrast>;
  dataset?: Dataset;
}

export function codes(change: Change): string[] {
  const evidence = sound();
  const carT = evidence["car-t"];
  evidence["car-t"] = {
    pool: pool(change.pool),
    entries: carT.entries.map(({ cohort, figure }, index) => {
      const over = index === 0 ? change.cohort : {};
      const measured = index === 0 ? change.figure : {};
      if (!("events" in figure)) throw new Error("not a count");
      return entry({ ...cohort, ...change.all, ...over }, { ...figure, ...measured });
    }),
  };
  const level = appraise(
    change.outcome ?? orr,
    evidence,
    contrast(change.contrast),
    change.dataset ?? dataset,
  );
  expect(level.level).toBe(level.reasons.length > 0 ? "very-low" : "low");
  return level.reasons.map(({ code }) => code);
}
