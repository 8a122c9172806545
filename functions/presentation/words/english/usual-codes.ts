/** The English words for the codes of usual questions. */
import type { UsualWords } from "../codes.ts";
import { answerCautions } from "./answer-cautions.ts";
import { rowCautions } from "./cautions.ts";
import { certaintyReasons, sharedRemarks } from "./certainty.ts";
import { exclusions } from "./exclusions.ts";
import { groupName } from "./groups.ts";
import { refusals } from "./refusals.ts";

export const usualRemarks = {
  ...sharedRemarks,
  ...certaintyReasons,
  ...rowCautions,
  ...answerCautions,
};

export const usualEnglish: UsualWords = { groupName, remarks: usualRemarks, exclusions, refusals };
