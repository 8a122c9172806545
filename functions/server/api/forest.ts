/** Serves `GET /v1/forest.svg`: the forest plot of one outcome, for slides, papers and web pages. */
import { dataset } from "#core/dataset.ts";
import { type PaletteTheme, palettes } from "#presentation/svg/palette.ts";
import { renderForestPicture } from "../answers/render/answers.ts";
import { makeSingleOutcomeParser } from "./question-parsers.ts";
import { makeOperationDescription, makeResource } from "./resource.ts";

const looks = { theme: Object.keys(palettes) as PaletteTheme[] };

export const forest = makeResource({
  path: "/v1/forest.svg",
  parse: makeSingleOutcomeParser(dataset.outcomes, looks, { theme: "light" }),
  forms: ["svg"],
  isAnswer: true,
  make: ({ query, outcome, values, canonical }, { ask }) =>
    renderForestPicture(query, outcome, values.theme, canonical, ask),
  headers: ({ outcome }) => ({
    "content-disposition": `inline; filename="myeloma-compare-${outcome.id}.svg"`,
  }),
});

export const listOperationDescriptions = () => [
  makeOperationDescription(forest, {
    id: "getForest",
    tag: "Compare",
    summary: "The forest plot of one outcome",
    description:
      "A picture for slides, papers and pages, with its content in words for who cannot see it.",
    parameters: {
      theme: "Colours for a light or a dark page.",
    },
    example: "/v1/forest.svg?outcome=orr",
  }),
];
