/** `GET /v1/picture.png?…`: the picture of a question at an address that stays. */
import { readQuestion } from "../answers/read-question.ts";
import type { Described } from "../documentation/described.ts";
import { closed, ofClasses } from "../documentation/resource-parameters.ts";
import { builtFile } from "../http/built-file.ts";
import { queryProblemResponse } from "../http/problem.ts";
import type { Routes } from "../http/route.ts";
import { picturesOf } from "../pages/html/sharing.ts";

const pictureWords = { size: ["small", "wide"] } as const;

export const routes: Routes = {
  "/v1/picture.png": (context) => {
    const { canonical, values, problems } = readQuestion(context.req.url, {
      own: pictureWords,
      onlyClasses: true,
    });
    if (problems) return queryProblemResponse(problems);
    const { size = "small" } = values;
    return builtFile(context, {
      file: picturesOf(canonical)[size].href,
      contentType: "image/png",
    });
  },
};

export const operations = (): readonly Described[] => [
  {
    id: "getPicture",
    path: "/v1/picture.png",
    tag: "Compare",
    summary: "The headline of a ready-made question as a picture",
    description:
      "A preview of 480 by 252 or, `wide`, 1200 by 630 pixels, with the numbers of the headline for ready-made questions and without numbers for any other.",
    parameters: [...closed(pictureWords), ...ofClasses],
    texts: ["image/png"],
  },
];
