/**
 * When an answer says which note, and where it stands: one row a note, the weightiest first. The values
 * are in `note-values.ts`, the words by the same codes in `presentation/words/notes.ts`.
 */
import type { ComputeCohort } from "#data/compute-set.ts";
import { bcmaKinds, type EarlierKind } from "#data/earlier-kinds.ts";
import type { Outcome } from "#data/schema.ts";
import type { Population, TherapyClass } from "#data/vocabulary.ts";
import { wholesOf } from "#data/wholes.ts";
import { chooseFigure, isBroad, sourceObstacle } from "../evidence/choose.ts";
import { isByRule } from "../evidence/cuts.ts";
import type { Dataset } from "../evidence/dataset.ts";
import type { Entry } from "../evidence/gather.ts";
import { grouped } from "../evidence/grouped.ts";
import { type LabelNote, labelNotes } from "../evidence/label-notes.ts";
import { isResponse } from "../evidence/leukapheresed.ts";
import { distinctTrials, trialsIn } from "../evidence/trials.ts";
import { partsOfDimension } from "../question/dimensions.ts";
import { isAfterTherapy } from "../question/earlier-kinds.ts";
import type { Query } from "../question/query.ts";
import type { Grades, Pool } from "./answer.ts";
import type { AskedSet, Note, NoteCode, NoteValues, Spread } from "./note-values.ts";
import { followUpOf } from "./patients.ts";

/** The place of a note: next to the verdict, with the labels, below the rows, or in a part of an opened row. */
export type NotePlace = "verdict" | "labels" | "answer" | "products" | "trials" | "sure";

type Place = NotePlace | ((query: Query) => NotePlace);

interface NoteRule<Values> {
  readonly place: Place;
  /** The collapsed row already implies this note by its displayed number, so the note is not repeated there. */
  readonly onTheRow?: true;
  /** Returns the values of each note of a row; `ofAnswer`: of each note of the whole answer. */
  readonly ofRow?: (row: NotedRow, answer: NotedAnswer) => readonly Values[];
  readonly ofAnswer?: (answer: NotedAnswer) => readonly Values[];
}

const made: { readonly [Code in keyof NoteValues]: NoteRule<NoteValues[Code]> } = {
  "patients-apart": { place: "verdict", ofAnswer: patientsApart },
  "one-trial-carries": { place: "products", ofRow: oneTrialCarries },
  "other-trials": { place: "products", onTheRow: true, ofRow: onOtherTrials(false) },
  "above-whole": { place: "products", onTheRow: true, ofRow: onOtherTrials(true) },
  "figures-missing": { place: "products", onTheRow: true, ofRow: figuresMissing },
  "follow-up": { place: "sure", ofRow: followUp },
  infections: { place: "sure", ofRow: infections },
  grading: { place: "trials", ofRow: grading },
  "deaths-apart": { place: "trials", onTheRow: true, ofRow: deathsApart },
  regimen: { place: "products", ofRow: regimens },
  "patients-counted": { place: "trials", ofRow: populations, ofAnswer: counted },
  "earlier-therapy": {
    place: (query) => (isAfterTherapy(query) ? "verdict" : "answer"),
    ofAnswer: earlierTherapy,
  },
  "earlier-therapy-elsewhere": { place: "answer", ofAnswer: earlierTherapyElsewhere },
  "dose-finding": { place: "answer", ofAnswer: doseFinding },
  "cuts-and-overlap": { place: "trials", ofRow: cutsAndOverlap },
  question: { place: "answer", ofAnswer: question },
};

/** Notes of labels are found together, because they rest on the same labels. */
const ofLabels: { readonly [Code in LabelNote["code"]]: { readonly place: NotePlace } } = {
  "labels-in-part": { place: "labels" },
  "no-label": { place: "labels" },
  "counted-without-label": { place: "answer" },
  "label-from-line": { place: "labels" },
  "label-condition": { place: "labels" },
  "left-out-for-label": { place: "answer" },
  "sold-elsewhere": { place: "answer" },
  "lines-unknown": { place: "answer" },
  "early-after-three": { place: "answer" },
  "after-kinds": { place: "verdict" },
};

const rules: { readonly [Code in NoteCode]: Pick<NoteRule<never>, "place" | "onTheRow"> } = {
  ...made,
  ...ofLabels,
};

const codes = Object.keys(made) as (keyof NoteValues)[];

/** Returns the place of a row's note in the opened row, or of an answer's note on the first screen. */
export function placeOfNote(code: NoteCode, of: "row" | "answer", query: Query): NotePlace {
  const { place } = rules[code];
  const placed = typeof place === "function" ? place(query) : place;
  const isOfParts = placed === "products" || placed === "trials" || placed === "sure";
  return of === "answer" && isOfParts ? "answer" : placed;
}

/** Returns whether a closed row, which has room for one note, may begin with it. */
export function maySayFirst(code: NoteCode): boolean {
  return !rules[code].onTheRow;
}

/** Builds one note per value. The type of `made` guarantees that values match their code. */
function notesOf<Code extends keyof NoteValues>(
  code: Code,
  values: readonly NoteValues[Code][] = [],
): Note[] {
  return values.map((value) => ({ code, ...value }) as Note);
}

interface Group {
  readonly id: string;
  readonly classes: readonly TherapyClass[];
  readonly entries: readonly Entry[];
  readonly missing: readonly string[];
  readonly pool: Pick<Pool, "k" | "of" | "estimate" | "events" | "smaller">;
  readonly dropped: number;
  readonly settled: boolean;
}

export interface NotedRow {
  readonly outcome: Outcome;
  readonly grades: Grades | null;
  readonly groups: readonly Group[];
}

export interface NotedAnswer {
  readonly query: Query;
  /** All of them, in the order of the answer. */
  readonly rows: readonly NotedRow[];
  readonly groups: readonly { readonly id: string; readonly cohorts: readonly ComputeCohort[] }[];
  readonly set: AskedSet | null;
  readonly dataset: Dataset;
}

/** Returns the notes of one row. A note of the whole answer is not repeated. */
export function rowNotes(row: NotedRow, answer: NotedAnswer): Note[] {
  if (row.groups.every(({ entries }) => entries.length === 0)) return [];
  return codes.flatMap((code) => notesOf(code, made[code].ofRow?.(row, answer)));
}

/** Returns the notes of the whole answer; those of labels come last. */
export function answerNotes(answer: NotedAnswer): Note[] {
  const { query, groups, dataset } = answer;
  const selected = groups.flatMap(({ cohorts }) => cohorts);
  return [
    ...(entriesIn(answer).length === 0
      ? []
      : codes.flatMap((code) => notesOf(code, made[code].ofAnswer?.(answer)))),
    ...labelNotes(query, selected, dataset),
  ];
}

function entriesIn({ rows }: Pick<NotedAnswer, "rows">): Entry[] {
  return rows.flatMap(({ groups }) => groups.flatMap(({ entries }) => entries));
}

function labelsOf(entries: readonly Entry[]): string[] {
  return [...new Set(entries.map(({ cohort }) => cohort.label))];
}

/**
 * Notes groups whose estimate uses other cohorts than the nearest parent outcome that has an estimate.
 *
 * @param isHigher whether it comes out higher than that, as it is shown
 */
function onOtherTrials(isHigher: boolean) {
  return ({ outcome, groups }: NotedRow, { rows, dataset }: NotedAnswer) => {
    const above = wholesOf(outcome.id, dataset.outcomes).flatMap(
      ({ id }) => rows.find((row) => row.outcome.id === id) ?? [],
    );
    return groups.flatMap((group) => {
      const nearest = above
        .map((row) => ({ row, group: row.groups.find(({ id }) => id === group.id) }))
        .find(({ group }) => group && group.pool.estimate !== null);
      if (
        !nearest?.group ||
        group.pool.estimate === null ||
        idsOf(group) === idsOf(nearest.group)
      ) {
        return [];
      }
      const { id, label } = nearest.row.outcome;
      return isHigher === whole100(group) > whole100(nearest.group)
        ? [{ group: group.id, above: id, label }]
        : [];
    });
  };
}

function whole100({ pool }: Group): number {
  return Math.round(100 * (pool.estimate ?? 0));
}

function idsOf({ entries }: Group): string {
  return entries
    .map(({ cohort }) => cohort.id)
    .sort()
    .join();
}

function figuresMissing({ outcome, groups }: NotedRow): NoteValues["figures-missing"][] {
  // Survival at a month stands by trial.
  if (outcome.kind === "landmark") return [];
  return groups.flatMap(({ id: group, classes, pool, missing }) => {
    const { k, of, smaller = [] } = pool;
    const applies = classes.some((therapyClass) => outcome.appliesTo.includes(therapyClass));
    if (!applies || of === 0 || (k === of && missing.length === 0)) return [];
    return { group, k, of, small: distinctTrials(smaller), products: [...missing] };
  });
}

/** The fewest trials for which this note is made. */
const severalTrials = 2;

function oneTrialCarries({ groups }: NotedRow): NoteValues["one-trial-carries"][] {
  return groups.flatMap(({ id: group, entries, pool }) => {
    const { events: of } = pool;
    const trials = trialsOf(entries);
    if (trials.length < severalTrials || of === null) return [];
    return trials
      .filter(({ events }) => 2 * events > of)
      .map(({ label: trial, events }) => ({ group, trial, events, of }));
  });
}

/** Events of each trial, under the label of its first cohort: parts of one trial count together. */
function trialsOf(entries: readonly Entry[]) {
  return grouped(entries, ({ cohort }) => cohort.trial).map((parts) => ({
    label: parts[0].cohort.label,
    events: parts.reduce((sum, { figure }) => sum + ("events" in figure ? figure.events : 0), 0),
  }));
}

function followUp({ outcome, groups }: NotedRow): NoteValues["follow-up"][] {
  const pooled = groups.filter(({ entries }) => entries.length > 0);
  if (!outcome.timeDependent || pooled.length < 2) return [];
  return [
    {
      classesDiffer: new Set(pooled.flatMap(({ classes }) => classes)).size > 1,
      groups: pooled.map(({ id: group, entries }) => ({
        group,
        months: followUpOf(entries)?.months ?? null,
      })),
    },
  ];
}

function infections({ outcome, groups }: NotedRow): NoteValues["infections"][] {
  const { preventedBy } = outcome;
  if (preventedBy === undefined) return [];
  const entries = groups.flatMap((group) => group.entries);
  const enrolled = (when: string | null) =>
    labelsOf(entries.filter(({ cohort }) => cohort.covidVaccines === when));
  const withImmunoglobulin = entries.filter(({ cohort }) =>
    cohort.figures.some(({ outcome }) => outcome === preventedBy),
  );
  return [
    {
      before: enrolled("before"),
      across: enrolled("across"),
      after: enrolled("after"),
      notStated: enrolled(null).length,
      immunoglobulin: withImmunoglobulin.length,
      cohorts: entries.length,
    },
  ];
}

function grading({ outcome, groups }: NotedRow): NoteValues["grading"][] {
  const entries = groups.flatMap((group) => group.entries);
  const gradings = entries.flatMap(({ figure }) => ("grading" in figure ? [figure.grading] : []));
  const scales = [...new Set(gradings.filter((scale) => scale !== "unknown"))].sort();
  const unstated = gradings.filter((scale) => scale === "unknown").length;
  const isOne = scales.length < 2 && (scales.length === 0 || unstated === 0);
  const isOlder = scales.some((scale) => scale !== "astct");
  const broad = labelsOf(entries.filter(({ figure }) => isBroad(outcome, figure)));
  // An unstated scale counts as another scale if a newer one replaced the older ones.
  const ofScale = outcome.scale === "astct" ? !isOne || isOlder : scales.length > 1;
  if (!ofScale && broad.length === 0) return [];
  return [
    {
      scales: ofScale ? scales : [],
      unstated: ofScale ? unstated : 0,
      figures: gradings.length,
      broad,
    },
  ];
}

/** Notes how many deaths there were; the label of the row already states that they are not counted. */
function deathsApart({ grades }: NotedRow): NoteValues["deaths-apart"][] {
  const fatal = grades?.fatal ?? null;
  if (fatal === null) return [];
  const { label, studies, notReported } = fatal;
  return [
    {
      label,
      reported: studies.flatMap(({ label: trial, events, n }) =>
        events === null || n === null ? [] : [{ trial, events, n }],
      ),
      notReported: notReported.map(({ label: trial }) => trial),
    },
  ];
}

/**
 * Notes that the number of one group includes combinations, whose other drugs add an effect, and another does
 * not.
 */
function regimens({ groups }: NotedRow): NoteValues["regimen"][] {
  const isCombined = ({ cohort: { regimen } }: Entry) => regimen === "combination";
  const present = groups.filter(({ entries }) => entries.length > 0);
  const combined = present.filter(({ entries }) => entries.every(isCombined)).map(({ id }) => id);
  if (combined.length === 0) return [];
  const alone = present.filter(({ entries }) => !entries.some(isCombined)).map(({ id }) => id);
  return [{ combined, alone }];
}

function populations({ outcome, groups }: NotedRow): NoteValues["patients-counted"][] {
  if (outcome.over !== "all") return [];
  const entries = groups.flatMap((group) => group.entries);
  const of = (population: Population) =>
    labelsOf(entries.filter(({ figure }) => figure.population === population));
  const [randomised, evaluable] = [of("randomised"), of("efficacy-evaluable")];
  if (randomised.length + evaluable.length === 0) return [];
  return [{ denominator: "treated", treated: false, randomised, evaluable, collected: null }];
}

function cutsAndOverlap(row: NotedRow, answer: NotedAnswer): NoteValues["cuts-and-overlap"][] {
  const { groups } = row;
  const cuts = labelsOf(ofOtherCuts(row, answer));
  const dropped = groups
    .filter((group) => group.dropped > 0)
    .map((group) => ({ group: group.id, cohorts: group.dropped }));
  const settled = groups.every((group) => group.settled);
  if (cuts.length + dropped.length === 0 && settled) return [];
  return [{ cuts, dropped, settled }];
}

/** Figures of another data cut than that of the outcome of which they count a part. */
function ofOtherCuts({ outcome, groups }: NotedRow, { query, dataset }: NotedAnswer): Entry[] {
  if (!isByRule(query)) return [];
  // The outermost that is pooled stands for all: deaths from any cause never are.
  const wholes = wholesOf(outcome.id, dataset.outcomes).reverse();
  const isOther = ({ cohort, figure }: Entry) => {
    for (const whole of wholes) {
      const { figure: figureOfWhole } = chooseFigure(cohort, whole, query);
      if (figureOfWhole !== null) return figureOfWhole.cut !== figure.cut;
    }
    return false;
  };
  return groups.flatMap(({ entries }) => entries.filter(isOther));
}

/** Medians over the trials that are counted in the rows; `null` where no trial prints one. */
export function spreadOf(
  entries: readonly Pick<Entry, "cohort">[],
  value: (cohort: ComputeCohort) => number | null,
): Spread | null {
  const printed = entries.filter(({ cohort }) => value(cohort) !== null);
  if (printed.length === 0) return null;
  const values = printed.map(({ cohort }) => value(cohort) ?? Number.NaN);
  return {
    lowest: Math.min(...values),
    highest: Math.max(...values),
    trials: trialsIn(printed),
    of: trialsIn(entries),
  };
}

const medians = {
  age: ({ medianAge }: ComputeCohort) => medianAge,
  "prior-lines": ({ medianPriorLines }: ComputeCohort) => medianPriorLines,
} as const;

function patientsApart({ rows }: NotedAnswer): NoteValues["patients-apart"][] {
  const all = rows.flatMap(({ groups }) => groups);
  const ids = [...new Set(all.map(({ id }) => id))];
  if (ids.length !== 2) return [];
  return (["age", "prior-lines"] as const).flatMap((what) => {
    const groups = ids.flatMap((group) => {
      const ofGroup = all.flatMap(({ id, entries }) => (id === group ? entries : []));
      const spread = spreadOf(ofGroup, medians[what]);
      return spread ? [{ group, ...spread }] : [];
    });
    return areApart(groups) ? [{ what, groups }] : [];
  });
}

/** Returns whether no median of one side reaches the other's. */
export function areApart([a, b]: readonly Pick<Spread, "lowest" | "highest">[]): boolean {
  return a !== undefined && b !== undefined && (a.highest < b.lowest || b.highest < a.lowest);
}

/** Notes which patients the CAR-T rates count, because a rate among the infused looks better. */
function counted({ query, rows }: NotedAnswer): NoteValues["patients-counted"][] {
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
    labelsOf(
      carT
        .filter(
          ({ outcome, entry: { figure } }) =>
            figure.population === population &&
            (isDerived === null || (isResponse(outcome) && "derived" in figure === isDerived)),
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

function earlierTherapy(answer: NotedAnswer): NoteValues["earlier-therapy"][] {
  const { query, groups } = answer;
  if (isAfterAny(query)) return [{ cohorts: groups.flatMap(({ cohorts }) => cohorts) }];
  // A note of labels names the kinds if the question asks for them.
  if (isAfterTherapy(query)) return [];
  const kinds = new Set(entriesIn(answer).map(({ cohort }) => cohort.priorBcma));
  const isMixed = kinds.has("none") && (kinds.has("some") || kinds.has("required"));
  return isMixed ? [{ cohorts: null }] : [];
}

/** Returns whether the question is about patients after BCMA-directed therapy of any kind. */
function isAfterAny({ priorBcma }: Query): boolean {
  return priorBcma.includes("selected");
}

function earlierTherapyElsewhere({
  query,
  groups,
  dataset,
}: NotedAnswer): NoteValues["earlier-therapy-elsewhere"][] {
  if (!isAfterAny(query)) return [];
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

function doseFinding(answer: NotedAnswer): NoteValues["dose-finding"][] {
  const entries = entriesIn(answer).filter(({ cohort }) => cohort.doses === "escalation");
  // Groups of patients of one trial are this trial.
  const trials = labelsOf(
    entries.filter(
      ({ cohort }) =>
        entries.find((entry) => entry.cohort.trial === cohort.trial)?.cohort === cohort,
    ),
  );
  return trials.length === 0 ? [] : [{ trials }];
}

/** Counts groups with a figure for the outcome that an answer shows first: response, if it was requested. */
function reportingIn({ rows }: NotedAnswer) {
  const first = rows.find(({ outcome }) => outcome.role === "response") ?? rows[0];
  return first
    ? {
        label: first.outcome.label,
        groups: first.groups.reduce((sum, { entries }) => sum + entries.length, 0),
      }
    : null;
}

function question(answer: NotedAnswer): NoteValues["question"][] {
  const { query, groups, set } = answer;
  const entries = entriesIn(answer);
  const { sources, overlap, cut, priorLines, age, compare } = query;
  const pooled = new Set(entries.map(({ cohort }) => cohort.id));
  const classesIn = (cohorts: readonly ComputeCohort[]) =>
    new Set(cohorts.map(({ therapyClass }) => therapyClass)).size;
  const isOfClasses = compare === "therapy-class";
  const values = {
    set: set && {
      ...{ name: set.name, cohorts: set.cohorts, used: set.used, modified: set.modified },
      reporting: reportingIn(answer),
    },
    settingsMixed: new Set(entries.map(({ cohort }) => cohort.setting)).size > 1,
    byMedians: priorLines !== null || age !== null || partsOfDimension(compare).at !== undefined,
    unreviewed:
      sources === "any" && entries.some(({ figure }) => sourceObstacle(figure, "reviewed")),
    latest: cut === "latest",
    overlapKept:
      overlap === "keep" &&
      entries.some(({ cohort }) => cohort.overlaps.some((edge) => pooled.has(edge.with))),
    confounded: !isOfClasses && groups.length > 1,
    classesMixed: groups.filter(({ cohorts }) => classesIn(cohorts) > 1).map(({ id }) => id),
  };
  const isSilent = Object.values(values).every(
    (value) => value === null || value === false || (Array.isArray(value) && value.length === 0),
  );
  return isSilent ? [] : [values];
}
