/** The dataset this Worker was built with. */
import { realWorld } from "#data/generated/real-world.ts";
import { datasetWith } from "./trials.ts";

export const dataset = datasetWith(realWorld);
