/**
 * Pools an outcome over all patients who were to be treated: everyone whose cells were collected, or everyone
 * randomised. A CAR-T figure usually counts infused patients only. Only printed figures are pooled; none is
 * computed from the share of patients who were infused. For responses, the counts over all patients with cells
 * collected are added.
 */
import type { ComputeCohort } from "#data/compute-set.ts";
import type { Outcome } from "#data/schema.ts";
import { type CountedFigure, chooseFigure } from "../evidence/choose.ts";
import { isDataCutChosenByRule } from "../evidence/cuts.ts";
import type { Entry, Poolable } from "../evidence/gather.ts";
import { enrolledPopulations, findFigureOverApheresed } from "../evidence/leukapheresed.ts";
import { gatherByRegimenKind } from "../evidence/regimens.ts";
import { countTrialsOfEntriesIncludingPooled } from "../evidence/trials.ts";
import type { Query } from "../question/query.ts";
import type { Collected, IntentionToTreat, Pool } from "./answer.ts";
import type { Model } from "./fit.ts";
import {
  adaptOutcomeTypeToPublishedSet,
  counts,
  landmarks,
  makeFiguresToPool,
  type OutcomeType,
} from "./outcome-types.ts";
import { summariseGroupPool } from "./summarise.ts";

/** Returns whether the outcome is a benefit that is counted over all treated patients. */
export function isForIntentionToTreat({ direction, over }: Outcome): boolean {
  return direction === "benefit" && over === "all";
}

/**
 * Returns the pool of an outcome over all patients who were to be treated.
 *
 * @param cohorts The selected cohorts of a group, all of them of CAR-T.
 * @param plannedOutcome The outcome with the id `infusion`.
 * @param regimen The kind of regimen that the group's pool stands for.
 * @returns `null` if the question counts over these patients anyway.
 */
export function poolByIntentionToTreat(
  cohorts: readonly ComputeCohort[],
  outcome: Outcome,
  plannedOutcome: Outcome,
  query: Query,
  model: Model,
  regimen: Pool["regimen"] = null,
): IntentionToTreat | null {
  if (query.denominator === "enrolled") return null;
  const ofRegimen = cohorts.filter((cohort) => regimen === null || cohort.regimen === regimen);
  const infused = cohorts.flatMap((cohort) => {
    const { figure } = chooseFigure(cohort, plannedOutcome, query);
    if (figure === null || !enrolledPopulations.has(figure.population)) return [];
    return [{ cohort: cohort.id, label: cohort.label, events: figure.events, n: figure.n }];
  });
  return {
    ...(outcome.kind === "landmark"
      ? poolOverEnrolled(ofRegimen, outcome, query, model, landmarks)
      : poolOverEnrolled(ofRegimen, outcome, query, model, counts)),
    infused,
    collected:
      outcome.kind === "landmark"
        ? null
        : summariseResponsesOfApheresed(
            counts.gather(ofRegimen, outcome, { ...query, denominator: "treated" }).entries,
            outcome,
            query,
          ),
  };
}

function poolOverEnrolled<F extends Poolable>(
  cohorts: readonly ComputeCohort[],
  outcome: Outcome,
  query: Query,
  model: Model,
  kind: OutcomeType<F>,
): Omit<IntentionToTreat, "infused" | "collected"> {
  const type = adaptOutcomeTypeToPublishedSet(kind, query);
  const rules = { ...query, denominator: "enrolled" } as const;
  const gather = (ofKind: readonly ComputeCohort[]) => {
    const gathered = kind.gather(ofKind, outcome, rules);
    // A published set fixes the data cut, so a figure may be of another population and is left out. If another choice
    // among overlapping cohorts may hold more patients, no number is given, because this part of an answer has no
    // note that could say so.
    const entries = gathered.entries.filter(
      ({ figure }) => gathered.settled && enrolledPopulations.has(figure.population),
    );
    return type.withoutSmallTrials({ ...gathered, entries });
  };
  const mainRegimen = gatherByRegimenKind(cohorts, null, gather);
  const fit = model.pool(makeFiguresToPool(type, mainRegimen.gathered.entries));
  const sides = { mainRegimen, missingProducts: [], broader: [] };
  const { pool } = summariseGroupPool(sides, kind, fit, model, query);
  const { k, events, n, estimate, interval, studies } = pool;
  return { k, events, n, estimate, interval, studies };
}

/**
 * Returns how many responded of all with cells collected, as counts next to the infused.
 *
 * @returns `null` if it is known for no cohort, or if a published set names the data cuts.
 */
export function summariseResponsesOfApheresed(
  entries: readonly Entry<CountedFigure>[],
  outcome: Outcome,
  query: Query,
): Collected | null {
  if (!isDataCutChosenByRule(query)) return null;
  const withCollected = entries.flatMap((entry) => {
    const overAll = findFigureOverApheresed(entry.cohort, outcome, entry.figure, query);
    return overAll === null ? [] : [{ ...entry, overAll }];
  });
  const cohorts = withCollected.map(
    ({ cohort: { id, label }, figure: infused, overAll: { figure, from } }) => ({
      cohort: id,
      label,
      infused: pickCount(infused),
      collected: pickCount(figure),
      derived: figure.countFrom !== undefined,
      assumed: from.collection === "assumed",
      cut: from.cut,
      source: from.source,
      citation: null,
      printed: from.outcome,
    }),
  );
  if (cohorts.length === 0) return null;
  return {
    trials: countTrialsOfEntriesIncludingPooled(withCollected),
    cohortsOfPool: countTrialsOfEntriesIncludingPooled(entries),
    infused: sumEventsAndPatients(cohorts.map(({ infused }) => infused)),
    collected: {
      ...sumEventsAndPatients(cohorts.map(({ collected }) => collected)),
      derived: cohorts.some(({ derived }) => derived),
    },
    cohorts,
  };
}

type Count = Pick<CountedFigure, "events" | "n">;

function pickCount({ events, n }: Count): Count {
  return { events, n };
}

function sumEventsAndPatients(counts: readonly Count[]): Count {
  return counts.reduce((sum, { events, n }) => ({ events: sum.events + events, n: sum.n + n }), {
    events: 0,
    n: 0,
  });
}
