/**
 * Patients who received a product alone and patients who received it with other drugs are never one
 * pool. One kind stands for a class in every row of a question, whichever outcomes were asked for, so
 * that rows can be read together; the other kind is listed, not counted.
 */
import type { ComputeCohort } from "#data/compute-set.ts";
import type { Outcome } from "#data/schema.ts";
import { chooseFigure, chooseLandmark, type FigureRules } from "./choose.ts";
import type { Gathered, Poolable } from "./gather.ts";
import { type Group, sumPatients } from "./grouping.ts";

export type Regimen = ComputeCohort["regimen"];

const kinds: readonly Regimen[] = ["monotherapy", "combination"];

export interface OfRegimen<F extends Poolable> {
  /** `regimen` is `null` if no cohort is selected, or if the question does not tell the kinds of regimen apart. */
  regimen: Regimen | null;
  cohorts: readonly ComputeCohort[];
  gathered: Gathered<F>;
}

export interface ByRegimen<F extends Poolable> extends OfRegimen<F> {
  otherRegimen: OfRegimen<F> | null;
}

export interface GroupOfRegimen<G extends string = string> extends Group<G> {
  /** Names the kind that stands for the group; `null` if the kinds are not told apart. */
  regimen: Regimen | null;
}

/**
 * Returns the kind of regimen with figures of more of the summary outcomes; if equal, the one with more patients.
 * The outcomes that were asked for do not matter: another tab must not change what a class stands for.
 *
 * @returns `null` if there is no cohort.
 */
export function findMainRegimenKind(
  cohorts: readonly ComputeCohort[],
  outcomes: readonly Outcome[],
  rules: FigureRules,
): Regimen | null {
  const [first, second] = groupCohortsByRegimenKind(cohorts);
  if (!first || !second) return first?.regimen ?? null;
  const summary = outcomes.filter((outcome) => outcome.summary !== null);
  const reported = ({ cohorts: ofKind }: Kind) =>
    summary.filter((outcome) =>
      ofKind.some((cohort) => hasCohortPoolableFigureOfOutcome(cohort, outcome, rules)),
    ).length;
  const more =
    reported(second) - reported(first) || sumPatients(second.cohorts) - sumPatients(first.cohorts);
  return more > 0 ? second.regimen : first.regimen;
}

/**
 * Returns the figures of the kind of regimen that stands for the class, with the cohorts of both kinds that have
 * none, and apart from them those of the other kind. `otherRegimen` is `null` if that kind has no figure, and if the
 * kinds are not told apart: then all cohorts are gathered together.
 *
 * @param regimen The kind that stands for the class; `null` if the kinds are not told apart.
 */
export function gatherByRegimenKind<F extends Poolable>(
  cohorts: readonly ComputeCohort[],
  regimen: Regimen | null,
  gather: (cohorts: readonly ComputeCohort[]) => Gathered<F>,
): ByRegimen<F> {
  const main = gatherOneRegimenKind(cohorts, regimen, gather);
  if (regimen === null) return { ...main, otherRegimen: null };
  const other = regimen === "combination" ? "monotherapy" : "combination";
  const second = gatherOneRegimenKind(cohorts, other, gather);
  // The other kind's cohorts without a figure are named here, too, so that none is missing.
  const notPooled = [...main.gathered.notPooled, ...second.gathered.notPooled];
  return {
    ...main,
    gathered: { ...main.gathered, notPooled },
    otherRegimen: second.gathered.entries.length > 0 ? second : null,
  };
}

/**
 * Returns the figures of the cohorts of one kind of regimen, and no others.
 *
 * @param regimen `null` if the kinds are not told apart: then all cohorts are gathered.
 */
export function gatherOneRegimenKind<F extends Poolable>(
  cohorts: readonly ComputeCohort[],
  regimen: Regimen | null,
  gather: (cohorts: readonly ComputeCohort[]) => Gathered<F>,
): OfRegimen<F> {
  const ofKind =
    regimen === null
      ? cohorts
      : (groupCohortsByRegimenKind(cohorts).find((kind) => kind.regimen === regimen)?.cohorts ??
        []);
  return { regimen, cohorts: ofKind, gathered: gather(ofKind) };
}

function hasCohortPoolableFigureOfOutcome(
  cohort: ComputeCohort,
  outcome: Outcome,
  rules: FigureRules,
): boolean {
  const choose = outcome.kind === "landmark" ? chooseLandmark : chooseFigure;
  return choose(cohort, outcome, rules).figure !== null;
}

type Kind = Pick<OfRegimen<Poolable>, "cohorts"> & { regimen: Regimen };

/** Caches the kinds by the list of cohorts, because the selected cohorts are the same for all rows of a question. */
const kindsByCohorts = new WeakMap<readonly ComputeCohort[], readonly Kind[]>();

function groupCohortsByRegimenKind(cohorts: readonly ComputeCohort[]): readonly Kind[] {
  const before = kindsByCohorts.get(cohorts);
  if (before) return before;
  const present = kinds
    .map((regimen) => ({
      regimen,
      cohorts: cohorts.filter((cohort) => cohort.regimen === regimen),
    }))
    .filter((kind) => kind.cohorts.length > 0);
  kindsByCohorts.set(cohorts, present);
  return present;
}
