/** Cautions of one row. */
import type { CodedChain } from "#core/comparison/coded-answer.ts";
import type {
  ChainValues,
  RowCaution,
  SharedRemark,
  TimeOrigin,
} from "#core/comparison/coded-remarks.ts";
import type { RemarkWords } from "../codes.ts";
import { productNames } from "../product-name.ts";
import { rateOf100 } from "../rates.ts";

/** At most this many products are named, so that the label stays short. */
const mostNamed = 2;

const originNames: Readonly<Record<TimeOrigin, string>> = {
  infusion: "infusion",
  "first-dose": "the first dose",
  randomisation: "randomisation",
  leukapheresis: "cell collection",
};

/** "other trials than at 12 months"; of a number that must not be read together with another row's. */
export const chain = ({ code, label, month, others }: Pick<CodedChain, "code"> & ChainValues) => {
  const than = month === null ? `“${label}”` : `at ${month} months`;
  if (code === "other-trials") return `other trials than ${than}`;
  if (month !== null)
    return `${others ? "other trials" : "higher"} than ${than}; cannot be read as a curve`;
  return `higher than ${than}, of which it is a part${others ? ", from other trials" : ""}`;
};

export const rowCautions: RemarkWords<Exclude<RowCaution, SharedRemark>> = {
  "one-class": ({ group }, nameOf) => ({
    label: `no ${nameOf(group).short} data`,
    text: `No ${nameOf(group).long} cohort in this selection reports this outcome in a form that can be pooled.`,
  }),

  "too-few-after-bcma": ({ least }) => ({
    label: "too few trials",
    text: `After BCMA-directed therapy a class has fewer than ${least} trials here: each trial stands for itself, and no number for a class.`,
  }),

  "follow-ups-apart": ({ within }) => ({
    label: "differing or unknown follow-ups",
    text: `Not compared: events accumulate, and median follow-ups are unknown or differ ${within} times or more.`,
  }),

  "trials-apart": ({ group, product, differ }, nameOf) => {
    const name = productNames([product]);
    return {
      label: differ ? `${name} trials differ` : `${name} by trial`,
      text: `${nameOf(group).short} is ${name} alone, by trial.`,
    };
  },

  "infections-depend": ({ before, across, after, notStated, immunoglobulin, cohorts }) => {
    const enrolled = [
      before.length > 0 && `before COVID-19 vaccines: ${before.join(", ")}`,
      across.length > 0 && `before and after: ${across.join(", ")}`,
      after.length > 0 && `after: ${after.join(", ")}`,
      notStated > 0 && `not stated: ${notStated} of ${cohorts}`,
    ].filter(Boolean);
    return {
      label: "depends on enrolment period",
      text: `Infections depend on when patients were enrolled (${enrolled.join("; ")}), on immunoglobulin replacement (printed for ${immunoglobulin} of ${cohorts}), and on one infusion against continuous dosing.`,
    };
  },

  "other-trials": (mark, nameOf) => {
    const { short } = nameOf(mark.group);
    return { label: `${short} on other trials`, text: `${short} rests on ${chain(mark)}.` };
  },

  "out-of-order": (mark, nameOf) => {
    const { short } = nameOf(mark.group);
    const what = mark.month === null ? "exceeds its whole" : "is no curve";
    return { label: `${short} ${what}`, text: `${short}: ${chain(mark)}.` };
  },

  "cut-differs": ({ cohorts }) => ({
    label: "data cuts differ",
    text: `Of another data cut than the outcome of which this is a part: ${cohorts.join(", ")}.`,
  }),

  "not-representative": ({ group, share, products, missing }, nameOf) => {
    const { short } = nameOf(group);
    const percent = `${Math.round(100 * share)} %`;
    const few =
      products.length <= mostNamed ? productNames(products) : `${products.length} products`;
    const without = missing.length === 0 ? "" : `, without ${productNames(missing)}`;
    return {
      label: `${few} only`,
      text: `Not compared: ${short} rests on ${productNames(products)}, ${percent} of the patients of the selected cohorts${without}.`,
    };
  },

  "no-events": ({ group, n, phrase, single }, nameOf) => ({
    label: `none of ${n} ${nameOf(group).short}`,
    text: `None of the ${n} ${nameOf(group).long} patients ${phrase}; ${ofNoneOrAll(single)}.`,
  }),

  "all-events": ({ group, n, phrase, single }, nameOf) => ({
    label: `all ${n} ${nameOf(group).short}`,
    text: `All ${n} ${nameOf(group).long} patients ${phrase}; ${ofNoneOrAll(single)}.`,
  }),

  combination: ({ group, cohorts }, nameOf) => ({
    label: `${nameOf(group).short} in combination`,
    text: `${nameOf(group).short} given together with other myeloma drugs: ${cohorts.join(", ")}.`,
  }),

  "exposure-differs": ({ classesDiffer, followUp }, nameOf) => {
    const followUps = followUp.map(
      ({ group, months }) =>
        `${nameOf(group).short} ${months === null ? "not reported for most" : `${months} months`}`,
    );
    const opening = classesDiffer ? "One infusion against continuous treatment; a" : "A";
    return {
      label: "exposure differs",
      text: `${opening} proportion is not a rate. Median follow-up: ${followUps.join(", ")}.`,
    };
  },

  "products-differ": ({ group, range }, nameOf) => {
    const { short } = nameOf(group);
    return range === null
      ? {
          label: `${short} results spread`,
          text: `${short} cohorts spread widely within the class: a class average, not a product.`,
        }
      : {
          label: `${short} products differ`,
          text: `${range.products} ${short} products range from ${range.lowest} to ${range.highest} of 100: a class average, not a product.`,
        };
  },

  "evaluable-only": ({ cohorts }) => ({
    label: "evaluable only",
    text: `Counted over patients evaluable for efficacy (at least 90 % of those treated): ${cohorts.join(", ")}.`,
  }),

  "intention-to-treat": ({ wholeAnswer, cohorts }) =>
    wholeAnswer
      ? {
          label: "all randomised counted",
          text: `CAR-T rates count all randomised patients, infused or not: ${cohorts.join(", ")}.`,
        }
      : {
          label: "intention to treat",
          text: `Counted over all randomised patients, treated or not: ${cohorts.join(", ")}.`,
        },

  "older-grading": () => ({
    label: "older grading",
    text: "Some cohorts were graded by a scale older than ASTCT 2019.",
  }),

  "grade-5-not-counted": () => ({
    label: "deaths not counted",
    text: "At least one cohort counts grades 3 and 4 only; fatal events are not in it.",
  }),

  "variance-approximated": () => ({
    label: "interval approximated",
    text: "Where no interval is printed, its width is approximated from the number treated.",
  }),

  "time-origin-differs": ({ groups }, nameOf) => {
    const starts = groups.map(({ group, origins }) => {
      const names = origins.map((origin) => originNames[origin]);
      return `${nameOf(group).short} from ${names.join(" or ")}`;
    });
    return {
      label: "time start differs",
      text: `Time is counted from different starts: ${starts.join(", ")}.`,
    };
  },

  "products-missing": ({ group, products }, nameOf) => {
    const { short } = nameOf(group);
    const names = productNames(products);
    const few = products.length <= mostNamed ? names : `${products.length} ${short} products`;
    return {
      label: `without ${few}`,
      text: `The ${short} rate of this row is without ${names}, whose cohorts could not be pooled.`,
    };
  },

  "typical-vs-average": ({ group, typical, average, crude, events, n }, nameOf) => {
    const { short } = nameOf(group);
    const rates = [
      `typical trial ${rateOf100(typical)}`,
      average !== null && `average over trials ${rateOf100(average)}`,
      crude !== null && `all patients together ${rateOf100(crude)}`,
    ].filter(Boolean);
    const counts = events === null || n === null ? "" : `, ${events} of ${n}`;
    return {
      label: `${short} average differs`,
      text: `${short}: ${rates.join(", ")} of 100${counts}.`,
    };
  },

  "overlap-dropped": ({ group, cohorts }, nameOf) => {
    const what = cohorts === 1 ? "1 cohort was" : `${cohorts} cohorts were`;
    return {
      label: `${nameOf(group).short} overlap left out`,
      text: `${what} left out of ${nameOf(group).short} for patients that are, or may be, counted already.`,
    };
  },

  "overlap-unsettled": ({ group }, nameOf) => ({
    label: `${nameOf(group).short} overlap not settled`,
    text: `So many ${nameOf(group).short} cohorts share patients that not every set of them was tried. No patient counts twice, but another set may hold more patients.`,
  }),

  "definition-broad": ({ cohorts }) => ({
    label: "broad definition",
    text: `Any neurotoxicity is counted for ICANS in: ${cohorts.join(", ")}.`,
  }),

  // The requested model had no result, so the default model was used, which always has one.
  "model-fallback": ({ group, because }, nameOf) => ({
    label: `${nameOf(group).short} by another model`,
    text: `That model has no answer for ${nameOf(group).short} (${because}); the default one's is shown.`,
  }),
};

/** If no patient had an event, or all had one, what the model estimates depends on its prior. */
function ofNoneOrAll(single: boolean): string {
  const shown = single
    ? "that of the only cohort, with its exact interval"
    : "what the model still finds typical";
  return `the rate shown is ${shown}`;
}
