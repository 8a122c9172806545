/** Describes `/v1/timing` and its parameters. */
import { type Described, usual } from "../../documentation/described.ts";
import { closed } from "../../documentation/resource-parameters.ts";
import { timingWords } from "./route.ts";
import { timingAnswerSchema } from "./schema.ts";

export const operations: readonly Described[] = [
  {
    ...usual,
    id: "getTiming",
    path: "/v1/timing",
    tag: "Evidence",
    summary: "How soon and how long, as each cohort printed it",
    description:
      "Medians of onset, duration and time to response, and of the time from apheresis to infusion and in hospital. Each stands by itself: none is averaged, pooled or set against another.",
    parameters: closed(timingWords),
    json: timingAnswerSchema,
    example: "/v1/timing?row=crs",
  },
];
