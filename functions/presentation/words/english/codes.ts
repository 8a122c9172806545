/** English, the language of the API. */

import type { Words } from "../codes.ts";
import { answerCautions } from "./answer-cautions.ts";
import { rowCautions } from "./cautions.ts";
import { certaintyReasons, sharedRemarks } from "./certainty.ts";
import { exclusions } from "./exclusions.ts";
import { groupName } from "./groups.ts";
import { refusals } from "./refusals.ts";

export const english: Words = {
  groupName,
  remarks: { ...sharedRemarks, ...certaintyReasons, ...rowCautions, ...answerCautions },
  exclusions,
  refusals,
};
