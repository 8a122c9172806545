/** Serves `GET /v1/changes`: the releases of the data, and which data were withdrawn. */
import * as v from "valibot";
import { recall, releases } from "#data/generated/changes.ts";
import { dataVersion } from "#data/generated/data-version.ts";
import { described, listOf, namedObject } from "#data/schema/description.ts";
import { releaseSchema } from "#data/schema.ts";
import { recallFields } from "./health.ts";
import { makeOperationDescription, makeResource } from "./resource.ts";

export const changes = makeResource({ path: "/v1/changes", constant: true });

export const listOperationDescriptions = () => [
  makeOperationDescription(changes, {
    id: "getChanges",
    tag: "Evidence",
    summary: "What each release of the data changed",
    description: "In sentences, and which data were withdrawn, because they held a wrong number.",
    schema: namedObject("ChangesList", {
      dataVersion: described(v.string(), "Version of the data."),
      ...recallFields,
      releases: listOf(releaseSchema, "Releases of the data, newest first."),
    }),
    example: "/v1/changes",
    make: () => ({ dataVersion, ...recall, releases }),
  }),
];
