/** `GET /v1/changes` and `/v1/changes.atom`: the history of the data, as JSON and as a feed. */
import * as v from "valibot";
import { recall, releases } from "#data/generated/changes.ts";
import { dataVersion } from "#data/generated/data-version.ts";
import { described, listOf, named } from "#data/schema/described.ts";
import { releaseSchema } from "#data/schema.ts";
import { type Constants, constantRoute } from "../answers/constant-answer.ts";
import type { Described } from "../documentation/described.ts";
import { builtFile } from "../http/built-file.ts";
import { noParameters } from "../http/no-parameters.ts";
import type { Routes } from "../http/route.ts";
import { siteOf } from "../http/site.ts";
import { ofSite } from "../pages/html/origin-placeholder.ts";
import { recallFields } from "./schemas/recall.ts";

const list = { resource: "changes" };

export const routes: Routes = {
  "/v1/changes": constantRoute(list),
  "/v1/changes.atom": [
    noParameters,
    (context) =>
      builtFile(context, {
        file: "/v1/changes.atom",
        contentType: "application/atom+xml; charset=utf-8",
        adapt: ofSite(siteOf(context)),
      }),
  ],
};

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
    description:
      "In sentences, and as the numbers of the ready-made questions before and after. Numbers are patients of 100 with one decimal, rounded as they were computed at that release.",
    json: changesListSchema(),
    example: "/v1/changes",
  },
  {
    id: "getChangesFeed",
    path: "/v1/changes.atom",
    tag: "Evidence",
    summary: "The same as a feed",
    description: "Atom (RFC 4287), one entry for each release of the data, newest first.",
    texts: ["application/atom+xml"],
    example: null,
  },
];
