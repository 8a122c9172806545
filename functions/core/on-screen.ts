/** What a screen shows of an answer beside its numbers before a row is opened, on a server as on a device. */
import { medians } from "#data/generated/medians.ts";
import { publishedRates } from "#data/generated/published-pools.ts";
import { type Addition, withMedians, withPublished } from "./complete.ts";

export const onScreen: readonly Addition[] = [withMedians(medians), withPublished(publishedRates)];
