/**
 * The checks of a finding, each a change to one decision: a rule of selection or counting, a prior,
 * or the model. The names are stable.
 */
import type { Dataset } from "../../evidence/dataset.ts";
import { select } from "../../evidence/select.ts";
import type { Query } from "../../question/query.ts";
import type { Prior } from "../../statistics/bayes/prior.ts";

/** Parameters with the value that the check gives them. */
const rules = {
  "availability=us": { availability: "us" },
  "availability=eu": { availability: "eu" },
  "doses=recommended": { doses: "recommended" },
  "cut=primary-only": { cut: "primary-only" },
  "cut=latest": { cut: "latest" },
  "denominator=enrolled": { denominator: "enrolled" },
  "sources=papers": { sources: "papers" },
  "sources=any": { sources: "any" },
  "definition=broad": { definition: "broad" },
  "overlap=keep": { overlap: "keep" },
} as const satisfies Readonly<Record<string, Partial<Query>>>;

/** The intervals are those that reviewers expect with the model. */
const models = {
  bayes: { model: "bayes", interval: "t", tau: "separate" },
  glmm: { model: "glmm", interval: "t", tau: "separate" },
  reml: { model: "reml", interval: "hartung-knapp", tau: "separate" },
  fixed: { model: "fixed", interval: "wald", tau: "separate" },
} as const satisfies Readonly<Record<string, Partial<Query>>>;

/** Half and twice the scale of τ; for the typical rate N(0, 1.5²), on the scale of the model. */
const priors = {
  "tau-0.5": (usual) => ({ ...usual, tau: { scale: usual.tau.scale / 2 } }),
  "tau-2": (usual) => ({ ...usual, tau: { scale: usual.tau.scale * 2 } }),
  "mu-1.5": (usual) => ({ ...usual, mu: { mean: 0, sd: 1.5 } }),
} as const satisfies Readonly<Record<string, (usual: Prior) => Prior>>;

export type RuleName = keyof typeof rules;
export type ModelName = keyof typeof models;
export type PriorName = keyof typeof priors;

/**
 * What was changed: nothing (`base`), a rule, the prior, the model or a cohort. `value` names it, and
 * is the parameter with its value where a parameter says it.
 */
export type Change =
  | { readonly kind: "base"; readonly value: "base" }
  | { readonly kind: "rule"; readonly value: RuleName }
  /** `unknown`: pooled cohorts whose phase is not reported. They stay. */
  | { readonly kind: "rule"; readonly value: "without-phase-1"; readonly unknown: number }
  | { readonly kind: "prior"; readonly value: PriorName }
  | { readonly kind: "model"; readonly value: ModelName }
  /** `value` is the id of the cohort that is left out, `cohort` its label. */
  | { readonly kind: "leave-one-out"; readonly value: string; readonly cohort: string };

/** A question that differs from the one asked in one decision. */
export interface Check<C extends Change = Change> {
  readonly change: C;
  readonly query: Query;
  /** The prior of a check that no question can express; otherwise `null`. */
  readonly prior: ((usual: Prior) => Prior) | null;
}

/** Every check, in the order in which they are told. */
export function checksOf(asked: Query, dataset: Dataset): Check[] {
  return [
    ...entriesOf(rules).map(([value, changed]) =>
      changedTo(asked, { kind: "rule", value }, changed),
    ),
    withoutPhase1(asked, dataset),
    ...entriesOf(priors).map(
      ([value, prior]): Check => ({ change: { kind: "prior", value }, query: asked, prior }),
    ),
    ...entriesOf(models)
      // For the default question the default model is no check.
      .filter(([value]) => value !== "bayes" || asked.model !== "bayes")
      .map(([value, changed]) => changedTo(asked, { kind: "model", value }, changed)),
  ];
}

/**
 * Phase 1 is excluded by name. The filter for the phase would leave out cohorts that do not report
 * it, too.
 */
function withoutPhase1(asked: Query, dataset: Dataset): Check {
  const ids = select(asked, dataset).included.flatMap(({ id, phase }) =>
    phase === "1" ? [id] : [],
  );
  return {
    change: { kind: "rule", value: "without-phase-1", unknown: 0 },
    query: without(ids, asked, dataset),
    prior: null,
  };
}

/** The question without these cohorts, in the order that its canonical text has. */
export function without(ids: readonly string[], asked: Query, { cohorts }: Dataset): Query {
  const left = new Set([...asked.exclude, ...ids]);
  return { ...asked, exclude: cohorts.flatMap(({ id }) => (left.has(id) ? [id] : [])) };
}

function changedTo(asked: Query, change: Change, changed: Partial<Query>): Check {
  return { change, query: { ...asked, ...changed }, prior: null };
}

function entriesOf<Name extends string, Value>(table: Readonly<Record<Name, Value>>) {
  return Object.entries(table) as [Name, Value][];
}
