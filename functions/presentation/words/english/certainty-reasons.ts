/** Reasons for low certainty. Some of them are cautions, too. */
import type {
  CertaintyReason,
  GroupMedian,
  Scale,
  SharedRemark,
} from "#core/comparison/coded-remarks.ts";
import type { NameOf, RemarkWords } from "../codes.ts";

const scaleNames: Readonly<Record<Scale, string>> = {
  astct: "ASTCT",
  lee: "Lee",
  cartox: "CARTOX",
  ctcae: "CTCAE",
};

export const sharedRemarks: RemarkWords<SharedRemark> = {
  "single-cohort": ({ group }, nameOf) => ({
    label: `1 ${nameOf(group).short} cohort`,
    text: `${nameOf(group).short} rests on one cohort: its interval allows for the spread between trials only through the prior.`,
  }),

  "few-cohorts": ({ group, k }, nameOf) => ({
    label: `${k} ${nameOf(group).short} cohorts`,
    text: `${nameOf(group).short} rests on ${k} cohorts, which tell little of how trials differ.`,
  }),

  "covers-part": ({ group, share }, nameOf) => ({
    label: `${Math.round(100 * share)} % of ${nameOf(group).short}`,
    text: `${nameOf(group).short}: the trials with a figure hold ${Math.round(100 * share)} % of the patients of the selected cohorts.`,
  }),

  "regimens-differ": ({ combined, alone }, nameOf) => {
    const names = (groups: readonly string[]) =>
      groups.map((group) => nameOf(group).short).join(", ");
    return {
      label: "combination against monotherapy",
      text: `${names(combined)} given with other myeloma drugs, ${names(alone)} without: what these drugs add is in one of the numbers only.`,
    };
  },

  "settings-mixed": () => ({
    label: "settings mixed",
    text: "Cohorts treated early and late in the disease are pooled or compared.",
  }),

  "prior-bcma-mixed": () => ({
    label: "earlier BCMA mixed",
    text: "Some cohorts include patients with earlier BCMA therapy, others exclude them.",
  }),

  "definition-mixed": ({ scales, grades }) => {
    const parts = [
      ...(scales ? [scalesText(scales)] : []),
      ...(grades ? ["Some cohorts count grades 3 and 4 only, others deaths too."] : []),
    ];
    return { label: "graded differently", text: parts.join(" ") };
  },
};

type Scales = NonNullable<Extract<SharedRemark, { code: "definition-mixed" }>["scales"]>;

function scalesText({ stated, unstated, figures }: Scales): string {
  const by = stated
    .map((scale) => scaleNames[scale])
    .sort()
    .map((name) => `by ${name} in some cohorts`)
    .join(", ");
  const silent = unstated > 0 ? `, scale not stated in ${unstated} of ${figures}` : "";
  return `Graded ${by}${silent}.`;
}

export const certaintyReasons: RemarkWords<Exclude<CertaintyReason, SharedRemark>> = {
  "few-patients": ({ group, n, least }, nameOf) => {
    const { short } = nameOf(group);
    return n === null
      ? {
          label: `${short} size unknown`,
          text: `Not every ${short} cohort says how many patients it counted.`,
        }
      : {
          label: `${n} ${short} patients`,
          text: `${short} rests on ${n} patients; fewer than ${least}.`,
        };
  },

  "one-product": ({ group }, nameOf) => ({
    label: `one ${nameOf(group).short} product`,
    text: `All ${nameOf(group).short} cohorts tested one product.`,
  }),

  "one-sponsor": ({ group }, nameOf) => ({
    label: `one ${nameOf(group).short} sponsor`,
    text: `All ${nameOf(group).short} products come from one sponsor.`,
  }),

  imprecise: ({ how, limit }) => ({
    label: "wide interval",
    text: {
      "either-way": `The difference may be more than ${limit} of 100 in either direction.`,
      wide: `The interval of the difference is wider than ${limit} of 100.`,
      fold: `Rare: the odds ratio spans more than ${limit}-fold.`,
    }[how],
  }),

  heterogeneous: ({ group, tau }, nameOf) => ({
    label: `${nameOf(group).short} cohorts disagree`,
    text: `${nameOf(group).short} cohorts differ widely from each other (τ ${tau.toFixed(1)}).`,
  }),

  "populations-mixed": ({ populations }) => ({
    label: "populations mixed",
    text: `Patients are counted differently: ${populations.join(" in some cohorts, ")} in others.`,
  }),

  "prior-lines-differ": ({ medians }, nameOf) => ({
    label: "prior lines differ",
    text: `Median prior lines differ: ${mediansText(medians, nameOf)}.`,
  }),

  "follow-up-differs": ({ medians }, nameOf) => ({
    label: "follow-up differs",
    text: `Follow-up differs: ${mediansText(medians, nameOf, " months")}.`,
  }),

  "follow-up-unknown": () => ({
    label: "follow-up unknown",
    text: "Follow-up is not reported for more than a third of the patients of a group.",
  }),
};

function mediansText(medians: readonly GroupMedian[], nameOf: NameOf, unit = ""): string {
  return medians.map(({ group, median }) => `${nameOf(group).short} ${median}${unit}`).join(", ");
}
