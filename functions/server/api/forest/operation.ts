/** Describes `/v1/forest.svg` and its parameters. */
import { dataset } from "#core/dataset.ts";
import { type Described, usual } from "../../documentation/described.ts";
import { closed, questionAbout } from "../../documentation/resource-parameters.ts";
import { ownWords } from "./route.ts";

export const operations: readonly Described[] = [
  {
    ...usual,
    id: "getForest",
    path: "/v1/forest.svg",
    tag: "Compare",
    summary: "The forest plot of one outcome",
    description:
      "A picture for slides, papers and pages, with its content in words for who cannot see it.",
    parameters: [...closed(ownWords), ...questionAbout(dataset.outcomes)],
    texts: ["image/svg+xml"],
    example: "/v1/forest.svg?outcome=orr",
    also: [503],
  },
];
