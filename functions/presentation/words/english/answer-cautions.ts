import type { AnswerCaution, RowCaution } from "#core/comparison/coded-remarks.ts";
import type { RemarkWords } from "../codes.ts";
import { productNames } from "../product-name.ts";
import { kindCount, notSelected } from "./patient-codes.ts";
import { regionName } from "./regions.ts";

export const answerCautions: RemarkWords<Exclude<AnswerCaution, RowCaution>> = {
  "no-randomised-comparison": ({ adjusted }) => {
    const others =
      adjusted === 1
        ? "; 1 matched or adjusted comparison has"
        : `; ${adjusted} matched or adjusted comparisons have`;
    return {
      label: "no randomised comparison",
      text: `Separate studies in different patients. No randomised trial has compared the classes${adjusted > 0 ? others : ""}.`,
    };
  },

  "as-treated": ({ randomised }) =>
    randomised.length === 0
      ? {
          label: "infused patients",
          text: "CAR-T rates count patients who were infused, unless a row says otherwise; those who never received the cells (progression, death, failed manufacturing) are not in them.",
        }
      : {
          label: "infused or randomised",
          text: `CAR-T rates count patients who were infused, but some rows count all randomised patients of ${randomised.join(", ")}, infused or not.`,
        },

  ecological: () => ({
    label: "filtered by medians",
    text: "Filtered by the medians of the studies, which say nothing about one patient.",
  }),

  "cohorts-differ-between-rows": () => ({
    label: "rows differ in trials",
    text: "Not every trial reports every outcome: rows rest on different trials.",
  }),

  "one-region": ({ region, products }) => ({
    label: `only in ${regionName(region)}`,
    text: `Approved in ${regionName(region)} only: ${productNames(products)}.`,
  }),

  "kinds-enrolled": ({ cohorts }) => {
    const said = cohorts.map(({ product, label, priorBcmaKinds }) => {
      // A product with one trial names it.
      const isOnly = cohorts.filter((one) => one.product === product).length === 1;
      const kinds = priorBcmaKinds.map(kindCount).join(", ") || "kinds not stated";
      return `${isOnly ? productNames([product]) : label}: ${kinds}`;
    });
    return { label: "earlier therapy by kind", text: `Earlier therapy: ${said.join("; ")}.` };
  },

  "kinds-not-selected": ({ kinds }) => ({
    label: "no trial by kind",
    text: kinds.map(({ kind, elsewhere }) => notSelected(kind, elsewhere)).join(" "),
  }),

  "dose-escalation": () => ({
    label: "dose escalation included",
    text: "Some studies come from dose escalation, at several doses.",
  }),

  enrolled: () => ({
    label: "all enrolled counted",
    text: "Rates count all who were randomised or had cells collected, treated or not.",
  }),

  collected: ({ printed, derived }) => {
    const known = [
      ...(printed.length > 0 ? [`as printed in ${printed.join(", ")}`] : []),
      ...(derived.length > 0 ? [`derived from the infused in ${derived.join(", ")}`] : []),
    ];
    return {
      label: "collected where known",
      text:
        known.length === 0
          ? "CAR-T rates count patients who were infused: of no study here a response over all with cells collected is known."
          : `CAR-T responses count all with cells collected where that is known: ${known.join("; ")}. All other CAR-T rates count patients who were infused, unless a row says otherwise.`,
    };
  },

  "set-asked": ({ name, cohorts, used, modified }) => ({
    label: setLabel(name, modified),
    text: `By the rules of ${name}: ${cohorts} of its ${used} groups of patients are known here.`,
  }),

  "set-not-public": ({ name, modified }) => ({
    label: setLabel(name, modified),
    text: `By the rules of ${name}: its studies are not public; these are ours by its rules.`,
  }),

  "unreviewed-sources": () => ({
    label: "unreviewed sources",
    text: "Some sources were reviewed by nobody.",
  }),

  "overlap-kept": () => ({
    label: "patients counted twice",
    text: "Studies that share patients are pooled side by side.",
  }),

  "latest-cut": () => ({
    label: "longest follow-up",
    text: "Each figure is that of its longest follow-up.",
  }),

  "classes-mixed": ({ groups }, nameOf) => ({
    label: "classes mixed",
    text: `CAR-T and bispecific studies are pooled together in: ${groups.map((group) => nameOf(group).short).join(", ")}.`,
  }),

  confounded: () => ({
    label: "groups differ otherwise",
    text: "The groups differ in more than what they are compared by; a difference between them need not come from it.",
  }),

  "grouped-by-medians": () => ({
    label: "grouped by medians",
    text: "Grouped by the medians of the studies, which say nothing about one patient.",
  }),
};

function setLabel(name: string, modified: boolean): string {
  return modified ? `${name}, modified` : `as ${name}`;
}
