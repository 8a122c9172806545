import { exclusions } from "./exclusions.ts";
import { groupName } from "./groups.ts";
import { notes } from "./notes.ts";
import { patientCodes } from "./patient-codes.ts";
import { refusals } from "./refusals.ts";
import { shown } from "./shown.ts";

export const codes = {
  groupName,
  notes,
  exclusions,
  refusals,
  shown,
  patient: patientCodes,
};
