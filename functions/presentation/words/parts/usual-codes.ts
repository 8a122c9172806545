/** The words for answers to usual questions that are computed in the browser. */
import { usualEnglish } from "../english/usual-codes.ts";
import { partWords } from "../languages.ts";

export const usualCodeWords = partWords("codes", usualEnglish);
