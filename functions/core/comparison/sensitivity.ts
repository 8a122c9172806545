/**
 * How much one outcome of an answer depends on single decisions: each cohort, the prior, the model,
 * and the rules of counting. Every line answers the whole question again with one thing changed. So
 * if a cohort is left out, cohorts that had been dropped because they overlap with it come back.
 */
import type { Outcome } from "#data/schema.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import { reference } from "../evidence/classes.ts";
import type { Dataset } from "../evidence/dataset.ts";
import type { Poolable } from "../evidence/gather.ts";
import { byClass, byGroup } from "../evidence/grouping.ts";
import { select } from "../evidence/select.ts";
import type { Query } from "../question/query.ts";
import { canonicalQuery } from "../question/query-text.ts";
import { DEFAULT_LANDMARK_PRIOR, DEFAULT_PRIOR } from "../statistics/bayes/pool.ts";
import type { Contrast, Interval, PoolStatus } from "./answer.ts";
import { bayesModel, contrastFits, eachAgainst, pool } from "./bayes-model.ts";
import { contrasts } from "./contrast.ts";
import type { Figures, Fit, FrequentistModels, Model } from "./fit.ts";
import { counts, landmarks } from "./kinds.ts";
import { type MeasuredGroup, measure } from "./measure.ts";
import { totalPatients } from "./patients.ts";

export interface SensitivityPool {
  status: PoolStatus;
  k: number;
  n: number | null;
  estimate: number | null;
  interval: Interval | null;
  tau: number | null;
}

const models = [
  { model: "bayes", interval: "t", tau: "separate" },
  { model: "glmm", interval: "t", tau: "separate" },
  { model: "reml", interval: "hartung-knapp", tau: "separate" },
  { model: "fixed", interval: "wald", tau: "separate" },
] as const;

const rules = [
  ["denominator=enrolled", "denominator", { denominator: "enrolled" }],
  ["definition=broad", "definition", { definition: "broad" }],
  ["cut=latest", "cut", { cut: "latest" }],
  ["sources=any", "sources", { sources: "any" }],
  ["overlap=keep", "overlap", { overlap: "keep" }],
  ["doses=recommended", "doses", { doses: "recommended" }],
] as const;

/**
 * What was changed: nothing (`base`), a cohort, the prior, the model or a rule of counting. `value`
 * is the id of the cohort left out, or names the prior, the model or the parameter with its value.
 */
export type Change =
  | { kind: "base"; value: "base" }
  /** `cohort` is the label of the cohort. */
  | { kind: "leave-one-out"; value: string; cohort: string }
  | { kind: "prior"; value: "tau-0.5" }
  | { kind: "model"; value: (typeof models)[number]["model"] }
  | { kind: "rule"; value: (typeof rules)[number][0] };

export interface Analysis {
  kind: Change["kind"];
  value: string;
  /** The change as text. */
  label: string;
  pools: Record<TherapyClass, SensitivityPool>;
  contrasts: readonly Contrast[];
  /** Canonical query of this line; `null` for `prior`, which no query can express. */
  query: string | null;
}

export interface CodedAnalysis extends Omit<Analysis, "kind" | "value" | "label"> {
  change: Change;
}

/** The unchanged answer first, then one line for every change that is possible for it. */
export function sensitivity(
  query: Query,
  outcome: Outcome,
  dataset: Dataset,
  frequentist: FrequentistModels,
): CodedAnalysis[] {
  const asked: Query = { ...query, outcome: [outcome.id] };
  const model = modelOf(asked, frequentist);
  const line = (change: Change, changed: Query, by: Model, told = true): CodedAnalysis => ({
    change,
    ...pairOf(changed, outcome, dataset, by),
    query: told ? canonicalQuery(changed, dataset) : null,
  });
  return [
    line({ kind: "base", value: "base" }, asked, model),
    ...pooledCohorts(asked, outcome, dataset).map(({ id, label }) =>
      line(
        { kind: "leave-one-out", value: id, cohort: label },
        { ...asked, exclude: [...asked.exclude, id] },
        model,
      ),
    ),
    ...(asked.model === "bayes"
      ? [line({ kind: "prior", value: "tau-0.5" }, asked, halfPrior(outcome), false)]
      : []),
    ...models
      .filter((change) => change.model !== asked.model)
      .map((change) => {
        const changed = { ...asked, ...change };
        return line({ kind: "model", value: change.model }, changed, modelOf(changed, frequentist));
      }),
    ...rules
      .filter(([, parameter, change]) => Object.values(change)[0] !== asked[parameter])
      .map(([value, , change]) => line({ kind: "rule", value }, { ...asked, ...change }, model)),
  ];
}

function modelOf(query: Query, frequentist: FrequentistModels): Model {
  return query.model === "bayes" ? bayesModel : frequentist(query);
}

/** τ ~ half-normal with half the default scale. */
function halfPrior({ kind }: Outcome): Model {
  const usual = kind === "landmark" ? DEFAULT_LANDMARK_PRIOR : DEFAULT_PRIOR;
  const prior = { ...usual, tau: { ...usual.tau, scale: usual.tau.scale / 2 } };
  const byHalf = (figures: Figures) => pool(figures, { prior });
  return {
    pool: byHalf,
    compare: (groups, reference) => eachAgainst(groups, reference, byHalf, contrastFits),
  };
}

function measured(
  query: Query,
  outcome: Outcome,
  dataset: Dataset,
): MeasuredGroup<TherapyClass, Poolable>[] {
  const { groups } = byClass(select(query, dataset).included);
  return outcome.kind === "landmark"
    ? measure(outcome, groups, query, landmarks)
    : measure(outcome, groups, query, counts);
}

function pooledCohorts(query: Query, outcome: Outcome, dataset: Dataset) {
  return measured(query, outcome, dataset).flatMap(({ own }) =>
    own.gathered.entries.map(({ cohort }) => cohort),
  );
}

function pairOf(
  query: Query,
  outcome: Outcome,
  dataset: Dataset,
  model: Model,
): Pick<Analysis, "pools" | "contrasts"> {
  const compared = model.compare(measured(query, outcome, dataset), reference);
  return {
    pools: byGroup(compared, ({ fit, figures }) => poolOf(fit, figures)),
    contrasts: contrasts(outcome, compared, reference),
  };
}

function poolOf(
  { status, k, estimate, interval, tau }: Fit,
  { figures }: Figures,
): SensitivityPool {
  const n = totalPatients(figures.map((figure) => ({ patients: figure.n })));
  return { status, k, n, estimate, interval, tau: k > 1 ? tau : null };
}
