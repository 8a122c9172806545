/** CAR-T against bispecific antibodies, in English. */
import type { IntervalKind, OfClass, RatioText } from "../../told.ts";
import { screen } from "../screen.ts";
import { interval } from "./parts.ts";

function against({ "car-t": carT, bsab }: OfClass): string {
  return `${carT} against ${bsab}`;
}

function text({ value, kind, low, high }: RatioText): string {
  return `${value} (${interval(kind)} ${low} to ${high})`;
}

interface DifferenceTold {
  /** `null` if there is no difference. */
  readonly amount: string | null;
  readonly what: string;
  readonly names: OfClass;
  /** Whether the two rates do not subtract to it. */
  readonly rounded: boolean;
  /** `approximate`: of a count against an estimate. */
  readonly kind: IntervalKind | "approximate";
  readonly range: string;
}

export const contrast = {
  difference: ({ amount, what, names, rounded, kind, range }: DifferenceTold) => {
    const size = amount === null ? "as many" : `${amount} of 100`;
    const than = amount === null ? "as" : "than";
    const note = rounded ? `${screen.rounded}; ` : "";
    return `Difference: ${size} ${what} with ${names["car-t"]} ${than} with ${names.bsab} (${note}${interval(kind)} ${range}).`;
  },
  /** @param isChecked Whether it is a difference of the classes, of which there are checks. */
  includesZero: (what: string, isChecked: boolean) =>
    `${isChecked ? "Either way: the" : "The"} interval includes zero, and these data do not tell with which of the two more ${what}.`,
  nearZero: "The interval ends just short of zero.",
  kept: "Same in every check: the interval also excludes zero without each product and each trial, with other doses, rules, priors and models.",
  /** A check in which it includes zero; `null` if the classes cannot be contrasted there. */
  lost: (
    check: string,
    there: { readonly amount: string; readonly kind: IntervalKind; readonly range: string } | null,
  ) =>
    there === null
      ? `It depends on a check, in which the classes cannot be contrasted: ${check}.`
      : `It depends on a check: ${check}, ${there.amount} (${interval(there.kind)} ${there.range}).`,
  odds: (ratio: RatioText, what: string, names: OfClass) =>
    `Odds ratio, ${against(names)}: ${text(ratio)}; above 1 means that more ${what} with ${names["car-t"]}.`,
  hazard: (ratio: RatioText, month: string, names: OfClass) =>
    `Ratio of cumulative hazards at month ${month} (the hazard ratio, if hazards are proportional), ${against(names)}: ${text(ratio)}; below 1 means fewer events with ${names["car-t"]}.`,
  chance: (what: string, probability: string, names: OfClass) =>
    `Probability that more ${what} with ${names["car-t"]}, if the cohorts were comparable: ${probability}.`,
  pValue: (p: string) => `Two-sided ${p}, if the cohorts were comparable.`,
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
