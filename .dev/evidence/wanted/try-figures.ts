/** What a row would be if a cohort reported what it lacks, with a plausible figure. */
import type { CodedNotPooled, CodedOutcome } from "#core/comparison/coded-answer.ts";
import { type Asked, begin, rowOf } from "#core/comparison/compare.ts";
import type { Models } from "#core/comparison/models.ts";
import { groups } from "#core/evidence/classes.ts";
import type { Dataset } from "#core/evidence/dataset.ts";
import { byClass } from "#core/evidence/grouping.ts";
import type { Refusal } from "#core/evidence/reasons.ts";
import type { Query } from "#core/question/query.ts";
import type { ComputeCohort } from "#data/compute-set.ts";
import { monthOf } from "#data/landmarks.ts";
import type { Outcome } from "#data/schema.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import { type Plausible, plausibleFigure } from "./plausible.ts";

export interface Tried {
  query: Query;
  outcome: Outcome;
  cohort: ComputeCohort;
  /** Why the cohort has no figure now, and what it reports nevertheless. */
  standing: CodedNotPooled;
  figure: Plausible;
  before: CodedOutcome;
  after: CodedOutcome;
}

/** A figure of such a cohort would not count, or another cohort has the patients. */
const byRule: ReadonlySet<Refusal["code"]> = new Set(["parts-report", "shares-patients"]);

/** @param collected How many patients of a cohort had cells collected; `null`: not known. */
export function tryFigures(
  query: Query,
  dataset: Dataset,
  models: Models,
  collected: (cohort: string) => number | null,
): Tried[] {
  const asked = ask(query, dataset, models);
  return asked.outcomes.flatMap((outcome) => {
    const before = rowOf(outcome, asked).answer;
    return gapsOf(before, asked).flatMap(({ cohort, standing, group }): Tried[] => {
      const [own, other] = [before.pools[group], before.pools[otherThan(group)]];
      const n = outcome.over === "leukapheresed" ? collected(cohort.id) : cohort.n;
      const figure = plausibleFigure(outcome, cohort, n, standing, own, other);
      if (figure === null) return [];
      const one = { query, outcome, cohort, standing, figure, before };
      const after = rowWith([one], dataset, models);
      const counts = after?.pools[group].studies.some((study) => study.cohort === cohort.id);
      return after && counts ? [{ ...one, after }] : [];
    });
  });
}

/** The figures by the row that they were tried in. */
export function rowsOf(tried: readonly Tried[]): Tried[][] {
  const rows = new Set(tried.map(({ before }) => before));
  return [...rows].map((row) => tried.filter(({ before }) => before === row));
}

/** The row with all of these figures; `null` if there are none. All must be of one row. */
export function rowWith(
  tried: readonly Pick<Tried, "query" | "outcome" | "cohort" | "figure">[],
  dataset: Dataset,
  models: Models,
): CodedOutcome | null {
  const [first] = tried;
  if (!first) return null;
  const { query, outcome } = first;
  const cohorts = dataset.cohorts.map((cohort) => {
    const one = tried.find((each) => each.cohort === cohort);
    return one ? withFigure(cohort, outcome, one.figure) : cohort;
  });
  return rowOf(outcome, ask(query, { ...dataset, cohorts }, models)).answer;
}

/** Whether other checks keep a difference does not matter here, and asking them takes long. */
function ask(query: Query, dataset: Dataset, models: Models): Asked<TherapyClass> {
  // Checks cost the most, and nobody reads them here.
  return { ...begin(query, dataset, models, byClass, ""), checked: null };
}

interface Gap {
  group: TherapyClass;
  cohort: ComputeCohort;
  standing: CodedNotPooled;
}

/** A label pool is no gap: the cohorts that it holds are. */
function gapsOf({ pools, appliesTo }: CodedOutcome, { groups: all }: Asked<TherapyClass>): Gap[] {
  return all
    .filter(({ id }) => appliesTo.includes(id))
    .flatMap(({ id: group, cohorts }) =>
      pools[group].notPooled
        .filter(({ reason }) => !byRule.has(reason.code))
        .flatMap((standing) =>
          cohorts
            .filter(({ id, parts }) => id === standing.cohort && parts.length === 0)
            .map((cohort) => ({ group, cohort, standing })),
        ),
    );
}

function otherThan(group: TherapyClass): TherapyClass {
  return groups.find((one) => one !== group) ?? group;
}

/** With a figure it does not report, in place of all of that outcome: primary cut, by a paper. */
function withFigure(
  cohort: ComputeCohort,
  { id, kind, over }: Pick<Outcome, "id" | "kind" | "over">,
  { events, n, share }: Plausible,
): ComputeCohort {
  const { design, followUpMonths } = cohort;
  const all = design === "randomised-arm" ? ("randomised" as const) : ("treated" as const);
  const measured = {
    outcome: id,
    n,
    population: over === "all" ? all : over,
    cut: "primary",
    followUpMonths,
    timeOrigin: null,
    hold: null,
    source: 0,
    tier: 1 as const,
  };
  const others = <F extends { outcome: string }>(figures: readonly F[]) =>
    figures.filter(({ outcome }) => outcome !== id);
  if (kind === "count") {
    const counted = { percentPrinted: null, grading: "unknown" as const };
    const figure = { ...measured, ...counted, events, grades: null };
    return { ...cohort, figures: [...others(cohort.figures), figure] };
  }
  // Without an interval, survival counts only if follow-up reaches its month.
  const month = monthOf(id);
  const reached = Math.max(followUpMonths ?? 0, month);
  const survived = { survival: share, interval: null, atRisk: null, followUpMonths: reached };
  return { ...cohort, landmarks: [...others(cohort.landmarks), { ...measured, ...survived }] };
}
