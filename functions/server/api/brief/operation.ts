/** Describes `/v1/brief` and its parameters. */
import { type Described, usual } from "../../documentation/described.ts";
import { closed, ofClasses } from "../../documentation/resource-parameters.ts";
import { briefWords } from "./route.ts";

export const operations: readonly Described[] = [
  {
    ...usual,
    id: "getBrief",
    path: "/v1/brief",
    tag: "Compare",
    summary: "The text of the report",
    description:
      "Every sentence is made from the numbers and cautions of the answer. Text, or a page with `Accept: text/html`. With an earlier `as-of` it begins with what changed since.",
    parameters: [...closed(briefWords), ...ofClasses],
    texts: ["text/plain", "text/html"],
    example: "/v1/brief?outcome=orr",
    also: [406, 503],
  },
  {
    ...usual,
    id: "getBriefText",
    path: "/v1/brief.txt",
    tag: "Compare",
    summary: "The same brief as text",
    description: "As `/v1/brief`, whatever is accepted.",
    parameters: [...closed(briefWords), ...ofClasses],
    texts: ["text/plain"],
    example: "/v1/brief.txt?outcome=orr",
    also: [503],
  },
  {
    ...usual,
    id: "getBriefPage",
    path: "/v1/brief.html",
    tag: "Compare",
    summary: "The same brief as a page",
    description: "As `/v1/brief`, whatever is accepted.",
    parameters: [...closed(briefWords), ...ofClasses],
    texts: ["text/html"],
    example: "/v1/brief.html?outcome=orr",
    also: [503],
  },
];
