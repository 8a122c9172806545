/** What `/v1/changes` answers. */
import * as v from "valibot";
import { described, named } from "#data/schema/described.ts";
import { releaseSchema } from "#data/schema.ts";

export const changesListSchema = named("ChangesList", {
  dataVersion: described(v.string(), "Version of the data."),
  releases: described(v.array(releaseSchema), "Releases of the data, newest first."),
});
