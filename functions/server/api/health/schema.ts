/** What `/healthz` answers. */
import * as v from "valibot";
import { answerStamp } from "#core/comparison/schema-parts.ts";
import { described, named } from "#data/schema/described.ts";
import { recallFields } from "../schemas/recall.ts";

export const healthSchema = named("Health", {
  status: described(v.literal("ok"), "`ok` when the service runs."),
  ...answerStamp,
  ...recallFields,
});
