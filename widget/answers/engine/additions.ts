/** What a device adds to its own answers: all that a screen shows, without the sources. */
import { type Addition, withMedians, withPublished } from "#core/complete.ts";
import { medians } from "#data/generated/medians.ts";
import { publishedRates } from "#data/generated/published-pools.ts";

export const additions: readonly Addition[] = [withMedians(medians), withPublished(publishedRates)];
