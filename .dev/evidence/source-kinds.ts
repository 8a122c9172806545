/** In what kinds of sources the figures of the default question were read. */
import { groups } from "#core/evidence/classes.ts";
import type { Dataset } from "#core/evidence/dataset.ts";
import { gatherCounts, gatherLandmarks } from "#core/evidence/gather.ts";
import { select } from "#core/evidence/select.ts";
import { asked } from "#core/question/read-question.ts";
import type { ComputeSet } from "#data/compute-set.ts";
import type { Cohort, SourceEntry } from "#data/schema.ts";

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
