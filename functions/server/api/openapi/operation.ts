/** Describes `/v1/openapi.json` and its parameters. */
import { type Described, usual } from "../../documentation/described.ts";

export const operations: readonly Described[] = [
  {
    ...usual,
    id: "getDescription",
    path: "/v1/openapi.json",
    tag: "Service",
    summary: "This description",
    description: "OpenAPI 3.1, made from the schemas that the answers are tested against.",
    parameters: [],
    json: "object",
    example: null,
  },
];
