/** Reasons for low certainty. Some of them are cautions, too. */
import type {
  CertaintyReason,
  GroupMedian,
  Scale,
  SharedRemark,
} from "#core/comparison/coded-remarks.ts";
import type { Population } from "#data/vocabulary.ts";
import type { NameOf, RemarkWords } from "../codes.ts";
import { capitalised } from "../sentences.ts";

const scaleNames: Readonly<Record<Scale, string>> = {
  astct: "ASTCT",
  lee: "Lee",
  cartox: "CARTOX",
  ctcae: "CTCAE",
};

const populationNames: Readonly<Record<Population, string>> = {
  randomised: "all who were randomised",
  leukapheresed: "all with cells collected",
  treated: "all who were treated",
  "efficacy-evaluable": "only those evaluated for response",
  safety: "all who were given a dose",
  responders: "only responders",
  "mrd-evaluable": "only those evaluated for residual disease",
  subset: "only a part",
};

export const sharedRemarks: RemarkWords<SharedRemark> = {
  "single-cohort": ({ group }, nameOf) => ({
    label: `1 ${nameOf(group).long} study`,
    text: `The ${nameOf(group).long} number rests on one study: how studies differ is assumed, not seen.`,
  }),

  "few-cohorts": ({ group, k }, nameOf) => ({
    label: `${k} ${nameOf(group).long} studies`,
    text: `The ${nameOf(group).long} number rests on ${k} studies, which say little of how studies differ.`,
  }),

  "covers-part": ({ group, share }, nameOf) => ({
    label: `known for ${Math.round(100 * share)} % of ${nameOf(group).long} patients`,
    text: `The ${nameOf(group).long} studies that report it hold ${Math.round(100 * share)} % of the patients of all selected ones.`,
  }),

  "regimens-differ": ({ combined, alone }, nameOf) => {
    const names = (groups: readonly string[]) =>
      groups.map((group) => nameOf(group).long).join(", ");
    return {
      label: "combination against monotherapy",
      text: `${capitalised(names(combined))} given with other myeloma drugs, ${names(alone)} without: what these drugs add is in one of the numbers only.`,
    };
  },

  "settings-mixed": () => ({
    label: "settings mixed",
    text: "Patients treated early and late in the disease are pooled or compared.",
  }),

  "prior-bcma-mixed": () => ({
    label: "earlier BCMA mixed",
    text: "Some studies include patients with earlier BCMA therapy, others exclude them.",
  }),

  "definition-mixed": ({ scales, grades }) => {
    const parts = [
      ...(scales ? [scalesText(scales)] : []),
      ...(grades ? ["Some studies count grades 3 and 4 only, others deaths too."] : []),
    ];
    return {
      label: !scales
        ? "grade 5 in some only"
        : scales.stated.length > 1
          ? "different grading scales"
          : "grading scale not stated in all",
      text: parts.join(" "),
    };
  },
};

type Scales = NonNullable<Extract<SharedRemark, { code: "definition-mixed" }>["scales"]>;

function scalesText({ stated, unstated, figures }: Scales): string {
  const by = stated
    .map((scale) => scaleNames[scale])
    .sort()
    .map((name) => `by ${name} in some studies`)
    .join(", ");
  const silent = unstated > 0 ? `, scale not stated in ${unstated} of ${figures}` : "";
  return `Graded ${by}${silent}.`;
}

export const certaintyReasons: RemarkWords<Exclude<CertaintyReason, SharedRemark>> = {
  "few-patients": ({ group, n, least }, nameOf) => {
    const { long } = nameOf(group);
    return n === null
      ? {
          label: `${long} size unknown`,
          text: `Not every ${long} study says how many patients it counted.`,
        }
      : {
          label: `${n} ${long} patients`,
          text: `The ${long} number rests on ${n} patients, fewer than ${least}.`,
        };
  },

  "one-product": ({ group }, nameOf) => ({
    label: `one ${nameOf(group).long} product`,
    text: `All ${nameOf(group).long} studies tested one product.`,
  }),

  "one-sponsor": ({ group }, nameOf) => ({
    label: `one ${nameOf(group).long} sponsor`,
    text: `All ${nameOf(group).long} products come from one sponsor.`,
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
    label: `${nameOf(group).long} studies disagree`,
    text: `The ${nameOf(group).long} studies differ widely from each other (τ ${tau.toFixed(1)}).`,
  }),

  "populations-mixed": ({ populations }) => ({
    label: "populations mixed",
    text: `Some studies count ${populations.map((one) => populationNames[one]).join(", others ")}.`,
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
  return medians.map(({ group, median }) => `${nameOf(group).long} ${median}${unit}`).join(", ");
}
