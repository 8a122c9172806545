/** Describes `/v1/outcomes` and its parameters. */
import { type Described, usual } from "../../documentation/described.ts";
import { outcomeListSchema } from "./schema.ts";

export { constants } from "./constants.ts";

export const operations: readonly Described[] = [
  {
    ...usual,
    id: "getOutcomes",
    path: "/v1/outcomes",
    tag: "Evidence",
    summary: "What is compared",
    description: "Every outcome with its definition, group and direction.",
    parameters: [],
    json: outcomeListSchema,
    example: "/v1/outcomes",
  },
];
