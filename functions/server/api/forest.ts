/** `GET /v1/forest.svg`: the forest plot of one outcome, for slides, papers and web pages. */
import { dataset } from "#core/dataset.ts";
import { type SheetName, sheets } from "#presentation/forest/sheet.ts";
import { palettes, type Theme } from "#presentation/svg/palette.ts";
import { catalogue } from "#presentation/words/catalogue.ts";
import { forestPicture } from "../answers/answers.ts";
import { operation } from "./operation.ts";
import { questionAbout } from "./parameters.ts";
import { resource } from "./resource.ts";

const looks = {
  theme: Object.keys(palettes) as Theme[],
  format: Object.keys(sheets) as SheetName[],
};

export const forest = resource({
  path: "/v1/forest.svg",
  parse: questionAbout(dataset.outcomes, looks, { theme: "light", format: "page" }),
  forms: ["svg"],
  isAnswer: true,
  make: ({ query, outcome, own, canonical }, { ask }) =>
    forestPicture(query, outcome, own, catalogue, canonical, ask),
  headers({ outcome, own: { format } }) {
    const inName = format === "page" ? "" : `-${format}`;
    const name = `myeloma-compare-${outcome.id}${inName}.svg`;
    return { "content-disposition": `inline; filename="${name}"` };
  },
});

export const operations = () => [
  operation(forest, {
    id: "getForest",
    tag: "Compare",
    summary: "The forest plot of one outcome",
    description:
      "A picture for slides, papers and pages, with its content in words for who cannot see it.",
    parameters: {
      theme: "Colours for a light or a dark page.",
      format:
        "`page`: every cohort, as high as it needs to be. `wide`: 16:9 for a slide, 1280 by 720, no text below 14 points; the cohorts of least weight are then counted instead of drawn where there is no room.",
    },
    example: "/v1/forest.svg?outcome=orr",
  }),
];
