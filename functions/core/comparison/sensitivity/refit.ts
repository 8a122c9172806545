/** Answers a changed question for one outcome: exactly the row that the comparison would have. */
import type { Outcome } from "#data/schema.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import { groups as classes } from "../../evidence/classes.ts";
import type { Dataset } from "../../evidence/dataset.ts";
import type { Entry } from "../../evidence/gather.ts";
import { byClass, byGroup } from "../../evidence/grouping.ts";
import { DEFAULT_LANDMARK_PRIOR, DEFAULT_PRIOR } from "../../statistics/bayes/prior.ts";
import type { Contrast, Interval, PoolStatus } from "../answer.ts";
import { bayesFitting } from "../bayes-fitting.ts";
import type { Beyond } from "../beyond.ts";
import { begin, rowOf } from "../compare.ts";
import { type Model, modelOf } from "../fit.ts";
import { noFit } from "../no-fit.ts";
import type { Check } from "./checks.ts";

export interface SensitivityPool {
  status: PoolStatus;
  k: number;
  n: number | null;
  estimate: number | null;
  interval: Interval | null;
  tau: number | null;
}

/** A check asks for nothing beyond its own contrast. */
export type CheckedContrast = Omit<Contrast, "holds">;

export interface Refit {
  readonly pools: Record<TherapyClass, SensitivityPool>;
  readonly contrasts: readonly CheckedContrast[];
  /** The pooled cohorts with their figures. */
  readonly entries: Record<TherapyClass, readonly Entry[]>;
  readonly model: Model;
}

export type Refits = (check: Pick<Check, "query" | "prior">) => Refit;

export function refitsOf(outcome: Outcome, dataset: Dataset, beyond: Beyond): Refits {
  return ({ query, prior }) => {
    const rules = prior === null ? beyond : { ...beyond, model: () => withPrior(outcome, prior) };
    const asked = begin({ ...query, outcome: [outcome.id] }, dataset, rules, byClass);
    const { answer, evidence } = rowOf(outcome, {
      ...asked,
      model: contrastsOnly(asked.model),
      holds: null,
    });
    const ids = classes.map((id) => ({ id }));
    return {
      pools: byGroup(ids, ({ id }) => {
        const { status, k, n, estimate, interval, tau } = answer.pools[id];
        return { status, k, n, estimate, interval, tau };
      }),
      contrasts: answer.contrasts.map(({ holds: _, ...contrast }) => contrast),
      entries: byGroup(
        ids,
        (one) => evidence.groups.find(({ id }) => id === one.id)?.entries ?? [],
      ),
      model: asked.model,
    };
  };
}

/** Of a changed question nobody reads predictions, products and regimens beside. */
function contrastsOnly({ compare }: Model): Model {
  return {
    pool: () => noFit,
    compare: (groups, reference) => compare(groups, reference, "contrast"),
  };
}

/** The default model with another prior. */
function withPrior({ kind }: Outcome, prior: NonNullable<Check["prior"]>): Model {
  const changed = prior(kind === "landmark" ? DEFAULT_LANDMARK_PRIOR : DEFAULT_PRIOR);
  return modelOf(bayesFitting({ prior: changed }));
}

/** Whether both pool the same cohorts with the same figures. */
export function poolTheSame(a: Refit, b: Refit): boolean {
  return classes.every((id) => {
    const [ofA, ofB] = [a.entries[id], b.entries[id]];
    return (
      ofA.length === ofB.length &&
      ofA.every((entry, index) => {
        const other = ofB[index];
        return other !== undefined && isSame(entry, other);
      })
    );
  });
}

function isSame(a: Entry, b: Entry): boolean {
  if (a.cohort.id !== b.cohort.id) return false;
  if ("survival" in a.figure && "survival" in b.figure) {
    const [own, other] = [a.figure.hazard, b.figure.hazard];
    return own.y === other.y && own.se === other.se;
  }
  // The figures of one data set are the same objects however they are chosen.
  return a.figure === b.figure;
}
