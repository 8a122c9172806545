/** Describes `/v1/published` and its parameters. */
import { type Described, usual } from "../../documentation/described.ts";
import { publishedListSchema } from "./schema.ts";

export { constants } from "./constants.ts";

export const operations: readonly Described[] = [
  {
    ...usual,
    id: "getPublished",
    path: "/v1/published",
    tag: "Evidence",
    summary: "What published meta-analyses found",
    description: "Every pooled number they print, beside what the same question gives here.",
    parameters: [],
    json: publishedListSchema,
    example: "/v1/published",
  },
];
