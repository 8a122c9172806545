/** English, the language of the API. */
import type { Words } from "../codes.ts";
import { groupName } from "./groups.ts";
import { patientCodes } from "./patient-codes.ts";
import { refusals } from "./refusals.ts";
import { shown } from "./shown.ts";
import { unusualRefusals } from "./unusual-refusals.ts";
import { unusualRemarks } from "./unusual-remarks.ts";
import { usualEnglish, usualRemarks } from "./usual-codes.ts";

export const english: Words = {
  ...usualEnglish,
  groupName,
  patient: patientCodes,
  shown,
  refusals: { ...refusals, ...unusualRefusals },
  remarks: { ...usualRemarks, ...unusualRemarks },
};
