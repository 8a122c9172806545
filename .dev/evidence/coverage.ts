/** What the evidence holds, whatever is asked: which cohorts report an outcome or can be pooled. */
import { groups } from "#core/evidence/classes.ts";
import type { Dataset } from "#core/evidence/dataset.ts";
import { type GatherRules, gatherCounts, gatherLandmarks } from "#core/evidence/gather.ts";
import { select } from "#core/evidence/select.ts";
import { asked } from "#core/question/read-question.ts";
import type { ComputeCohort, ComputeSet } from "#data/compute-set.ts";
import type { Cohort, Outcome, SourceEntry } from "#data/schema.ts";
import { evidenceKinds, settings, type TherapyClass } from "#data/vocabulary.ts";

/** `printed`: there is a figure, but none that can be pooled. */
export type Reported = "pooled" | "printed" | "nothing";

export interface OutcomeCoverage {
  outcome: Outcome;
  /** By id of the cohort. Without cohorts whose class cannot have the outcome. */
  reported: ReadonlyMap<string, Reported>;
}

/** Cohorts that are compared with each other: one class, one setting, one kind of evidence. */
export interface Stratum {
  therapyClass: TherapyClass;
  setting: ComputeCohort["setting"];
  evidence: ComputeCohort["evidence"];
}

export const strata: readonly Stratum[] = groups.flatMap((therapyClass) =>
  settings.flatMap((setting) =>
    evidenceKinds.map((evidence) => ({ therapyClass, setting, evidence })),
  ),
);

export function isIn({ therapyClass, setting, evidence }: Stratum, cohort: ComputeCohort): boolean {
  return (
    cohort.therapyClass === therapyClass &&
    cohort.setting === setting &&
    cohort.evidence === evidence
  );
}

export function coverageOf(
  { cohorts, outcomes }: Pick<Dataset, "cohorts" | "outcomes">,
  rules: GatherRules,
): OutcomeCoverage[] {
  return outcomes.map((outcome) => {
    const able = cohorts.filter(({ therapyClass }) => outcome.appliesTo.includes(therapyClass));
    const gather = outcome.kind === "count" ? gatherCounts : gatherLandmarks;
    const pooled = new Set(gather(able, outcome, rules).entries.map(({ cohort }) => cohort.id));
    const reportedBy = (cohort: ComputeCohort): Reported => {
      if (pooled.has(cohort.id)) return "pooled";
      return prints(cohort, outcome) ? "printed" : "nothing";
    };
    return { outcome, reported: new Map(able.map((cohort) => [cohort.id, reportedBy(cohort)])) };
  });
}

function prints({ figures, landmarks }: ComputeCohort, { id }: Outcome): boolean {
  return [...figures, ...landmarks].some(({ outcome }) => outcome === id);
}

/** How many of these cohorts can be pooled, and how many print any figure. */
export function countReported(
  cohorts: readonly ComputeCohort[],
  { reported }: OutcomeCoverage,
): { pooled: number; printed: number } {
  const found = cohorts.map(({ id }) => reported.get(id));
  const pooled = found.filter((one) => one === "pooled").length;
  return { pooled, printed: pooled + found.filter((one) => one === "printed").length };
}

/** Outcomes that a class can have but none of its cohorts prints. */
export function unreportedBy(
  therapyClass: TherapyClass,
  { cohorts }: Pick<Dataset, "cohorts">,
  coverage: readonly OutcomeCoverage[],
): Outcome[] {
  const own = cohorts.filter((cohort) => cohort.therapyClass === therapyClass);
  return coverage
    .filter(({ outcome }) => outcome.appliesTo.includes(therapyClass))
    .filter((one) => countReported(own, one).printed === 0)
    .map(({ outcome }) => outcome);
}

/** In what kinds of sources the figures of the default question were read. */
export interface Read {
  cohort: string;
  outcome: string;
  kind: SourceEntry["kind"];
  tier: SourceEntry["tier"];
}

/** Every figure that the summary rows of the default question pool. */
export function figuresRead(computed: ComputeSet, cohorts: readonly Cohort[]): Read[] {
  const dataset: Dataset = { ...computed, presets: [], dataVersion: "", answerVersion: "" };
  const query = asked("", computed);
  const { included } = select(query, dataset);
  return computed.outcomes
    .filter(({ summary }) => summary !== null)
    .flatMap((outcome) =>
      groups.flatMap((group) => {
        const members = included.filter(({ therapyClass }) => therapyClass === group);
        const gather = outcome.kind === "count" ? gatherCounts : gatherLandmarks;
        return gather(members, outcome, query).entries.map(({ cohort, figure }): Read => {
          const source = cohorts.find(({ id }) => id === cohort.id)?.sources[figure.source];
          if (!source) throw new Error(`${cohort.id}: no source ${figure.source}`);
          return { cohort: cohort.id, outcome: outcome.id, kind: source.kind, tier: source.tier };
        });
      }),
    );
}

/** "48 figures: full-text 40 %, abstract 33 %", the most frequent kind first. */
export function sharesByKind(read: readonly Read[]): string {
  const counts = new Map<string, number>();
  for (const { kind } of read) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const shares = [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([kind, count]) => `${kind} ${Math.round((100 * count) / read.length)} %`);
  return `${read.length} figures: ${shares.join(", ")}`;
}
