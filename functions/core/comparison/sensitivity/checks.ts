/** The checks of a finding, each a change to one decision. The names are stable. */
import type { ComputeCohort } from "#data/compute-set.ts";
import type { Dataset } from "../../evidence/dataset.ts";
import { select } from "../../evidence/select.ts";
import type { Query } from "../../question/query.ts";
import type { Prior } from "../../statistics/bayes/prior.ts";
import type { Contrast } from "../answer.ts";

/** Where a reader may be: what can be given there, as it is given there. */
const places = {
  "availability=us": { availability: "us" },
  "availability=eu": { availability: "eu" },
  "doses=recommended": { doses: "recommended" },
} as const satisfies Readonly<Record<string, Partial<Query>>>;

const rules = {
  "denominator=collected": { denominator: "collected" },
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
  bayes: { model: "bayes" },
  glmm: { model: "glmm", interval: "t" },
  reml: { model: "reml", interval: "hartung-knapp" },
} as const satisfies Readonly<Record<string, Partial<Query>>>;

/** Half and twice the scale of τ; for the typical rate N(0, 1.5²), on the scale of the model. */
const priors = {
  "tau-0.5": (usual) => ({ ...usual, tau: { scale: usual.tau.scale / 2 } }),
  "tau-2": (usual) => ({ ...usual, tau: { scale: usual.tau.scale * 2 } }),
  "mu-1.5": (usual) => ({ ...usual, mu: { mean: 0, sd: 1.5 } }),
} as const satisfies Readonly<Record<string, (usual: Prior) => Prior>>;

export type RuleName = keyof typeof places | keyof typeof rules;
export type ModelName = keyof typeof models;
export type PriorName = keyof typeof priors;

/** What every row is checked by: a rule, the prior, the model, or what is left out. */
export type CheckedChange =
  | { readonly kind: "rule"; readonly value: RuleName }
  /** `unknown`: pooled cohorts whose phase is not reported. They stay. */
  | { readonly kind: "rule"; readonly value: "without-phase-1"; readonly unknown: number }
  | { readonly kind: "prior"; readonly value: PriorName }
  | { readonly kind: "model"; readonly value: ModelName }
  /** `value` is the slug of the product. */
  | { readonly kind: "leave-product-out"; readonly value: string }
  /** `value` is the id of the cohort that is left out, `cohort` its label. */
  | { readonly kind: "leave-one-out"; readonly value: string; readonly cohort: string };

/** What was changed, or nothing (`base`). `value` is the parameter with its value, or a name. */
export type Change = CheckedChange | { readonly kind: "base"; readonly value: "base" };

/** A question that differs from the one asked in one decision. */
export interface Check<C extends Change = Change> {
  readonly change: C;
  readonly query: Query;
  /** The prior of a check that no question can express; otherwise `null`. */
  readonly prior: ((usual: Prior) => Prior) | null;
}

/** The contrast of a check, which asks for nothing beyond it. */
export type CheckedContrast = Omit<Contrast, "strength" | "checked">;

/** Whether a reader may be where the check asks. */
export function isPlace({ value }: Change): boolean {
  return value in places;
}

/**
 * Every check of an outcome, the weightiest first: by place, without each product, without each trial,
 * by other rules, priors and models. Of those that lose a finding the first is named.
 *
 * @param pooled The cohorts of each class that are pooled for the outcome.
 */
export function checksOf(
  asked: Query,
  dataset: Dataset,
  pooled: readonly (readonly ComputeCohort[])[],
): Check<CheckedChange>[] {
  const { included } = select(asked, dataset);
  return [
    ...changedBy(asked, places),
    ...pooled.flatMap(replaceableProducts).map((product) =>
      leftOut(
        { kind: "leave-product-out", value: product },
        included.filter((cohort) => cohort.product === product),
      ),
    ),
    ...pooled
      .flat()
      .map((cohort) =>
        leftOut({ kind: "leave-one-out", value: cohort.id, cohort: cohort.label }, [cohort]),
      ),
    ...changedBy(asked, rules),
    // By name: the filter for the phase would leave out cohorts that do not report it, too.
    leftOut(
      { kind: "rule", value: "without-phase-1", unknown: 0 },
      included.filter(({ phase }) => phase === "1"),
    ),
    ...entriesOf(priors).map(
      ([value, prior]): Check<CheckedChange> => ({
        change: { kind: "prior", value },
        query: asked,
        prior,
      }),
    ),
    ...entriesOf(models)
      // For the default question the default model is no check.
      .filter(([value]) => value !== "bayes" || asked.model !== "bayes")
      .map(([value, changed]) => changedTo(asked, { kind: "model", value }, changed)),
  ];

  function leftOut(change: CheckedChange, cohorts: readonly ComputeCohort[]): Check<CheckedChange> {
    const ids = cohorts.map(({ id }) => id);
    return { change, query: without(ids, asked, dataset), prior: null };
  }
}

/** The products of a class, if it has more than one: without its only one it would have no pool. */
function replaceableProducts(cohorts: readonly ComputeCohort[]): string[] {
  // By name, so that the order of the data changes nothing.
  const products = [...new Set(cohorts.map(({ product }) => product))].sort();
  return products.length > 1 ? products : [];
}

/** The question without these cohorts, in the order that its canonical text has. */
function without(ids: readonly string[], asked: Query, { cohorts }: Dataset): Query {
  const left = new Set([...asked.exclude, ...ids]);
  return { ...asked, exclude: cohorts.flatMap(({ id }) => (left.has(id) ? [id] : [])) };
}

function changedBy(asked: Query, table: Readonly<Partial<Record<RuleName, Partial<Query>>>>) {
  return entriesOf(table).map(([value, changed]) =>
    changedTo(asked, { kind: "rule", value }, changed),
  );
}

function changedTo(
  asked: Query,
  change: CheckedChange,
  changed: Partial<Query>,
): Check<CheckedChange> {
  return { change, query: { ...asked, ...changed }, prior: null };
}

function entriesOf<Name extends string, Value>(table: Readonly<Partial<Record<Name, Value>>>) {
  return Object.entries(table) as [Name, Value][];
}
