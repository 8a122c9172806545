/**
 * How much one outcome of an answer depends on single decisions: each cohort, the prior, the model,
 * and the rules of selection and counting. Every line answers the whole question again with one
 * thing changed. So if a cohort is left out, cohorts that had been dropped because they overlap with
 * it come back.
 */
import type { Outcome } from "#data/schema.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import { groups as classes } from "../../evidence/classes.ts";
import type { Dataset } from "../../evidence/dataset.ts";
import type { Entry } from "../../evidence/gather.ts";
import { byGroup } from "../../evidence/grouping.ts";
import type { Query } from "../../question/query.ts";
import { canonicalQuery } from "../../question/query-text.ts";
import type { Beyond } from "../beyond.ts";
import { type Finding, findingOf, type Verdict, verdictOn } from "../verdict.ts";
import { type Change, type Check, checksOf, without } from "./checks.ts";
import { type CumulativeStep, cumulativeOf } from "./cumulative.ts";
import { type CohortInfluence, influenceOf } from "./influence.ts";
import { type LeaveOneOut, leaveOneOutOf } from "./leave-one-out.ts";
import {
  type CheckedContrast,
  poolTheSame,
  type Refit,
  refitsOf,
  type SensitivityPool,
} from "./refit.ts";
import { type SmallStudies, smallStudies } from "./small-studies.ts";

/**
 * Why there is no verdict:
 *
 * - `as-asked`: the question says so already;
 * - `nothing-to-check`: the answer as asked has no contrast;
 * - `no-contrast`: the changed question has none;
 * - `same-figures`: the same cohorts are pooled with the same figures;
 * - `other-model`: the model of the question has no prior;
 * - `model-failed`: the model has no answer, and the default model stands in for it.
 */
export const unjudgedReasons = [
  "as-asked",
  "nothing-to-check",
  "no-contrast",
  "same-figures",
  "other-model",
  "model-failed",
] as const;

export type Unjudged = (typeof unjudgedReasons)[number];

export interface Analysis {
  kind: Change["kind"];
  value: string;
  /** The change as text. */
  label: string;
  verdict: Verdict | null;
  /** Why there is no verdict; otherwise `null`. */
  reason: Unjudged | null;
  pools: Record<TherapyClass, SensitivityPool>;
  contrasts: readonly CheckedContrast[];
  /** Canonical query of this line; `null` for a prior, which no query can express. */
  query: string | null;
}

export interface CodedAnalysis extends Omit<Analysis, "kind" | "value" | "label"> {
  change: Change;
}

/** What all checks say together. */
export interface Held {
  /** `null` if there is no contrast. */
  finding: Finding | null;
  /** Checks with a verdict, leaving out single cohorts not counted. */
  checks: number;
  kept: number;
  lost: readonly Change[];
  leaveOneOut: LeaveOneOut | null;
}

export interface CodedSensitivity {
  held: Held;
  /** The unchanged answer first. */
  analyses: readonly CodedAnalysis[];
  smallStudies: Record<TherapyClass, SmallStudies>;
  influence: Record<TherapyClass, readonly CohortInfluence[]>;
  cumulative: Record<TherapyClass, readonly CumulativeStep[]>;
}

export function sensitivity(
  query: Query,
  outcome: Outcome,
  dataset: Dataset,
  beyond: Beyond,
): CodedSensitivity {
  const asked: Query = { ...query, outcome: [outcome.id] };
  const canonical = canonicalQuery(asked, dataset);
  const refit = refitsOf(outcome, dataset, beyond);
  const base = refit({ query: asked, prior: null });

  const analysisOf = (check: Check): CodedAnalysis => {
    const said = check.prior === null ? canonicalQuery(check.query, dataset) : null;
    const asAsked = said === canonical;
    // Another model has no prior that could change.
    const unjudged =
      check.prior !== null && asked.model !== "bayes" ? "other-model" : asAsked ? "as-asked" : null;
    const changed = unjudged === null ? refit(check) : base;
    return {
      change: withUnknown(check.change, changed),
      ...judged(base, changed, check, unjudged),
      pools: changed.pools,
      contrasts: changed.contrasts,
      query: said,
    };
  };

  const left = pooledCohorts(base).map(({ id, label }) =>
    analysisOf({
      change: { kind: "leave-one-out", value: id, cohort: label },
      query: without([id], asked, dataset),
      prior: null,
    }),
  );
  const checks = checksOf(asked, dataset).map(analysisOf);
  const unchanged = analysisOf({
    change: { kind: "base", value: "base" },
    query: asked,
    prior: null,
  });
  const ofClass = <T>(make: (entries: readonly Entry[]) => T) =>
    byGroup(
      classes.map((id) => ({ id })),
      ({ id }) => make(base.entries[id]),
    );
  return {
    held: heldOf(base, checks, left),
    analyses: [unchanged, ...checks, ...left],
    smallStudies: ofClass(smallStudies),
    influence: ofClass(influenceOf),
    cumulative: ofClass((entries) => cumulativeOf(entries, base.model)),
  };
}

function judged(
  base: Refit,
  changed: Refit,
  { change, prior }: Check,
  unjudged: Unjudged | null,
): Pick<Analysis, "verdict" | "reason"> {
  const none = (reason: Unjudged) => ({ verdict: null, reason });
  const [before, after] = [base.contrasts[0], changed.contrasts[0]];
  if (unjudged !== null) return none(unjudged);
  if (before === undefined || findingOf(before) === null) return none("nothing-to-check");
  if (classes.some((id) => changed.pools[id].status === "fallback")) return none("model-failed");
  const verdict = after === undefined ? null : verdictOn(before, after);
  if (verdict === null) return none("no-contrast");
  const sameModel = change.kind !== "model" && prior === null;
  return sameModel && poolTheSame(base, changed) ? none("same-figures") : { verdict, reason: null };
}

function withUnknown(change: Change, { entries }: Refit): Change {
  if (!("unknown" in change)) return change;
  const pooled = classes.flatMap((id) => entries[id]);
  return { ...change, unknown: pooled.filter(({ cohort }) => cohort.phase === null).length };
}

function pooledCohorts({ entries }: Refit) {
  return classes.flatMap((id) => entries[id].map(({ cohort }) => cohort));
}

function heldOf(
  { contrasts: [contrast] }: Refit,
  checks: readonly CodedAnalysis[],
  left: readonly CodedAnalysis[],
): Held {
  const made = checks.filter(({ verdict }) => verdict !== null);
  const lost = made.filter(({ verdict }) => verdict === "lost");
  return {
    finding: contrast === undefined ? null : findingOf(contrast),
    checks: made.length,
    kept: made.length - lost.length,
    lost: lost.map(({ change }) => change),
    leaveOneOut: leaveOneOutOf(left),
  };
}
