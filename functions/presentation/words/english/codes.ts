import type { CodedRemark } from "#core/comparison/coded-remarks.ts";
import type { RemarkWords } from "../codes.ts";
import { answerCautions } from "./answer-cautions.ts";
import { certaintyReasons, sharedRemarks } from "./certainty-reasons.ts";
import { exclusions } from "./exclusions.ts";
import { groupName } from "./groups.ts";
import { patientCodes } from "./patient-codes.ts";
import { refusals } from "./refusals.ts";
import { chain, rowCautions } from "./row-cautions.ts";
import { shown } from "./shown.ts";

const remarks: RemarkWords<CodedRemark> = {
  ...sharedRemarks,
  ...certaintyReasons,
  ...rowCautions,
  ...answerCautions,
};

export const codes = {
  groupName,
  remarks,
  exclusions,
  refusals,
  shown,
  chain,
  patient: patientCodes,
};
