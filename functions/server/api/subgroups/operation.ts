/** Describes `/v1/subgroups` and its parameters. */
import { type Described, usual } from "../../documentation/described.ts";
import { closed } from "../../documentation/resource-parameters.ts";
import { subgroupWords } from "./route.ts";
import { subgroupsSchema } from "./schema.ts";

export const operations: readonly Described[] = [
  {
    ...usual,
    id: "getSubgroups",
    path: "/v1/subgroups",
    tag: "Evidence",
    summary: "What single studies report by subgroup",
    description: "Levels of one study side by side. Nothing is pooled.",
    parameters: closed(subgroupWords),
    json: subgroupsSchema,
    example: "/v1/subgroups?variable=age&outcome=orr",
  },
];
