/** `GET /v1/forest.svg`: the forest plot of one outcome, for slides, papers and web pages. */
import { dataset } from "#core/dataset.ts";
import { type SheetName, sheets } from "#presentation/forest/sheet.ts";
import { palettes, type Theme } from "#presentation/svg/palette.ts";
import { catalogue } from "#presentation/words/catalogue.ts";
import { forestPicture } from "../answers/answers.ts";
import { cacheable } from "../answers/cacheable.ts";
import { oneOutcome } from "../answers/one-outcome.ts";
import { readQuestion } from "../answers/read-question.ts";
import type { Described } from "../documentation/described.ts";
import { closed, questionAbout } from "../documentation/resource-parameters.ts";
import { queryProblemResponse } from "../http/problem.ts";
import type { Routes } from "../http/route.ts";

const ownWords = {
  theme: Object.keys(palettes) as Theme[],
  format: Object.keys(sheets) as SheetName[],
};

export const routes: Routes = {
  "/v1/forest.svg": (context) => {
    const { query, canonical, values, problems } = readQuestion(context.req.url, {
      own: ownWords,
      onlyClasses: true,
    });
    if (problems) return queryProblemResponse(problems);
    const { outcome, problem } = oneOutcome(query, dataset.outcomes);
    if (problem) return queryProblemResponse([problem]);
    const { theme = "light", format = "page" } = values;
    const inName = format === "page" ? "" : `-${format}`;
    return cacheable(context, {
      resource: `forest.svg?theme=${theme}&format=${format}&${canonical}`,
      isAnswer: true,
      form: "svg",
      make: (ask) => forestPicture(query, outcome, { theme, format }, catalogue, canonical, ask),
      headers: {
        "content-disposition": `inline; filename="myeloma-compare-${outcome.id}${inName}.svg"`,
      },
    });
  },
};

export const operations = (): readonly Described[] => [
  {
    id: "getForest",
    path: "/v1/forest.svg",
    tag: "Compare",
    summary: "The forest plot of one outcome",
    description:
      "A picture for slides, papers and pages, with its content in words for who cannot see it.",
    parameters: [...closed(ownWords), ...questionAbout(dataset.outcomes)],
    texts: ["image/svg+xml"],
  },
];
