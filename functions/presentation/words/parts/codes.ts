/** The words of answers that are computed on a device. */
import { english } from "../english/codes.ts";
import { partWords } from "../languages.ts";

export const codeWords = partWords("codes", english);
