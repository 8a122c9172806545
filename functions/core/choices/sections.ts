/** Lists the filters without a sheet of their own, by section, in the order of the sheet "More". */
import type { Section } from "../question/parameter.ts";
import { type OfferedName, parameterNames } from "../question/parameter-names.ts";
import { lookUpParameter } from "../question/parameter-values.ts";

const order: readonly Section[] = [
  "ready",
  "studies",
  "patients",
  "treatment",
  "counted",
  "exclude",
];

const entries = parameterNames.map((name) => ({ name, place: 0, ...lookUpParameter(name) }));

export const filterSections = order.map((section) => ({
  section,
  filters: entries
    .filter((entry) => entry.section === section)
    .sort((a, b) => a.place - b.place)
    // A parameter without a section is not offered.
    .map(({ name }) => name as OfferedName),
}));
