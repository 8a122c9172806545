/** The checks of a difference in words, and the remarks on a meta-regression. */
import type { Check, ModeratorName, RegressionRemark } from "#core/answer/answer.ts";
import type { ReasonWords } from "./codes.ts";
import { joined } from "./counts.ts";
import { shortRegion } from "./regions.ts";
import { lossesText, lossText } from "./row-status.ts";

const names: Readonly<Record<Check["check"], string>> = {
  place: "Drugs labelled elsewhere",
  product: "Without each product in turn",
  dose: "Recommended doses only",
  papers: "Papers, labels and regulators only",
  collected: "All with cells collected",
  model: "By another model",
  "equal-age": "At equal age",
};

const statuses: Readonly<Record<Check["status"], string>> = {
  holds: "holds",
  lost: "unclear",
  same: "the same figures",
  "cannot-be-asked": "cannot be asked",
};

const obstacles: Readonly<Record<NonNullable<Check["because"]>, string>> = {
  "few-trials": "fewer than four trials of a class report a median age",
  "few-events": "fewer than five events on a side",
  "ages-apart": "the median ages of the classes do not overlap",
  "few-ages": "the trials of a class have fewer than three different median ages",
  "none-within": "no trial of a class lies within the median ages that both classes span",
  "no-fit": "the model found no answer",
};

const checks = {
  /** What is counted: of places "Drugs on the EU label". */
  name: ({ check, of }: Pick<Check, "check" | "of">) => {
    if (check !== "place" || of === null) return names[check];
    return of === "approved" ? "Drugs approved anywhere" : `Drugs on the ${shortRegion(of)} label`;
  },
  status: ({ status, lostBecause }: Pick<Check, "status" | "lostBecause">) =>
    lostBecause === null ? statuses[status] : lossText(lostBecause),
  losses: lossesText,
  /** How much of it could be asked, and what was assumed; empty where that is all. */
  extent: ({ check, asked, total, assumedPer100, because }: Check) => {
    if (because !== null) return obstacles[because];
    if (check === "equal-age") return `of ${asked} trials that report a median age`;
    if (asked === null || total === null || asked === total) return "";
    if (check === "product") return `asked for ${asked} of ${total}`;
    const rest =
      assumedPer100 === null
        ? ""
        : `; for the rest ${Math.round(assumedPer100)} of 100 assumed infused`;
    return `collected known for ${asked} of ${total} trials${rest}`;
  },
  oddsRatio: (ratio: string) => `odds ratio ${ratio}`,
  /**
   * @param range With where its interval reaches 0, if that was asked.
   * @param of Trials of the row; without some of them no difference may be left.
   */
  leaveOneOut: (range: string, trials: number, of: number) =>
    trials === of
      ? `With any one trial left out: ${range}.`
      : `With one of ${trials} of the ${of} trials left out: ${range}; without another no difference is left.`,
  /** @param labels Of the trials without which the interval reaches 0. */
  reachesZero: (range: string, labels: readonly string[], trials: number) => {
    if (labels.length === 0) return `${range}; the interval stays clear of 0`;
    const which =
      labels.length < 3 ? labels.join(" or ") : `any of ${labels.length} of ${trials} trials`;
    return `${range}; reaches 0 without ${which}`;
  },
  /** @param amount For example "14 more". @param phrase Of the outcome: "responded". */
  tippingPoint: (amount: string, vanishes: string, phrase: string) =>
    `The interval would reach 0 if, in comparable patients, ${amount} of 100 given bispecifics ${phrase}; the difference itself would vanish at ${vanishes}.`,
};

const classTrials = { "car-t": "CAR-T trials", bsab: "Bispecific trials" } as const;

const valueNames: Readonly<Record<ModeratorName, string>> = {
  "prior-lines": "median prior lines",
  age: "median age",
  year: "year of publication",
  "follow-up": "median follow-up",
};

const regressionRemarks: ReasonWords<RegressionRemark> = {
  "few-cohorts": ({ k, enough }) =>
    `Only ${k} studies: with fewer than ${enough}, chance findings are likely.`,
  "overlap-unsettled": () =>
    "So many studies share patients that not every set of them was tried; another set may hold more patients.",
  "clusters-ignored": ({ cohorts, products }) =>
    `${cohorts} of the studies share ${products === 1 ? "a product" : `${products} products`} and count as independent: intervals may be too narrow, p values too small.`,
  "no-spread": ({ group, values, moderator }) =>
    `${classTrials[group]} ${values.length === 1 ? "all lie" : "lie"} at ${joined(values.map(String))} (${valueNames[moderator]}): no slope of theirs, and no comparison at equal ${valueNames[moderator]}.`,
  "spreads-differ": ({ carT, bsab, pValue }) =>
    `The classes differ in spread (τ without a slope: CAR-T ${carT.toFixed(2)}, bispecifics ${bsab.toFixed(2)}; likelihood-ratio test ${pValue < 0.001 ? "P < 0.001" : `P = ${pValue.toFixed(3)}`}); the regression takes one spread for both.`,
  "too-few-cohorts": ({ k, least }) =>
    `No slope: a class has ${k} studies with both, fewer than ${least}.`,
  "no-answer": ({ status }) =>
    status === "rank-deficient"
      ? "No slope: the trials that report both differ too little in this, or only by class."
      : "No slope: the model found none for so few events or trials.",
};

export const analyses = { checks, regressionRemarks };
