/** Names of outcomes in a record. */
import { dataset } from "#core/dataset.ts";

export function outcomeLabel(id: string): string {
  return dataset.outcomes.find((one) => one.id === id)?.label ?? id;
}

/** `grade 3 or higher`. */
export function outcomeDetail(id: string): string | null {
  return dataset.outcomes.find((one) => one.id === id)?.detail ?? null;
}

/** `Severe CRS, grade 3 or higher`. An unknown id is returned unchanged. */
export function outcomeName(id: string): string {
  const detail = outcomeDetail(id);
  return detail === null ? outcomeLabel(id) : `${outcomeLabel(id)}, ${detail}`;
}
