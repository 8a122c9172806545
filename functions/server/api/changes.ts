/** `GET /v1/changes`: the releases of the data, and which data were withdrawn. */
import * as v from "valibot";
import { recall, releases } from "#data/generated/changes.ts";
import { dataVersion } from "#data/generated/data-version.ts";
import { described, listOf, named } from "#data/schema/described.ts";
import { releaseSchema } from "#data/schema.ts";
import { type Constants, constantRoute } from "../answers/constant-answer.ts";
import type { Described } from "../documentation/described.ts";
import type { Routes } from "../http/route.ts";
import { recallFields } from "./schemas/recall.ts";

const list = { resource: "changes" };

export const routes: Routes = { "/v1/changes": constantRoute(list) };

export const constants = (): Constants => [
  [list, JSON.stringify({ dataVersion, ...recall, releases })],
];

export function changesListSchema() {
  return named("ChangesList", {
    dataVersion: described(v.string(), "Version of the data."),
    ...recallFields,
    releases: listOf(releaseSchema, "Releases of the data, newest first."),
  });
}

export const operations = (): readonly Described[] => [
  {
    id: "getChanges",
    path: "/v1/changes",
    tag: "Evidence",
    summary: "What each release of the data changed",
    description: "In sentences, and which data were withdrawn, because they held a wrong number.",
    json: changesListSchema(),
  },
];
