/**
 * Finds the values of the notes of a whole answer, with one function for each note; `notes.ts` says which notes
 * there are.
 */
import type { ComputeCohort } from "#data/compute-set.ts";
import { groupBy } from "#data/lists-and-objects.ts";
import { bcmaKinds, type EarlierKind, type Population } from "#data/vocabulary.ts";
import { findSourceRefusal } from "../evidence/choose.ts";
import type { Entry } from "../evidence/gather.ts";
import { isResponseOutcome } from "../evidence/leukapheresed.ts";
import { countTrialsOfEntriesIncludingPooled, nameTrial } from "../evidence/trials.ts";
import { splitDimension } from "../question/dimensions.ts";
import { isQuestionAfterTherapy } from "../question/earlier-kinds.ts";
import type { Query } from "../question/query.ts";
import type { NoteValues, Spread } from "./note-values.ts";
import { listCohortLabels, type NotedAnswer } from "./row-notes.ts";

export function listEntriesOfAllRows({ rows }: Pick<NotedAnswer, "rows">): Entry[] {
  return rows.flatMap(({ groups }) => groups.flatMap(({ entries }) => entries));
}

/** Returns the range of the medians over the trials that are counted in the rows; `null` where no trial prints one. */
export function summariseSpreadOfMedians(
  entries: readonly Pick<Entry, "cohort">[],
  value: (cohort: ComputeCohort) => number | null,
): Spread | null {
  const printed = entries.filter(({ cohort }) => value(cohort) !== null);
  if (printed.length === 0) return null;
  const values = printed.map(({ cohort }) => value(cohort) ?? Number.NaN);
  return {
    lowest: Math.min(...values),
    highest: Math.max(...values),
    trials: countTrialsOfEntriesIncludingPooled(printed),
    total: countTrialsOfEntriesIncludingPooled(entries),
  };
}

const medians = {
  age: ({ medianAge }: ComputeCohort) => medianAge,
  "prior-lines": ({ medianPriorLines }: ComputeCohort) => medianPriorLines,
} as const;

export function listDisjointMedianNotes({ rows }: NotedAnswer): NoteValues["patients-apart"][] {
  const all = rows.flatMap(({ groups }) => groups);
  const ids = [...new Set(all.map(({ id }) => id))];
  if (ids.length !== 2) return [];
  return (["age", "prior-lines"] as const).flatMap((what) => {
    const groups = ids.flatMap((group) => {
      const ofGroup = all.flatMap(({ id, entries }) => (id === group ? entries : []));
      const spread = summariseSpreadOfMedians(ofGroup, medians[what]);
      return spread ? [{ group, ...spread }] : [];
    });
    return areSpreadsDisjoint(groups) ? [{ what, groups }] : [];
  });
}

/** Returns whether the medians of two groups are disjoint: all of one group lie below all of the other. */
function areSpreadsDisjoint([a, b]: readonly Pick<Spread, "lowest" | "highest">[]): boolean {
  return a !== undefined && b !== undefined && (a.highest < b.lowest || b.highest < a.lowest);
}

/**
 * Returns which patients the CAR-T rates count, because a rate among the infused is higher than one among all
 * apheresed.
 */
export function listCarTDenominatorNotes({
  query,
  rows,
}: NotedAnswer): NoteValues["patients-counted"][] {
  const { denominator } = query;
  const carT = rows.flatMap(({ outcome, groups }) =>
    // Outcomes among responders or leukapheresed patients state their patients in their own label.
    outcome.over === "all"
      ? groups.flatMap(({ entries }) =>
          entries
            .filter(({ cohort }) => cohort.therapyClass === "car-t")
            .map((entry) => ({ outcome, entry })),
        )
      : [],
  );
  if (carT.length === 0) return [];
  const labels = (population: Population, isDerived: boolean | null = null) =>
    listCohortLabels(
      carT
        .filter(
          ({ outcome, entry: { figure } }) =>
            figure.population === population &&
            (isDerived === null ||
              (isResponseOutcome(outcome) && "countFrom" in figure === isDerived)),
        )
        .map(({ entry }) => entry),
    );
  const randomised = labels("randomised");
  const treated = carT.some(({ entry }) => entry.figure.population !== "randomised");
  const collected =
    denominator === "collected"
      ? { printed: labels("leukapheresed", false), derived: labels("leukapheresed", true) }
      : null;
  return [{ denominator, treated, randomised, evaluable: [], collected }];
}

export function listEarlierTherapyNotes(answer: NotedAnswer): NoteValues["earlier-therapy"][] {
  const { query, groups } = answer;
  if (isQuestionAfterAnyBcma(query)) return [{ cohorts: groups.flatMap(({ cohorts }) => cohorts) }];
  // If the question asks for kinds of earlier therapy, the note `after-kinds` names them.
  if (isQuestionAfterTherapy(query)) return [];
  const kinds = new Set(listEntriesOfAllRows(answer).map(({ cohort }) => cohort.priorBcma));
  const isMixed = kinds.has("none") && (kinds.has("some") || kinds.has("required"));
  return isMixed ? [{ cohorts: null }] : [];
}

/**
 * Returns whether a question asks for trials that recruited for earlier therapy directed at BCMA, of whatever kind.
 */
function isQuestionAfterAnyBcma({ priorBcma }: Query): boolean {
  return priorBcma.includes("selected");
}

export function listBcmaKindsOnlyElsewhereNotes({
  query,
  groups,
  dataset,
}: NotedAnswer): NoteValues["earlier-therapy-elsewhere"][] {
  if (!isQuestionAfterAnyBcma(query)) return [];
  const selected = groups.flatMap(({ cohorts }) => cohorts);
  const unselected = dataset.cohorts.filter(
    (cohort) =>
      !selected.includes(cohort) &&
      (query.evidence === "all" || cohort.evidence === query.evidence),
  );
  const isFor = ({ priorBcmaKinds }: ComputeCohort, kind: EarlierKind) =>
    priorBcmaKinds.some(
      (therapy) => therapy.kind === kind && therapy.directed && therapy.n === therapy.of,
    );
  const kinds = bcmaKinds
    .filter((kind) => !selected.some((cohort) => isFor(cohort, kind)))
    .map((kind) => ({
      kind,
      elsewhere: unselected.flatMap(({ label: trial, priorBcmaKinds }) =>
        priorBcmaKinds
          .filter((therapy) => therapy.kind === kind && therapy.n !== 0)
          .map((therapy) => ({ ...therapy, trial })),
      ),
    }));
  return kinds.length === 0 ? [] : [{ kinds }];
}

export function listDoseFindingNotes(answer: NotedAnswer): NoteValues["dose-finding"][] {
  const entries = listEntriesOfAllRows(answer).filter(
    ({ cohort }) => cohort.doses === "escalation",
  );
  const cohorts = groupBy(entries, ({ cohort }) => cohort.trial);
  const trials = cohorts.map((parts) => nameTrial(parts.map(({ cohort }) => cohort)));
  return trials.length === 0 ? [] : [{ trials }];
}

/**
 * Returns the label of the outcome that an answer shows first (response, if it was requested), and the number of
 * cohorts with a figure for it; `null` for an answer without rows.
 */
function summariseReportingOfResponseElseFirst({ rows }: NotedAnswer) {
  const first = rows.find(({ outcome }) => outcome.role === "response") ?? rows[0];
  return first
    ? {
        label: first.outcome.label,
        groups: first.groups.reduce((sum, { entries }) => sum + entries.length, 0),
      }
    : null;
}

export function listQuestionCaveatNotes(answer: NotedAnswer): NoteValues["question"][] {
  const { query, groups, set } = answer;
  const entries = listEntriesOfAllRows(answer);
  const { sources, overlap, cut, priorLines, age, compare } = query;
  const pooled = new Set(entries.map(({ cohort }) => cohort.id));
  const isOfClasses = compare === "therapy-class";
  const values = {
    set: set && {
      ...{ name: set.name, cohorts: set.cohorts, modified: set.modified },
      cohortsPooled: set.cohortsPooled,
      reporting: summariseReportingOfResponseElseFirst(answer),
    },
    settingsMixed: new Set(entries.map(({ cohort }) => cohort.setting)).size > 1,
    byMedians: priorLines !== null || age !== null || splitDimension(compare).at !== undefined,
    unreviewed:
      sources === "any" && entries.some(({ figure }) => findSourceRefusal(figure, "reviewed")),
    latest: cut === "latest",
    overlapKept:
      overlap === "keep" &&
      entries.some(({ cohort }) => cohort.overlaps.some((edge) => pooled.has(edge.with))),
    confounded: !isOfClasses && groups.length > 1,
  };
  const isSilent = Object.values(values).every((value) => value === null || value === false);
  return isSilent ? [] : [values];
}
