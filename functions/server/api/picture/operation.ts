/** Describes `/v1/picture.png` and its parameters. */
import { type Described, usual } from "../../documentation/described.ts";
import { closed, ofClasses } from "../../documentation/resource-parameters.ts";
import { pictureWords } from "./route.ts";

export const operations: readonly Described[] = [
  {
    ...usual,
    id: "getPicture",
    path: "/v1/picture.png",
    tag: "Compare",
    summary: "The headline of a ready-made question as a picture",
    description:
      "A preview of 480 by 252 or, `wide`, 1200 by 630 pixels, with the numbers of the headline for ready-made questions and without numbers for any other.",
    parameters: [...closed(pictureWords), ...ofClasses],
    texts: ["image/png"],
    example: null,
  },
];
