/** Names of filters and of their values on the sheets, where they are other than in `parameters.ts`. */
import type { ChoiceName } from "#core/choices/choices.ts";
import { type ParameterOnSheet, parameters } from "./parameters.ts";

export const parametersOnSheets: Readonly<Record<ChoiceName, ParameterOnSheet>> = {
  preset: { title: "Ready-made questions" },
  ...parameters,
  // As short as the buttons of one row, and without a note: these two are asked most.
  lines: {
    title: "Prior lines of the patient",
    values: { "1": "1", "2": "2", "3+": "3+", any: "Any" },
  },
  availability: {
    title: "Labelled in",
    values: { ...parameters.availability.values, us: "US", eu: "EU", any: "Any or none" },
  },
  product: { ...parameters.product, title: "Drugs", values: { all: "All drugs" } },
};
