/** The dataset this Worker was built with. */
import { realWorld } from "#data/generated/real-world.ts";
import { datasetWith } from "./dataset-with.ts";

export const dataset = datasetWith(realWorld);
