/** What `/v1/changes` answers. */
import * as v from "valibot";
import { described, named } from "#data/schema/described.ts";
import { releaseSchema } from "#data/schema.ts";
import { recallFields } from "../schemas/recall.ts";

export const changesListSchema = named("ChangesList", {
  dataVersion: described(v.string(), "Version of the data."),
  ...recallFields,
  releases: described(v.array(releaseSchema), "Releases of the data, newest first."),
});
