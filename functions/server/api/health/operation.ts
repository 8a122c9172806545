/** Describes `/healthz` and its parameters. */
import type { Described } from "../../documentation/described.ts";
import { healthSchema } from "./schema.ts";

export const operations: readonly Described[] = [
  {
    id: "getHealth",
    path: "/healthz",
    tag: "Service",
    summary: "Whether the service runs, on which evidence, and which was withdrawn",
    description: "Never cached.",
    parameters: [],
    json: healthSchema,
    example: "/healthz",
    also: [],
    validated: false,
    cached: false,
  },
];
