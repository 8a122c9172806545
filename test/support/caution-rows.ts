/** Rows of an answer as the rules of cautions see them: two classes, each with what is said over. */
import type { Pool } from "#core/comparison/answer.ts";
import type { RowEvidence } from "#core/comparison/cautions.ts";
import type { CountedFigure } from "#core/evidence/choose.ts";
import type { Entry } from "#core/evidence/gather.ts";
import type { ComputeCohort } from "#data/compute-set.ts";
import type { Outcome } from "#data/schema.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import { entry, groupsOf, noPool, pool } from "./answers.ts";
import { orr } from "./cohorts.ts";

type Evidence = Omit<RowEvidence["groups"][number], "id" | "classes">;

export interface Row {
  outcome: Outcome;
  groups: Record<TherapyClass, Evidence>;
}

export const evidenceOf = ({ outcome, groups }: Row): RowEvidence => ({
  outcome,
  groups: groupsOf(groups),
});

export interface Made {
  outcome?: Outcome;
  pool?: Partial<Pool>;
  entries?: readonly Entry[];
  productsDiffer?: Evidence["productsDiffer"];
  selectedProducts?: readonly string[];
  dropped?: number;
  settled?: boolean;
  because?: string | null;
  bsab?: Partial<Evidence>;
}

export function made({ outcome = orr, entries = [entry()], ...carT }: Made = {}): Row {
  const { productsDiffer = null, selectedProducts = [], dropped = 0, because = null } = carT;
  const { settled = true } = carT;
  return {
    outcome,
    groups: {
      "car-t": {
        pool: pool(carT.pool),
        entries,
        productsDiffer,
        selectedProducts,
        dropped,
        settled,
        because,
      },
      bsab: {
        pool: pool(),
        entries: [entry({ id: "b", therapyClass: "bsab", product: "betamab" })],
        productsDiffer: null,
        selectedProducts: [],
        dropped: 0,
        settled: true,
        because: null,
        ...carT.bsab,
      },
    },
  };
}

export const none = {
  pool: noPool,
  entries: [],
  productsDiffer: null,
  selectedProducts: [],
  dropped: 0,
  settled: true,
  because: null,
};
export const withCohort = (over: Partial<ComputeCohort>) => made({ entries: [entry(over)] });
export const withFigure = (over: Partial<CountedFigure>, outcome = orr): Made => ({
  outcome,
  entries: [entry({}, over)],
});
