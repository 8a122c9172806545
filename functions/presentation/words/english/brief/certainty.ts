/** The certainty of a result, in English. */
import type { Level } from "../../told.ts";
import { screen } from "../screen.ts";

const inWords = {
  low: "low certainty. Separate groups of patients are compared, and the true numbers may be quite different",
  "very-low":
    "very low certainty. The true numbers may be very different from these, because separate groups of patients are compared and there are further reasons for doubt",
} as const;

export const certainty = {
  notRated: "Certainty is not rated without a contrast.",
  highest: (level: Level) =>
    `Certainty: ${screen.certainty[level]}; low is the highest level that separate cohorts can have here.`,
  because: (level: Level) =>
    `Certainty: ${screen.certainty[level]}, by stated rules and not by a GRADE panel, because`,
  cautions: "Cautions",
  plain: (level: Level, labels: readonly string[]) => {
    const [heaviest, others] = [labels.slice(0, 2), labels.length - 2];
    const more = others > 0 ? `; and ${others} more` : "";
    return `How sure: ${inWords[level]}${labels.length > 0 ? ` (${heaviest.join("; ")}${more})` : ""}.`;
  },
  plainCautions: "Keep in mind",
};
