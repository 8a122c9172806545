/** CAR-T against bispecific antibodies, in English. */
import type { ContrastWords, RatioText } from "../../contract/brief.ts";
import type { OfClass } from "../../contract/screen.ts";
import { en } from "../screen.ts";
import { interval } from "./parts.ts";

function against({ "car-t": carT, bsab }: OfClass): string {
  return `${carT} against ${bsab}`;
}

function text({ value, kind, low, high }: RatioText): string {
  return `${value} (${interval(kind)} ${low} to ${high})`;
}

export const contrast: ContrastWords = {
  difference: ({ amount, what, names, rounded, kind, range }) => {
    const size = amount === null ? "as many" : `${amount} of 100`;
    const than = amount === null ? "as" : "than";
    const note = rounded ? `${en.rounded}; ` : "";
    return `Difference: ${size} ${what} with ${names["car-t"]} ${than} with ${names.bsab} (${note}${interval(kind)} ${range}).`;
  },
  includesZero: (what, isChecked) =>
    `${isChecked ? "Either way: the" : "The"} interval includes zero, and these data do not tell with which of the two more ${what}.`,
  nearZero: "The interval ends just short of zero.",
  kept: "Same in every check: the interval also excludes zero without each product and each trial, with other doses, rules, priors and models.",
  lost: (check, there) =>
    there === null
      ? `It depends on a check, in which the classes cannot be contrasted: ${check}.`
      : `It depends on a check: ${check}, ${there.amount} (${interval(there.kind)} ${there.range}).`,
  odds: (ratio, what, names) =>
    `Odds ratio, ${against(names)}: ${text(ratio)}; above 1 means that more ${what} with ${names["car-t"]}.`,
  hazard: (ratio, month, names) =>
    `Ratio of cumulative hazards at month ${month} (the hazard ratio, if hazards are proportional), ${against(names)}: ${text(ratio)}; below 1 means fewer events with ${names["car-t"]}.`,
  chance: (what, probability, names) =>
    `Probability that more ${what} with ${names["car-t"]}, if the cohorts were comparable: ${probability}.`,
  pValue: (p) => `Two-sided ${p}, if the cohorts were comparable.`,
  oneClass: "There is nothing to compare: the outcome is one of CAR-T alone.",
  otherModels:
    "The classes cannot be contrasted: one of them had no answer by the model asked for, and numbers of two models are not subtracted.",
  between: {
    "one-product":
      "One side is a single product, whose number is its count: this is no difference between the classes.",
    products:
      "Both sides are single products: this is the difference of their counts, not between the classes.",
  },
  notRepresentative: (
    why = "at least one has too few patients or trials for a number of its own",
  ) => `The classes are not contrasted: ${why}.`,
  missing: "The classes cannot be contrasted without a number for each.",
};
