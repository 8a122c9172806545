import type { CodedChain } from "#core/comparison/coded-answer.ts";
import type {
  ChainValues,
  RowCaution,
  SharedRemark,
  TimeOrigin,
} from "#core/comparison/coded-remarks.ts";
import { mergedSign } from "#core/question/dimensions.ts";
import type { NameOf, RemarkWords } from "../codes.ts";
import { productNames } from "../product-name.ts";
import { rateOf100 } from "../rates.ts";
import { capitalised } from "../sentences.ts";
import { isClass } from "./groups.ts";

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
    label: `no ${nameOf(group).long} number`,
    text: `No ${nameOf(group).long} study in this selection reports this outcome in a form that can be pooled.`,
  }),

  "too-few-after-bcma": ({ least }) => ({
    label: "too few studies",
    text: `After BCMA-directed therapy a class has fewer than ${least} studies here: each stands for itself, and the class has no number.`,
  }),

  "follow-ups-apart": ({ within }) => ({
    label: "differing or unknown follow-ups",
    text: `Not compared: events accumulate, and median follow-ups are unknown or differ ${within} times or more.`,
  }),

  "trials-apart": ({ group, product, differ }, nameOf) => {
    const name = productNames([product]);
    return {
      label: inGroup(
        differ ? `${name} results disagree` : `${name} by trial`,
        [product],
        group,
        nameOf,
      ),
      text: `The ${nameOf(group).long} number is that of ${name} alone, trial by trial.`,
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
    const { long } = nameOf(mark.group);
    return {
      label: `${long} on other trials`,
      text: `The ${long} number rests on ${chain(mark)}.`,
    };
  },

  "out-of-order": (mark, nameOf) => {
    const { long } = nameOf(mark.group);
    const what = mark.month === null ? "exceeds its whole" : "is no curve";
    return { label: `${long} ${what}`, text: `The ${long} number: ${chain(mark)}.` };
  },

  "cut-differs": ({ cohorts }) => ({
    label: "data cuts differ",
    text: `Of another data cut than the outcome of which this is a part: ${cohorts.join(", ")}.`,
  }),

  "not-representative": ({ group, share, products, missing }, nameOf) => {
    const { long } = nameOf(group);
    const percent = `${Math.round(100 * share)} %`;
    const without =
      missing.length === 0 ? "" : `; not ${productNames(missing)}, a quarter of them or more`;
    return {
      label: inGroup(`${shortly(products, group, nameOf)} only`, products, group, nameOf),
      text: `No ${long} number: only ${productNames(products)} can be pooled, ${percent} of the patients of the selected studies${without}.`,
    };
  },

  "no-events": ({ group, n, phrase, single }, nameOf) => ({
    label: `none of ${n} ${nameOf(group).long} patients`,
    text: `None of the ${n} ${nameOf(group).long} patients ${phrase}; ${ofNoneOrAll(single)}.`,
  }),

  "all-events": ({ group, n, phrase, single }, nameOf) => ({
    label: `all ${n} ${nameOf(group).long} patients`,
    text: `All ${n} ${nameOf(group).long} patients ${phrase}; ${ofNoneOrAll(single)}.`,
  }),

  combination: ({ group, cohorts }, nameOf) => ({
    label: `${nameOf(group).long} in combination`,
    text: `In these ${nameOf(group).long} studies other myeloma drugs were given, too: ${cohorts.join(", ")}.`,
  }),

  "exposure-differs": ({ classesDiffer, followUp }, nameOf) => {
    const followUps = followUp.map(
      ({ group, months }) =>
        `${nameOf(group).long} ${months === null ? "not reported for most" : `${months} months`}`,
    );
    const opening = classesDiffer ? "One infusion against continuous therapy; a" : "A";
    return {
      label: classesDiffer ? "one infusion against continuous therapy" : "exposure differs",
      text: `${opening} proportion is not a rate. Median follow-up: ${followUps.join(", ")}.`,
    };
  },

  "products-differ": ({ group, range }, nameOf) => {
    const { long } = nameOf(group);
    return range === null
      ? {
          label: `${long} results spread`,
          text: `The ${long} studies spread widely: no product has this average.`,
        }
      : {
          label: `${long}: ${range.lowest} to ${range.highest} by product`,
          text: `${range.products} ${long} products range from ${range.lowest} to ${range.highest} of 100: no product has this average.`,
        };
  },

  "evaluable-only": ({ cohorts }) => ({
    label: "only patients evaluated for response",
    text: `Only patients evaluated for response, at least 90 % of those treated: ${cohorts.join(", ")}.`,
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
    text: "Some studies were graded by a scale older than ASTCT 2019.",
  }),

  "grade-5-not-counted": () => ({
    label: "grade 5 not included",
    text: "At least one study counts grades 3 and 4 only: fatal events are not in it.",
  }),

  "variance-approximated": () => ({
    label: "interval estimated",
    text: "Where no interval is printed, its width is estimated from the number treated.",
  }),

  "time-origin-differs": ({ groups }, nameOf) => {
    const starts = groups.map(({ group, origins }) => {
      const names = origins.map((origin) => originNames[origin]);
      return `${nameOf(group).long} from ${names.join(" or ")}`;
    });
    const [first, second, ...others] = new Set(
      groups.flatMap(({ origins }) => origins.map((origin) => originNames[origin])),
    );
    return {
      label:
        second === undefined || others.length > 0
          ? "counted from different starts"
          : `counted from ${first} against ${second}`,
      text: `Time is counted from different starts: ${starts.join(", ")}.`,
    };
  },

  "products-missing": ({ group, products }, nameOf) => {
    const { long } = nameOf(group);
    return {
      label: inGroup(`without ${shortly(products, group, nameOf)}`, products, group, nameOf),
      text: `The ${long} number of this row is without ${productNames(products)}, whose studies could not be pooled.`,
    };
  },

  "typical-vs-average": ({ group, typical, average, crude, events, n }, nameOf) => {
    const { long } = nameOf(group);
    const rates = [
      `typical trial ${rateOf100(typical)}`,
      average !== null && `average over trials ${rateOf100(average)}`,
      crude !== null && `all patients together ${rateOf100(crude)}`,
    ].filter(Boolean);
    const counts = events === null || n === null ? "" : `, ${events} of ${n}`;
    return {
      label:
        crude === null
          ? `${long} average differs`
          : `${long}, all patients together: ${rateOf100(crude)} of 100`,
      text: `${capitalised(long)}: ${rates.join(", ")} of 100${counts}.`,
    };
  },

  "overlap-dropped": ({ group, cohorts }, nameOf) => {
    const { long } = nameOf(group);
    const what = cohorts === 1 ? "1 study" : `${cohorts} studies`;
    return {
      label: `${long} overlap left out`,
      text: `Left out of the ${long} number: ${what}, whose patients are, or may be, counted already.`,
    };
  },

  "overlap-unsettled": ({ group }, nameOf) => ({
    label: `${nameOf(group).long} overlap not settled`,
    text: `So many ${nameOf(group).long} studies share patients that not every set of them was tried. No patient counts twice, but another set may hold more patients.`,
  }),

  "definition-broad": ({ cohorts }) => ({
    label: "broad definition",
    text: `Any neurotoxicity is counted for ICANS in: ${cohorts.join(", ")}.`,
  }),

  // The requested model had no result, so the default model was used, which always has one.
  "model-fallback": ({ group, because }, nameOf) => ({
    label: `${nameOf(group).long} by another model`,
    text: `That model has no answer for ${nameOf(group).long} (${because}); the default one's is shown.`,
  }),
};

/**
 * A product is of one class, and a group by itself where products are compared, but may be in several other
 * groups: a label that names products says in which.
 */
function inGroup(
  label: string,
  products: readonly string[],
  group: string,
  nameOf: NameOf,
): string {
  const own = group.split(mergedSign);
  const isClear = isClass(group) || products.every((product) => own.includes(product));
  return isClear ? label : `${label} (${nameOf(group).long})`;
}

function shortly(products: readonly string[], group: string, nameOf: NameOf): string {
  if (products.length <= mostNamed) return productNames(products);
  return `${products.length} ${isClass(group) ? `${nameOf(group).long} ` : ""}products`;
}

/** If no patient had an event, or all had one, what the model estimates depends on its prior. */
function ofNoneOrAll(single: boolean): string {
  const shown = single
    ? "that of the only study, with its exact interval"
    : "what the model still finds typical";
  return `the rate shown is ${shown}`;
}
