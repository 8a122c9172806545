/** Which data were withdrawn, as `/healthz` and `/v1/changes` say it. */
import * as v from "valibot";
import { described, listOf, orNull } from "#data/schema/description.ts";

export const recallFields = {
  minimumDataVersion: described(
    v.string(),
    "The oldest version of the data that may still be shown. Whoever keeps answers of earlier data stops showing them.",
  ),
  recalledDataVersions: listOf(
    v.string(),
    "The versions before it: withdrawn, because they held a wrong number.",
  ),
  recallReason: orNull(v.string(), "What was wrong in them; `null` if no version was withdrawn."),
};
