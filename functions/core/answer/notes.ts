/**
 * What a reader must know before acting on a number: twelve codes with their values, in one table of
 * when each is true. Of a row or of the whole answer, the weightiest first.
 */
import type { ComputeCohort } from "#data/compute-set.ts";
import { bcmaKinds, type EarlierKind } from "#data/earlier-kinds.ts";
import type { Outcome } from "#data/schema.ts";
import type { Population, TherapyClass } from "#data/vocabulary.ts";
import { wholesOf } from "#data/wholes.ts";
import { chooseFigure, isBroad, sourceObstacle } from "../evidence/choose.ts";
import type { Coded } from "../evidence/coded.ts";
import { isByRule } from "../evidence/cuts.ts";
import type { Dataset } from "../evidence/dataset.ts";
import type { Entry } from "../evidence/gather.ts";
import type { LabelNote } from "../evidence/label-notes.ts";
import { isResponse } from "../evidence/leukapheresed.ts";
import { partsOfDimension } from "../question/dimensions.ts";
import { isAfterTherapy } from "../question/earlier-kinds.ts";
import type { Query } from "../question/query.ts";
import type { AskedSet } from "./answer.ts";
import { trialsIn } from "./gather-row.ts";
import { followUpOf } from "./patients.ts";

interface OfGroup {
  /** Id of a group. */
  group: string;
}

export interface Spread {
  readonly lowest: number;
  readonly highest: number;
  /** Trials that print it, of so many. */
  readonly trials: number;
  readonly of: number;
}

export type KindCount = ComputeCohort["priorBcmaKinds"][number];

export interface KindElsewhere extends KindCount {
  readonly trial: string;
}

export type Scale = "astct" | "lee" | "cartox" | "ctcae";

/** Lists of strings are labels of cohorts, unless another thing is said. */
export type Note = LabelNote | RowOrAnswerNote;

/** The twelve notes; those of labels are in `evidence/label-notes.ts`. */
type RowOrAnswerNote = Coded<{
  /** No median of one class reaches the other's: what is compared cannot be told from who was treated. */
  "patients-apart": { what: "age" | "prior-lines"; groups: (OfGroup & Spread)[] };
  /** Selected trials and products (slugs) without a figure in the number of a group; `k` may be 0. */
  "figures-missing": OfGroup & { k: number; trials: number; of: number; products: string[] };
  /** Rests on other trials than the row above of which it is a part. */
  "other-trials": OfGroup & { above: string; label: string };
  /** Who is counted, if not all who were treated. `collected` is what was asked for. */
  "patients-counted": {
    denominator: Query["denominator"];
    treated: boolean;
    randomised: string[];
    evaluable: string[];
    collected: { printed: string[]; derived: string[] } | null;
  };
  /** `unstated` of so many `figures`; `deaths`: in how many figures grade 5 counts. */
  grading: {
    scales: Scale[];
    unstated: number;
    figures: number;
    deaths: "none" | "some" | "all";
    broad: string[];
  };
  /** In months; `null` where it is known for fewer than half of the patients. */
  "follow-up": { classesDiffer: boolean; groups: (OfGroup & { months: number | null })[] };
  /** Figures of another cut than the outcome of which this is a part; cohorts that share patients. */
  "cuts-and-overlap": {
    cuts: string[];
    dropped: (OfGroup & { cohorts: number })[];
    settled: boolean;
  };
  /** Groups given with other drugs in all trials, and in none; cohorts at several doses. */
  "regimen-and-dose": { combined: string[]; alone: string[]; escalation: string[] };
  /** Some trials hold patients with earlier BCMA-directed therapy; after such therapy: which kinds. */
  "earlier-therapy": {
    cohorts: readonly Pick<ComputeCohort, "product" | "label" | "priorBcmaKinds">[] | null;
  };
  /** Kinds for which no selected trial recruited, with what other trials count. */
  "earlier-therapy-elsewhere": { kinds: { kind: EarlierKind; elsewhere: KindElsewhere[] }[] };
  /** By enrolment before, across and after the first COVID-19 vaccines. */
  infections: Record<"before" | "across" | "after", string[]> & {
    notStated: number;
    /** Cohorts of which immunoglobulin replacement is printed, of so many. */
    immunoglobulin: number;
    cohorts: number;
  };
  /** What the question itself brings along. */
  question: {
    set: Pick<AskedSet, "name" | "cohorts" | "used" | "modified"> | null;
    settingsMixed: boolean;
    byMedians: boolean;
    unreviewed: boolean;
    latest: boolean;
    overlapKept: boolean;
    confounded: boolean;
    /** Groups that hold both classes. */
    classesMixed: string[];
  };
}>;

export type NoteCode = Note["code"];

interface Group {
  readonly id: string;
  readonly classes: readonly TherapyClass[];
  readonly entries: readonly Entry[];
  readonly missing: readonly string[];
  readonly pool: { readonly k: number; readonly trials: number; readonly of: number };
  readonly dropped: number;
  readonly settled: boolean;
}

export interface NotedRow {
  readonly outcome: Outcome;
  readonly groups: readonly Group[];
}

/** Notes of one row. What is said of the whole answer is not repeated. */
export function rowNotes(
  { outcome, groups }: NotedRow,
  query: Query,
  dataset: Pick<Dataset, "outcomes">,
): Note[] {
  const entries = groups.flatMap((group) => group.entries);
  if (entries.length === 0) return [];
  return [
    ...groups.flatMap((group) => figuresMissing(group, outcome)),
    ...followUp(outcome, groups),
    ...infections(outcome, entries),
    ...grading(outcome, entries),
    ...regimens(groups),
    ...populations(outcome, entries),
    ...cutsAndOverlap(outcome, groups, query, dataset),
  ];
}

function labelsOf(entries: readonly Entry[]): string[] {
  return [...new Set(entries.map(({ cohort }) => cohort.label))];
}

function figuresMissing({ id: group, classes, pool, missing }: Group, outcome: Outcome): Note[] {
  // Survival at a month stands by trial.
  if (outcome.kind === "landmark") return [];
  const applies = classes.some((one) => outcome.appliesTo.includes(one));
  const { k, trials, of } = pool;
  if (!applies || of === 0 || (trials === of && missing.length === 0)) return [];
  return [{ code: "figures-missing", group, k, trials, of, products: [...missing] }];
}

function followUp({ timeDependent }: Outcome, groups: readonly Group[]): Note[] {
  const pooled = groups.filter(({ entries }) => entries.length > 0);
  if (!timeDependent || pooled.length < 2) return [];
  return [
    {
      code: "follow-up",
      classesDiffer: new Set(pooled.flatMap(({ classes }) => classes)).size > 1,
      groups: pooled.map(({ id: group, entries }) => ({
        group,
        months: followUpOf(entries)?.months ?? null,
      })),
    },
  ];
}

function infections({ preventedBy }: Outcome, entries: readonly Entry[]): Note[] {
  if (preventedBy === undefined) return [];
  const enrolled = (when: string | null) =>
    labelsOf(entries.filter(({ cohort }) => cohort.covidVaccines === when));
  const withImmunoglobulin = entries.filter(({ cohort }) =>
    cohort.figures.some(({ outcome }) => outcome === preventedBy),
  );
  return [
    {
      code: "infections",
      before: enrolled("before"),
      across: enrolled("across"),
      after: enrolled("after"),
      notStated: enrolled(null).length,
      immunoglobulin: withImmunoglobulin.length,
      cohorts: entries.length,
    },
  ];
}

function grading(outcome: Outcome, entries: readonly Entry[]): Note[] {
  const gradings = entries.flatMap(({ figure }) => ("grading" in figure ? [figure.grading] : []));
  const scales = [...new Set(gradings.filter((scale) => scale !== "unknown"))].sort();
  const unstated = gradings.filter((scale) => scale === "unknown").length;
  const isOne = scales.length < 2 && (scales.length === 0 || unstated === 0);
  const isOlder = scales.some((scale) => scale !== "astct");
  const counted = entries.map(({ figure }) => ("grades" in figure ? figure.grades : null));
  const without = counted.filter((grades) => grades === "3-4").length;
  const broad = labelsOf(entries.filter(({ figure }) => isBroad(outcome, figure)));
  // Where one scale replaced the others, an unstated one counts as another.
  const ofScale = outcome.scale === "astct" ? !isOne || isOlder : scales.length > 1;
  if (!ofScale && without === 0 && broad.length === 0) return [];
  return [
    {
      code: "grading",
      scales: ofScale ? scales : [],
      unstated: ofScale ? unstated : 0,
      figures: gradings.length,
      deaths: without === 0 ? "all" : counted.includes("3-5") ? "some" : "none",
      broad,
    },
  ];
}

/** What other drugs add is in the number of one group and not in that of another. */
function regimens(groups: readonly Group[]): Note[] {
  const isCombined = ({ cohort: { regimen } }: Entry) => regimen === "combination";
  const present = groups.filter(({ entries }) => entries.length > 0);
  const combined = present.filter(({ entries }) => entries.every(isCombined)).map(({ id }) => id);
  if (combined.length === 0) return [];
  const alone = present.filter(({ entries }) => !entries.some(isCombined)).map(({ id }) => id);
  return [{ code: "regimen-and-dose", combined, alone, escalation: [] }];
}

function populations({ over }: Outcome, entries: readonly Entry[]): Note[] {
  if (over !== "all") return [];
  const of = (population: Population) =>
    labelsOf(entries.filter(({ figure }) => figure.population === population));
  const [randomised, evaluable] = [of("randomised"), of("efficacy-evaluable")];
  if (randomised.length + evaluable.length === 0) return [];
  const denominator = "treated" as const;
  const counted = { denominator, treated: false, randomised, evaluable, collected: null };
  return [{ code: "patients-counted", ...counted }];
}

function cutsAndOverlap(
  outcome: Outcome,
  groups: readonly Group[],
  query: Query,
  dataset: Pick<Dataset, "outcomes">,
): Note[] {
  const cuts = labelsOf(ofOtherCuts(outcome, groups, query, dataset));
  const dropped = groups
    .filter((group) => group.dropped > 0)
    .map((group) => ({ group: group.id, cohorts: group.dropped }));
  const settled = groups.every((group) => group.settled);
  if (cuts.length + dropped.length === 0 && settled) return [];
  return [{ code: "cuts-and-overlap", cuts, dropped, settled }];
}

/** Figures of another data cut than that of the outcome of which they count a part. */
function ofOtherCuts(
  outcome: Outcome,
  groups: readonly Group[],
  query: Query,
  { outcomes }: Pick<Dataset, "outcomes">,
): Entry[] {
  if (!isByRule(query)) return [];
  // The outermost that is pooled stands for all: deaths from any cause never are.
  const wholes = wholesOf(outcome.id, outcomes).reverse();
  const isOther = ({ cohort, figure }: Entry) => {
    for (const whole of wholes) {
      const { figure: other } = chooseFigure(cohort, whole, query);
      if (other !== null) return other.cut !== figure.cut;
    }
    return false;
  };
  return groups.flatMap(({ entries }) => entries.filter(isOther));
}

/** Notes of the whole answer, said once. */
export function answerNotes(
  query: Query,
  rows: readonly NotedRow[],
  groups: readonly { readonly id: string; readonly cohorts: readonly ComputeCohort[] }[],
  set: AskedSet | null,
  dataset: Pick<Dataset, "cohorts">,
): Note[] {
  const entries = rows.flatMap((row) => row.groups.flatMap((group) => group.entries));
  if (entries.length === 0) return [];
  return [
    ...patientsApart(rows),
    ...counted(query, rows),
    ...earlierTherapy(
      query,
      groups.flatMap(({ cohorts }) => cohorts),
      entries,
      dataset,
    ),
    ...escalation(entries),
    ...question(query, entries, groups, set),
  ];
}

/** Medians over the trials that are counted in the rows; `null` where no trial prints one. */
export function spreadOf(
  entries: readonly Entry[],
  value: (cohort: ComputeCohort) => number | null,
): Spread | null {
  const printed = entries.filter(({ cohort }) => value(cohort) !== null);
  const known = printed.flatMap(({ cohort }) => value(cohort) ?? []);
  if (known.length === 0) return null;
  const [lowest, highest] = [Math.min(...known), Math.max(...known)];
  return { lowest, highest, trials: trialsIn(printed), of: trialsIn(entries) };
}

const medians = {
  age: ({ medianAge }: ComputeCohort) => medianAge,
  "prior-lines": ({ medianPriorLines }: ComputeCohort) => medianPriorLines,
} as const;

function patientsApart(rows: readonly NotedRow[]): Note[] {
  const ids = [...new Set(rows.flatMap(({ groups }) => groups.map(({ id }) => id)))];
  if (ids.length !== 2) return [];
  return (["age", "prior-lines"] as const).flatMap((what): Note[] => {
    const groups = ids.flatMap((group) => {
      const own = rows.flatMap((row) =>
        row.groups.flatMap(({ id, entries }) => (id === group ? entries : [])),
      );
      const spread = spreadOf(own, medians[what]);
      return spread ? [{ group, ...spread }] : [];
    });
    return areApart(groups) ? [{ code: "patients-apart", what, groups }] : [];
  });
}

/** Whether no median of one side reaches the other's. */
export function areApart([a, b]: readonly Pick<Spread, "lowest" | "highest">[]): boolean {
  return a !== undefined && b !== undefined && (a.highest < b.lowest || b.highest < a.lowest);
}

/** Which patients the CAR-T rates count: a rate among the infused looks better. */
function counted({ denominator }: Query, rows: readonly NotedRow[]): Note[] {
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
  const said = { denominator, treated, randomised, evaluable: [], collected };
  return [{ code: "patients-counted", ...said }];
}

function earlierTherapy(
  query: Query,
  selected: readonly ComputeCohort[],
  entries: readonly Entry[],
  { cohorts }: Pick<Dataset, "cohorts">,
): Note[] {
  if (!isAfterTherapy(query)) {
    const kinds = new Set(entries.map(({ cohort }) => cohort.priorBcma));
    const isMixed = kinds.has("none") && (kinds.has("some") || kinds.has("required"));
    return isMixed ? [{ code: "earlier-therapy", cohorts: null }] : [];
  }
  // Where kinds were asked for, a note of their own says them.
  if (!query.priorBcma.includes("selected")) return [];
  const others = cohorts.filter(
    (one) =>
      !selected.includes(one) && (query.evidence === "all" || one.evidence === query.evidence),
  );
  const isFor = ({ priorBcmaKinds }: ComputeCohort, kind: EarlierKind) =>
    priorBcmaKinds.some((one) => one.kind === kind && one.directed && one.n === one.of);
  const kinds = bcmaKinds
    .filter((kind) => !selected.some((one) => isFor(one, kind)))
    .map((kind) => ({
      kind,
      elsewhere: others.flatMap(({ label: trial, priorBcmaKinds }) =>
        priorBcmaKinds
          .filter((one) => one.kind === kind && one.n !== 0)
          .map((one) => ({ ...one, trial })),
      ),
    }));
  const own: Note = { code: "earlier-therapy", cohorts: selected };
  return kinds.length === 0 ? [own] : [own, { code: "earlier-therapy-elsewhere", kinds }];
}

function escalation(entries: readonly Entry[]): Note[] {
  const found = labelsOf(entries.filter(({ cohort }) => cohort.doses === "escalation"));
  if (found.length === 0) return [];
  return [{ code: "regimen-and-dose", combined: [], alone: [], escalation: found }];
}

function question(
  query: Query,
  entries: readonly Entry[],
  groups: readonly { readonly id: string; readonly cohorts: readonly ComputeCohort[] }[],
  set: AskedSet | null,
): Note[] {
  const { sources, overlap, cut, priorLines, age, compare } = query;
  const pooled = new Set(entries.map(({ cohort }) => cohort.id));
  const classesIn = (cohorts: readonly ComputeCohort[]) =>
    new Set(cohorts.map(({ therapyClass }) => therapyClass)).size;
  const isOfClasses = compare === "therapy-class";
  const said = {
    set: set && { name: set.name, cohorts: set.cohorts, used: set.used, modified: set.modified },
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
  const isSilent = Object.values(said).every(
    (value) => value === null || value === false || (Array.isArray(value) && value.length === 0),
  );
  return isSilent ? [] : [{ code: "question", ...said }];
}
