/** Words the remarks on a meta-regression. */
import type { RegressionRemark } from "#core/answer/answer.ts";
import type { ReasonWords } from "./codes.ts";
import { className } from "./names.ts";
import { formatTenths } from "./numbers.ts";
import { nameNumericStudyProperty } from "./parameter-words.ts";
import { formatCountWithNoun, joinWithConjunction } from "./sentences.ts";

export const regressionRemarks: ReasonWords<RegressionRemark> = {
  "few-cohorts": ({ k, enough }) =>
    `Only ${k} studies: with fewer than ${enough}, chance findings are likely.`,
  "overlap-unsettled": () =>
    "So many studies share patients that not every set of them was tried; another set may hold more patients.",
  "clusters-ignored": ({ cohorts, products }) =>
    `${cohorts} of the studies share ${products === 1 ? "a drug" : `${products} drugs`} and count as independent: intervals may be too narrow, p values too small.`,
  "no-spread": ({ group, values, moderator }) =>
    `${className[group]} trials have only ${formatCountWithNoun(values.length, "value")} of ${nameNumericStudyProperty(moderator)} (${joinWithConjunction(values.map(String))}): too few to show whether results change with it, and the classes cannot be compared at equal ${nameNumericStudyProperty(moderator)}.`,
  "little-spread": ({ group, range, otherRange, moderator }) => {
    const [narrow, wide] = [range, otherRange].map(formatTenthsRange);
    const other = className[group === "car-t" ? "bsab" : "car-t"];
    return `${className[group]} trials lie close together in ${nameNumericStudyProperty(moderator)} (${narrow}; ${other} ${wide}): the slope is that of ${other} trials, and the classes cannot be compared at equal ${nameNumericStudyProperty(moderator)}.`;
  },
  "spreads-differ": ({ carT, bsab, pValue }) =>
    `The classes differ in spread (τ without a slope: CAR-T ${carT.toFixed(2)}, bispecifics ${bsab.toFixed(2)}; likelihood-ratio test ${pValue < 0.001 ? "P < 0.001" : `P = ${pValue.toFixed(3)}`}); the regression takes one spread for both.`,
  "too-few-cohorts": ({ k, least }) =>
    `No slope: a class has ${k} studies with both, fewer than ${least}.`,
  "no-answer": ({ status }) =>
    status === "rank-deficient"
      ? "No slope: the trials that report both differ too little in this, or only by class."
      : "No slope: the model found none for so few events or trials.",
};

function formatTenthsRange(range: readonly number[]): string {
  return range.map(formatTenths).join("–");
}
