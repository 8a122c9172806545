/** Names the classes: for a column, in the plural, before a noun, as a code, or in a table of text. */
import type { TherapyClass } from "#data/vocabulary.ts";

type Names = Readonly<Record<TherapyClass, string>>;

export const className: Names = { "car-t": "CAR-T", bsab: "Bispecific" };
export const classInText: Names = { "car-t": "CAR-T", bsab: "bispecific antibodies" };
export const classPlural: Names = { "car-t": "CAR-T", bsab: "bispecifics" };
export const classAdjective: Names = { "car-t": "CAR-T", bsab: "bispecific" };
export const classSingular: Names = { "car-t": "CAR-T cells", bsab: "bispecific antibody" };
export const classCode: Names = { "car-t": "CAR-T", bsab: "BsAb" };
