/** English, the language of the API. */
import type { Words } from "../codes.ts";
import { unusualRemarks } from "./unusual-remarks.ts";
import { usualEnglish, usualRemarks } from "./usual-codes.ts";

export const english: Words = {
  ...usualEnglish,
  remarks: { ...usualRemarks, ...unusualRemarks },
};
