/** What `/healthz` answers. */
import * as v from "valibot";
import { described, named } from "#data/schema/described.ts";
import { answerStamp } from "../schemas/parts.ts";

export const healthSchema = named("Health", {
  status: described(v.literal("ok"), "`ok` when the service runs."),
  ...answerStamp,
});
