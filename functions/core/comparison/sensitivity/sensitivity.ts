/**
 * How much one outcome of an answer depends on single decisions: each cohort, the prior, the model,
 * and the rules of selection and counting. Every line answers the whole question again with one
 * thing changed. So if a cohort is left out, cohorts that had been dropped because they overlap with
 * it come back.
 */
import type { Outcome } from "#data/schema.ts";
import type { Dataset } from "../../evidence/dataset.ts";
import { byGroup } from "../../evidence/grouping.ts";
import type { Query } from "../../question/query.ts";
import { canonicalQuery, isAskable } from "../../question/query-text.ts";
import { isNotRepresented } from "../coverage.ts";
import type { Models } from "../models.ts";
import { totalPatients } from "../patients.ts";
import { roundDeep } from "../round.ts";
import { findingOf } from "../verdict.ts";
import { type Change, type Check, checksOf } from "./checks.ts";
import { asksModel, judge, unjudged } from "./judge.ts";
import { type Refit, refitsOf } from "./refit.ts";
import type { Analysis, Held } from "./schema.ts";

export interface CodedAnalysis extends Omit<Analysis, "kind" | "value" | "label"> {
  change: Change;
}

export interface CodedSensitivity {
  held: Held;
  /** The unchanged answer first. */
  analyses: readonly CodedAnalysis[];
}

export function sensitivity(
  query: Query,
  outcome: Outcome,
  dataset: Dataset,
  models: Models,
): CodedSensitivity {
  const asked: Query = { ...query, outcome: [outcome.id] };
  const canonical = canonicalQuery(asked, dataset);
  const refit = refitsOf(asked, dataset, models);
  const unchanged: Check = {
    change: { kind: "base", value: "base" },
    query: asked,
    prior: null,
  };
  const base = refit(outcome, unchanged).refit();
  const asBase = { query: asked, classes: base.classes, contrast: base.contrast };

  const analysisOf = (check: Check, earlier: readonly Refit[] = []): [CodedAnalysis, Refit] => {
    const inQuery = check.prior === null && isAskable(check.query, dataset);
    const said = inQuery ? canonicalQuery(check.query, dataset) : null;
    const asAsked = said === canonical;
    const changed = asAsked ? base : refit(outcome, check).refit();
    const analysis: CodedAnalysis = {
      change: withUnknown(check.change, changed),
      ...(asAsked ? unjudged("as-asked") : judge(asBase, changed, check, earlier)),
      pools: byGroup(changed.classes, poolOf),
      contrasts: changed.contrast ? [changed.contrast] : [],
      query: said,
    };
    return [analysis, changed];
  };

  const earlier: Refit[] = [];
  const checks = checksOf(asked, dataset, pooledIn(base)).map((check) => {
    // Without its only trial a product is left out, too: the range over the trials has both.
    const isTrial = check.change.kind === "leave-one-out";
    const [analysis, changed] = analysisOf(check, isTrial ? [] : earlier);
    if (!isTrial && !asksModel(check)) earlier.push(changed);
    return analysis;
  });
  const [asItStands] = analysisOf(unchanged);
  // Rounded before its words are made, like an answer, so that both say the same whole numbers.
  return roundDeep<CodedSensitivity>({
    held: heldOf(base.contrast, checks),
    analyses: [asItStands, ...checks],
  });
}

function poolOf({ entries, coverage, counted, fit }: Refit["classes"][number]) {
  const n = totalPatients(entries.map((entry) => ({ patients: entry.n })));
  if (isNotRepresented(entries, coverage)) {
    const status = "not-represented" as const;
    return { status, k: entries.length, n, estimate: null, interval: null, tau: null };
  }
  const { status, tau } = fit;
  const { estimate, interval } = counted ?? fit;
  // The prior alone decides on the spread of one cohort.
  const spread = entries.length > 1 && !counted ? tau : null;
  return { status, k: entries.length, n, estimate, interval, tau: spread };
}

function withUnknown(change: Change, refit: Refit): Change {
  if (!("unknown" in change)) return change;
  const unknown = pooledIn(refit)
    .flat()
    .filter(({ phase }) => phase === null);
  return { ...change, unknown: unknown.length };
}

function pooledIn({ classes }: Refit) {
  return classes.map(({ entries }) => entries.map(({ cohort }) => cohort));
}

function heldOf(contrast: Refit["contrast"], checks: readonly CodedAnalysis[]): Held {
  const made = checks.filter(({ verdict }) => verdict !== null);
  const lost = made.filter(({ verdict }) => verdict === "lost");
  const [all, without] = [countedOnce(made), countedOnce(lost)];
  return {
    finding: contrast === undefined ? null : findingOf(contrast),
    checks: all,
    kept: all - without,
    lost: lost.map(({ change }) => change),
    leaveOneOut: leaveOneOutOf(checks),
    tippingPoint: contrast ? tippingPointOf(contrast) : null,
  };
}

/** `null` if no contrast is left without any of the cohorts. Of equal differences the first counts. */
function leaveOneOutOf(analyses: readonly CodedAnalysis[]): Held["leaveOneOut"] {
  const made = analyses.flatMap(({ change, contrasts: [contrast], verdict }) => {
    if (change.kind !== "leave-one-out" || verdict === null || contrast === undefined) return [];
    const { differencePer100, differenceInterval } = contrast;
    if (differencePer100 === null || differenceInterval === null) return [];
    const { value: cohort, cohort: label } = change;
    return [{ without: { cohort, label, differencePer100, differenceInterval }, verdict }];
  });
  const byDifference = made
    .map(({ without }) => without)
    .sort((a, b) => a.differencePer100 - b.differencePer100);
  const [lowest] = byDifference;
  const highest = byDifference.at(-1);
  if (lowest === undefined || highest === undefined) return null;
  return {
    lowest,
    highest,
    cohorts: made.length,
    lost: made
      .filter(({ verdict }) => verdict === "lost")
      .map(({ without: { cohort, label } }) => ({ cohort, label })),
  };
}

function tippingPointOf(contrast: NonNullable<Refit["contrast"]>): number | null {
  if (!findingOf(contrast) || contrast.differenceInterval === null) return null;
  const [lower, upper] = contrast.differenceInterval;
  return lower > 0 ? lower : upper;
}

function countedOnce(analyses: readonly CodedAnalysis[]): number {
  const others = analyses.filter(({ change }) => change.kind !== "leave-one-out");
  return others.length + (others.length < analyses.length ? 1 : 0);
}
