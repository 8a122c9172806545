/** What is said of data that a device kept. */
import { enKept } from "../english/kept.ts";
import { partWords } from "../languages.ts";

export const keptWords = partWords("kept", enKept);

/** For our own pages that are in English only. */
export const usualKept = enKept;
