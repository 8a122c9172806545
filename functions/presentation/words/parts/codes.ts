/** All words for answers that are computed in the browser; loaded for unusual questions only. */
import { english } from "../english/codes.ts";
import { partWords } from "../languages.ts";

export const codeWords = partWords("codes", english);
