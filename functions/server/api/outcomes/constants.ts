/** The vocabulary of outcomes. */
import { dataset } from "#core/dataset.ts";

export function constants(): Record<string, string> {
  const { dataVersion, outcomes } = dataset;
  return { "outcomes.json": JSON.stringify({ dataVersion, outcomes }) };
}
