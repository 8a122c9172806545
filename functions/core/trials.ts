/**
 * The evidence without the content of real-world series, which answers questions about trials. A
 * page loads it first; `dataset.ts` is the whole.
 */
import { datasetWith } from "./dataset-with.ts";

export const trials = datasetWith([]);
