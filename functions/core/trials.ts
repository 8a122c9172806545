/** The evidence without real-world series, which a page loads first; `dataset.ts` is the whole. */
import { datasetWith } from "./dataset-with.ts";

export const trials = datasetWith([]);
