/**
 * Names outcomes, including those in records only and those that only published studies report. An unknown id is its
 * own name.
 */
import { dataset } from "#core/dataset.ts";
import { otherOutcomes } from "#data/collection-vocabulary.ts";
import { recordOutcomes } from "#data/generated/record-outcomes.ts";
import { joinByCommas } from "./sentences.ts";

interface Name {
  readonly label: string;
  readonly detail?: string | null;
}

const names = new Map<string, Name>([
  ...[...dataset.outcomes, ...recordOutcomes].map((entry): [string, Name] => [entry.id, entry]),
  ...Object.entries(otherOutcomes),
]);

/** Lists every outcome that some page shows. */
export const outcomeIds: readonly string[] = [...names.keys()];

export function nameOutcome(id: string): string {
  return names.get(id)?.label ?? id;
}

/** Returns text such as `Severe CRS, grade 3 or higher`. */
export function nameOutcomeWithDetail(id: string): string {
  return joinByCommas([nameOutcome(id), names.get(id)?.detail]);
}
