/** The texts about each parameter on the screen, in the order of the URL. */
import type { ParameterWords } from "./parameter-words.ts";
import texts from "./parameters.json" with { type: "json" };

export const parameters: ParameterWords = texts;
