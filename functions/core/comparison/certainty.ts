/**
 * Automatic appraisal of the contrasts of a row by fixed rules. It does not replace the judgement
 * of a GRADE panel. Separate single-arm cohorts give *low* at best; any reason below makes it *very
 * low*.
 */
import type { Outcome } from "#data/schema.ts";
import type { Population } from "#data/vocabulary.ts";
import type { Dataset } from "../evidence/dataset.ts";
import type { Entry } from "../evidence/gather.ts";
import type { Contrast, Pool } from "./answer.ts";
import { rules } from "./certainty-rules.ts";
import type { CodedCertainty, CodedPool } from "./coded-answer.ts";
import type { CertaintyReason, GroupMedian } from "./coded-remarks.ts";
import type { Coverage } from "./coverage.ts";
import { unknownShare, type Weighted, weightedMedian } from "./patients.ts";
import {
  coversPart,
  definitionMixed,
  fewCohorts,
  priorBcmaMixed,
  regimensDiffer,
  settingsMixed,
} from "./shared-remarks.ts";

export interface GroupEvidence {
  id: string;
  pool: Omit<Pool, "rate" | "products" | "notPooled" | "chain" | "enrolled"> &
    Pick<CodedPool, "products">;
  entries: readonly Entry[];
  /** `null` or absent where the share of the patients has no meaning. */
  coverage?: Coverage | null;
}

/** One appraisal for all contrasts of a row: a reason against one contrast lowers the whole row. */
export function appraise(
  outcome: Outcome,
  evidence: readonly GroupEvidence[],
  contrasts: readonly Contrast<string>[],
  dataset: Dataset,
): CodedCertainty {
  const estimable = contrasts.filter(({ status }) => status === "ok");
  if (estimable.length === 0) return { level: "not-rated", reasons: [] };
  const contrasted = evidence.filter(({ id }) =>
    estimable.some(({ group, against }) => group === id || against === id),
  );
  const entriesOf = (groups: readonly GroupEvidence[]) => groups.flatMap(({ entries }) => entries);
  const all = entriesOf(contrasted);
  // Only what is contrasted gives a reason, but its words count the whole row, like its caution.
  const ofRow = <T>(find: (groups: readonly GroupEvidence[]) => readonly T[]) =>
    find(contrasted).length > 0 ? find(evidence) : [];
  // The heaviest first: who is compared, then how much is known, then how it was counted.
  const reasons = [
    ...ofRow(regimensDiffer),
    ...contrasted.flatMap(coversPart),
    ...(outcome.timeDependent ? followUpApart(contrasted) : []),
    ...priorLinesApart(contrasted),
    ...settingsMixed(all),
    ...imprecision(outcome, contrasted, estimable),
    ...contrasted.flatMap(thinEvidence),
    ...contrasted.flatMap(disagreement),
    ...priorBcmaMixed(all),
    ...ofRow((groups) => definitionMixed(outcome, entriesOf(groups))),
    ...populationsMixed(all),
    ...contrasted.flatMap((group) => oneOrigin(group, dataset)),
  ];
  return { level: reasons.length > 0 ? "very-low" : "low", reasons };
}

/** An unknown number of patients counts as too few. */
function thinEvidence(group: GroupEvidence): CertaintyReason[] {
  const few = fewCohorts(group);
  if (few.length > 0) return few;
  const { id, pool } = group;
  const { minimumPatients: least } = rules;
  if (pool.n !== null && pool.n >= least) return [];
  return [{ code: "few-patients", group: id, n: pool.n, least }];
}

function oneOrigin({ id: group, entries }: GroupEvidence, dataset: Dataset): CertaintyReason[] {
  const products = new Set(entries.map(({ cohort }) => cohort.product));
  // Where products are compared, each is one product by its name.
  if (products.has(group)) return [];
  if (products.size === 1) return [{ code: "one-product", group }];
  const sponsors = new Set(
    [...products].map((slug) => dataset.products.find((product) => product.slug === slug)?.sponsor),
  );
  if (sponsors.size > 1 || sponsors.has(undefined) || sponsors.has(null)) return [];
  return [{ code: "one-sponsor", group }];
}

function imprecision(
  { direction }: Outcome,
  groups: readonly GroupEvidence[],
  contrasts: readonly Contrast<string>[],
): CertaintyReason[] {
  const intervals = contrasts.flatMap(({ differenceInterval: one }) => (one ? [one] : []));
  const { widestInterval: widest, meaningfulDifference: least } = rules;
  const wide = intervals.some(([lower, upper]) => upper - lower > widest);
  const undecided = intervals.some(([lower, upper]) => lower < -least && upper > least);
  if (undecided) return [{ code: "imprecise", how: "either-way", limit: least }];
  if (wide) return [{ code: "imprecise", how: "wide", limit: widest }];
  const { rare, widestRatio: fold } = rules;
  const isRare = groups.some(({ pool: { estimate } }) => estimate !== null && estimate <= rare);
  const ratios = contrasts.flatMap(({ interval }) => (interval ? [interval] : []));
  const apart = ratios.some(([lower, upper]) => upper > fold * lower);
  const counts = direction === "harm" && isRare && apart;
  return counts ? [{ code: "imprecise", how: "fold", limit: fold }] : [];
}

function disagreement({ id: group, pool }: GroupEvidence): CertaintyReason[] {
  if (pool.tau === null || pool.k < 2 || pool.tau <= rules.largestTau) return [];
  return [{ code: "heterogeneous", group, tau: pool.tau }];
}

export function populationsMixed(entries: readonly Entry[]): CertaintyReason[] {
  const populations = [...new Set(entries.map(({ figure }) => populationKind(figure.population)))];
  return populations.length < 2 ? [] : [{ code: "populations-mixed", populations }];
}

/** The safety population of a trial is its treated patients, so the two count as one. */
function populationKind(population: Population): Population {
  return population === "safety" ? "treated" : population;
}

function priorLinesApart(evidence: readonly GroupEvidence[]): CertaintyReason[] {
  const medians = mediansApart(
    evidence,
    ({ cohort }) => cohort.medianPriorLines,
    (least, most) => most - least >= rules.priorLinesApart,
  );
  return medians.length === 0 ? [] : [{ code: "prior-lines-differ", medians }];
}

function followUpApart(evidence: readonly GroupEvidence[]): CertaintyReason[] {
  const followUp = ({ followUpMonths }: Entry) => followUpMonths;
  const unknown = evidence.map((group) => unknownShare(perPatient(group, followUp)));
  if (Math.max(...unknown) > rules.largestUnknownFollowUp) {
    return [{ code: "follow-up-unknown" }];
  }
  const medians = mediansApart(
    evidence,
    followUp,
    (least, most) => most > rules.followUpRatio * least,
  );
  return medians.length === 0 ? [] : [{ code: "follow-up-differs", medians }];
}

/** The median of each group that has one, if lowest and highest are `apart`; otherwise empty. */
function mediansApart(
  evidence: readonly GroupEvidence[],
  value: (entry: Entry) => number | null,
  apart: (least: number, most: number) => boolean,
): GroupMedian[] {
  const medians = evidence.flatMap((group) => {
    const median = weightedMedian(perPatient(group, value));
    return median === null ? [] : [{ group: group.id, median }];
  });
  const values = medians.map(({ median }) => median);
  return values.length > 1 && apart(Math.min(...values), Math.max(...values)) ? medians : [];
}

function perPatient(
  { entries }: GroupEvidence,
  value: (entry: Entry) => number | null,
): readonly Weighted[] {
  return entries.map((entry) => ({ value: value(entry), patients: entry.n }));
}
