/** The English words for the codes of usual questions, which compare the two classes only. */
import type { UsualWords } from "../codes.ts";
import { answerCautions } from "./answer-cautions.ts";
import { chain, rowCautions } from "./cautions.ts";
import { certaintyReasons, sharedRemarks } from "./certainty.ts";
import { className } from "./class-name.ts";
import { exclusions } from "./exclusions.ts";
import { refusals } from "./refusals.ts";
import { shown } from "./shown.ts";

export const usualRemarks = {
  ...sharedRemarks,
  ...certaintyReasons,
  ...rowCautions,
  ...answerCautions,
};

export const usualEnglish: UsualWords = {
  groupName: (group) => className(group) ?? { short: group, long: group },
  remarks: usualRemarks,
  exclusions,
  refusals,
  shown,
  chain,
};
