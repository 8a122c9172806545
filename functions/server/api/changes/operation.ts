/** Describes `/v1/changes` and its feed. */
import { type Described, usual } from "../../documentation/described.ts";
import { changesListSchema } from "./schema.ts";

export { constants } from "./constants.ts";

export const operations: readonly Described[] = [
  {
    ...usual,
    id: "getChanges",
    path: "/v1/changes",
    tag: "Evidence",
    summary: "What each release of the data changed",
    description:
      "In sentences, and as the numbers of the ready-made questions before and after. Numbers are patients of 100 with one decimal, rounded as they were computed at that release.",
    parameters: [],
    json: changesListSchema,
    example: "/v1/changes",
  },
  {
    ...usual,
    id: "getChangesFeed",
    path: "/v1/changes.atom",
    tag: "Evidence",
    summary: "The same as a feed",
    description: "Atom (RFC 4287), one entry for each release of the data, newest first.",
    parameters: [],
    texts: ["application/atom+xml"],
    example: null,
  },
];
