/** What a screen shows of an answer beside its numbers before a row is opened, on a server as on a device. */
import { medians } from "#data/generated/medians.ts";
import { publishedRates } from "#data/generated/published-pools.ts";
import type { Models } from "./comparison/models.ts";
import { type Addition, withEnrolled, withMedians, withPublished } from "./complete.ts";
import type { Dataset } from "./evidence/dataset.ts";

export function onScreen(dataset: Dataset, models: Models): readonly Addition[] {
  return [withMedians(medians), withEnrolled(dataset, models), withPublished(publishedRates)];
}
