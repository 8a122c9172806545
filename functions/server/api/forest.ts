/** Serves `GET /v1/forest.svg`: the forest plot of one outcome, for slides, papers and web pages. */
import { dataset } from "#core/dataset.ts";
import { type PaletteTheme, palettes } from "#presentation/svg/palette.ts";
import { forestPicture } from "../answers/render/answers.ts";
import { operation } from "./operation.ts";
import { questionAbout } from "./parameters.ts";
import { resource } from "./resource.ts";

const looks = { theme: Object.keys(palettes) as PaletteTheme[] };

export const forest = resource({
  path: "/v1/forest.svg",
  parse: questionAbout(dataset.outcomes, looks, { theme: "light" }),
  forms: ["svg"],
  isAnswer: true,
  make: ({ query, outcome, values, canonical }, { ask }) =>
    forestPicture(query, outcome, values.theme, canonical, ask),
  headers: ({ outcome }) => ({
    "content-disposition": `inline; filename="myeloma-compare-${outcome.id}.svg"`,
  }),
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
    },
    example: "/v1/forest.svg?outcome=orr",
  }),
];
