/**
 * How much one outcome of an answer depends on what was decided for it: each cohort, the prior, the
 * model, and the rules of counting. Every line is the whole question asked again with one thing
 * changed, so a cohort left out lets in those that had given way to it.
 */
import type { Outcome } from "../../data/schema.ts";
import type { TherapyClass } from "../../data/vocabulary.ts";
import { reference } from "../evidence/class-names.ts";
import type { Dataset } from "../evidence/dataset.ts";
import { gatherCounts, gatherLandmarks } from "../evidence/gather.ts";
import { byClass, byGroup } from "../evidence/grouping.ts";
import type { Query } from "../evidence/query.ts";
import { select } from "../evidence/select.ts";
import { DEFAULT_LANDMARK_PRIOR, DEFAULT_PRIOR } from "../statistics/bayes/pool.ts";
import type { Contrast, Interval, PoolStatus } from "./answer.ts";
import { bayesModel, contrastFits, eachAgainst, pool } from "./bayes-model.ts";
import { contrasts } from "./contrast.ts";
import type { Figures, Fit, FrequentistModels, Model } from "./fit.ts";
import { totalPatients } from "./patients.ts";
import { canonicalQuery } from "./query-text.ts";
import { counts, landmarks } from "./summarise.ts";

export interface SensitivityPool {
  status: PoolStatus;
  k: number;
  n: number | null;
  estimate: number | null;
  interval: Interval | null;
  tau: number | null;
}

export interface Analysis {
  /** What was changed: a cohort, or a parameter of the question; `prior` and `base` are neither. */
  kind: "base" | "leave-one-out" | "prior" | "model" | "rule";
  /** The cohort left out, the prior, or the parameter with its value. */
  value: string;
  label: string;
  pools: Record<TherapyClass, SensitivityPool>;
  contrasts: readonly Contrast[];
  /** Canonical question of a changed parameter; `null` where no question says so. */
  query: string | null;
}

/** The answer as it stands first, then one line for every change that can be made to it. */
export function sensitivity(
  query: Query,
  outcome: Outcome,
  dataset: Dataset,
  frequentist: FrequentistModels,
): Analysis[] {
  const asked: Query = { ...query, outcome: [outcome.id] };
  const model = modelOf(asked, frequentist);
  const line = (
    kind: Analysis["kind"],
    value: string,
    label: string,
    changed: Query,
    by: Model,
    told: boolean,
  ): Analysis => ({
    kind,
    value,
    label,
    ...pairOf(changed, outcome, dataset, by),
    query: told ? canonicalQuery(changed, dataset) : null,
  });
  const pooled = pooledCohorts(asked, outcome, dataset);
  return [
    line("base", "base", "As asked", asked, model, true),
    ...pooled.map(({ id, label }) =>
      line(
        "leave-one-out",
        id,
        `Without ${label}`,
        { ...asked, exclude: [...asked.exclude, id] },
        model,
        true,
      ),
    ),
    ...(asked.model === "bayes"
      ? [
          line(
            "prior",
            "tau-0.5",
            "Half the prior spread between trials",
            asked,
            halfPrior(outcome),
            false,
          ),
        ]
      : []),
    ...models
      .filter(([change]) => change.model !== asked.model)
      .map(([change, label]) => {
        const changed = { ...asked, ...change };
        return line("model", change.model, label, changed, modelOf(changed, frequentist), true);
      }),
    ...rules
      .filter(([parameter, change]) => Object.values(change)[0] !== asked[parameter])
      .map(([parameter, change, label]) =>
        line(
          "rule",
          `${parameter}=${Object.values(change)[0]}`,
          label,
          { ...asked, ...change },
          model,
          true,
        ),
      ),
  ];
}

const models = [
  [{ model: "bayes", interval: "t", tau: "separate" }, "Default model"],
  [{ model: "glmm", interval: "t", tau: "separate" }, "Binomial–normal model, likelihood"],
  [
    { model: "reml", interval: "hartung-knapp", tau: "separate" },
    "Inverse variance, Hartung–Knapp",
  ],
  [{ model: "fixed", interval: "wald", tau: "separate" }, "No spread between trials"],
] as const;

const rules = [
  ["denominator", { denominator: "enrolled" }, "Over all who were enrolled"],
  ["definition", { definition: "broad" }, "Neurotoxicity counted for ICANS"],
  ["cut", { cut: "latest" }, "Longest follow-up of each cohort"],
  ["sources", { sources: "any" }, "With unreviewed sources"],
  ["overlap", { overlap: "keep" }, "With cohorts that share patients"],
  ["doses", { doses: "recommended" }, "Recommended doses only"],
] as const;

function modelOf(query: Query, frequentist: FrequentistModels): Model {
  return query.model === "bayes" ? bayesModel : frequentist(query);
}

/** τ ~ half-normal with half the default's scale. */
function halfPrior({ kind }: Outcome): Model {
  const usual = kind === "landmark" ? DEFAULT_LANDMARK_PRIOR : DEFAULT_PRIOR;
  const prior = { ...usual, tau: { ...usual.tau, scale: usual.tau.scale / 2 } };
  const byHalf = (figures: Figures) => pool(figures, { prior });
  return {
    pool: byHalf,
    compare: (groups, reference) => eachAgainst(groups, reference, byHalf, contrastFits),
  };
}

function gathered(query: Query, outcome: Outcome, dataset: Dataset) {
  const { included } = select(query, dataset);
  return byClass(included).groups.map(({ id, cohorts: all }) => {
    const cohorts = all.filter(({ therapyClass }) => outcome.appliesTo.includes(therapyClass));
    if (outcome.kind === "landmark") {
      const { entries } = gatherLandmarks(cohorts, outcome, query);
      return { id, entries, figures: landmarks.figures(entries) };
    }
    const { entries } = gatherCounts(cohorts, outcome, query);
    return { id, entries, figures: counts.figures(entries) };
  });
}

function pooledCohorts(query: Query, outcome: Outcome, dataset: Dataset) {
  return gathered(query, outcome, dataset).flatMap(({ entries }) =>
    entries.map(({ cohort }) => cohort),
  );
}

function pairOf(
  query: Query,
  outcome: Outcome,
  dataset: Dataset,
  model: Model,
): Pick<Analysis, "pools" | "contrasts"> {
  const compared = model.compare(gathered(query, outcome, dataset), reference);
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
