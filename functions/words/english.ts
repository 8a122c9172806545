/** English, the language of the API. */
import { change, regressionRemarks } from "./english/analyses.ts";
import { answerCautions } from "./english/answer-cautions.ts";
import { rowCautions } from "./english/cautions.ts";
import { certaintyReasons, sharedRemarks } from "./english/certainty.ts";
import { exclusions } from "./english/exclusions.ts";
import { groupName } from "./english/groups.ts";
import { refusals } from "./english/refusals.ts";
import type { Words } from "./words.ts";

export const english: Words = {
  groupName,
  remarks: { ...sharedRemarks, ...certaintyReasons, ...rowCautions, ...answerCautions },
  exclusions,
  refusals,
  change,
  regressionRemarks,
};
