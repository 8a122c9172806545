/**
 * What labels say of the trials of an answer: of those that count, of those that were left out for their
 * label, and of what is sold elsewhere. Facts and questions; the words are elsewhere.
 */
import type { ComputeCohort } from "#data/compute-set.ts";
import { labelRegions, type TherapyClass } from "#data/vocabulary.ts";
import { withFollowing } from "../question/following.ts";
import type { Query } from "../question/query.ts";
import { canonicalQuery } from "../question/query-text.ts";
import { inRange } from "../question/range.ts";
import { groups } from "./classes.ts";
import type { Frozen } from "./code.ts";
import type { Dataset } from "./dataset.ts";
import { failedFilters } from "./filters.ts";
import type { Label } from "./labels.ts";
import { gatherByRules } from "./leukapheresed.ts";
import { rangeOfLines } from "./lines.ts";
import { outcomesOf } from "./outcomes.ts";
import {
  askedRegions,
  isSameRegimen,
  isSoldIn,
  type LabelRegion,
  labelIn,
  type Regimen,
  regimenIn,
  regimensOf,
} from "./regimen-labels.ts";
import { select } from "./select.ts";

export type RegionLabel = { readonly region: LabelRegion } & Frozen<
  Pick<Label, "status" | "minPriorLines">
>;

export interface RegimenLabels extends Regimen {
  readonly labels: readonly RegionLabel[];
}

export interface SideLabels {
  readonly therapyClass: TherapyClass;
  readonly regimens: readonly RegimenLabels[];
  /** Regions asked for in which one at least of the regimens is labelled. */
  readonly labelledIn: readonly LabelRegion[];
  /** Of the others, those in which one at least is pending. */
  readonly pendingIn: readonly LabelRegion[];
}

export interface NamedTrial {
  readonly cohort: string;
  readonly label: string;
}

/** Responders of a trial. */
export interface TrialCount extends NamedTrial {
  readonly events: number;
  readonly n: number;
}

/** Regions that an answer speaks of: those asked for, else every one whose labels were collected. */
export function regionsOf(query: Pick<Query, "availability">): readonly LabelRegion[] {
  const regions = askedRegions(query);
  return regions.length > 0 ? regions : labelRegions;
}

/** What the labels of the regions say of each regimen that counts, by class. */
export function labelsBySide(
  query: Query,
  included: readonly ComputeCohort[],
  dataset: Pick<Dataset, "products">,
): SideLabels[] {
  const regions = regionsOf(query);
  return groups.flatMap((therapyClass) => {
    const own = included.filter((cohort) => cohort.therapyClass === therapyClass);
    if (own.length === 0) return [];
    const regimens = regimensOf(own).map((regimen) => withLabels(regimen, regions, query, dataset));
    const inWhich = (status: Label["status"]) =>
      regions.filter((region) =>
        regimens.some(({ labels }) =>
          labels.some((one) => one.region === region && one.status === status),
        ),
      );
    const labelledIn = inWhich("labelled");
    const pendingIn = inWhich("pending").filter((region) => !labelledIn.includes(region));
    return [{ therapyClass, regimens, labelledIn, pendingIn }];
  });
}

export interface LeftOutForLabel extends RegimenLabels {
  readonly therapyClass: TherapyClass;
  readonly trials: readonly NamedTrial[];
}

/** What only its label leaves out, and the question that counts it; `null` if that is nothing. */
export function leftOutForLabel(
  query: Query,
  dataset: Dataset,
): { readonly regimens: readonly LeftOutForLabel[]; readonly query: string } | null {
  const cohorts = dataset.cohorts.filter(
    (cohort) => failedFilters(cohort, query, dataset).join() === "labelled",
  );
  if (cohorts.length === 0) return null;
  const regimens = groups.flatMap((therapyClass) => {
    const ofClass = cohorts.filter((cohort) => cohort.therapyClass === therapyClass);
    return regimensOf(ofClass).map((regimen) => ({
      ...withLabels(regimen, regionsOf(query), query, dataset),
      therapyClass,
      trials: ofClass.filter((one) => isSameRegimen(regimenIn(one), regimen)).map(named),
    }));
  });
  return { regimens, query: canonicalQuery({ ...query, labelled: "any" }, dataset) };
}

export interface SoldElsewhere {
  readonly product: string;
  readonly therapyClass: TherapyClass;
  /** None of those asked for. */
  readonly regions: readonly LabelRegion[];
  readonly counts: readonly TrialCount[];
}

/** Products that are sold in none of the regions asked for but in another, and answer all else. */
export function soldElsewhere(query: Query, dataset: Dataset): SoldElsewhere[] {
  const asked = askedRegions(query);
  const isOnlyPlace = (cohort: ComputeCohort) =>
    ["availability", "availability,labelled"].includes(
      failedFilters(cohort, query, dataset).join(),
    );
  const cohorts = dataset.cohorts.filter(isOnlyPlace);
  return [...new Set(cohorts.map(({ product }) => product))].flatMap((product) => {
    const regions = labelRegions.filter(
      (region) => !asked.includes(region) && isSoldIn(product, region, dataset),
    );
    const own = cohorts.filter((cohort) => cohort.product === product);
    const [first] = own;
    if (!first || regions.length === 0) return [];
    const counts = respondersOf(own, query, dataset);
    return [{ product, therapyClass: first.therapyClass, regions, counts }];
  });
}

/** Trials that count for one or two lines although neither enrolled nor admitted lines are known. */
export function linesUnknownIn(
  { lines }: Query,
  included: readonly ComputeCohort[],
): readonly NamedTrial[] {
  if (lines !== "1" && lines !== "2") return [];
  return included.filter((cohort) => rangeOfLines(cohort) === null).map(named);
}

/**
 * Early trials that had patients after three lines, for a question about three or more; `null` if none.
 * The question leads to them, those after two lines.
 */
export function earlyAfterThree(
  query: Query,
  dataset: Dataset,
): { readonly trials: readonly NamedTrial[]; readonly query: string } | null {
  if (query.lines !== "3+") return null;
  const asked = { ...query, ...withFollowing(query, { lines: "2" }) };
  const trials = select(asked, dataset).included.filter((cohort) => {
    const known = rangeOfLines(cohort);
    return known !== null && inRange(3, known.range);
  });
  if (trials.length === 0) return null;
  return { trials: trials.map(named), query: canonicalQuery(asked, dataset) };
}

export interface SideWithoutLabel {
  readonly therapyClass: TherapyClass;
  /** Those that count, or if none does, those that were left out for their label. */
  readonly regimens: readonly RegimenLabels[];
}

/** Sides of which no regimen is labelled for these lines in any region that was asked for. */
export function sidesWithoutLabel(
  sides: readonly SideLabels[],
  leftOut: readonly LeftOutForLabel[],
): SideWithoutLabel[] {
  return groups.flatMap((therapyClass): SideWithoutLabel[] => {
    const side = sides.find((one) => one.therapyClass === therapyClass);
    if (side) return side.labelledIn.length === 0 ? [side] : [];
    const regimens = leftOut.filter((one) => one.therapyClass === therapyClass);
    return regimens.length > 0 ? [{ therapyClass, regimens }] : [];
  });
}

/** Regimens that count without a label there, beside others of their side that have one. */
export function countedWithoutLabel(query: Query, sides: readonly SideLabels[]): RegimenLabels[] {
  if (askedRegions(query).length === 0) return [];
  return sides
    .filter(({ labelledIn }) => labelledIn.length > 0)
    .flatMap(({ regimens }) =>
      regimens.filter(({ labels }) => labels.every(({ status }) => status !== "labelled")),
    );
}

function withLabels(
  regimen: Regimen,
  regions: readonly LabelRegion[],
  { lines }: Query,
  dataset: Pick<Dataset, "products">,
): RegimenLabels {
  const labels = regions.map((region) => {
    const { status, minPriorLines } = labelIn(regimen, region, lines, dataset);
    return { region, status, minPriorLines };
  });
  return { ...regimen, labels };
}

function named({ id, label }: ComputeCohort): NamedTrial {
  return { cohort: id, label };
}

/** Responders of each trial that counts them, by the rules of the question; none if it asks for other outcomes. */
export function respondersOf(
  cohorts: readonly ComputeCohort[],
  query: Query,
  dataset: Dataset,
): TrialCount[] {
  const response = outcomesOf(query, dataset).find(({ role }) => role === "response");
  const entries = response ? gatherByRules(cohorts, response, query).entries : [];
  return entries.map(({ cohort, figure: { events, n } }) => ({ ...named(cohort), events, n }));
}
