/** Cautions of a whole answer. */
import type { AnswerCaution, RowCaution } from "#core/comparison/coded-remarks.ts";
import type { RemarkWords } from "../codes.ts";

export const answerCautions: RemarkWords<Exclude<AnswerCaution, RowCaution>> = {
  "no-randomised-comparison": ({ adjusted }) => {
    const others =
      adjusted === 1
        ? "; 1 matched or adjusted comparison has"
        : `; ${adjusted} matched or adjusted comparisons have`;
    return {
      label: "no randomised comparison",
      text: `Separate cohorts in different patients. No randomised trial has compared the classes${adjusted > 0 ? others : ""}.`,
    };
  },

  enrolled: () => ({
    label: "all enrolled counted",
    text: "Rates count all who were randomised or had cells collected, treated or not.",
  }),

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
    text: "Filtered by the medians of the cohorts, which say nothing about one patient.",
  }),

  "cohorts-differ-between-rows": () => ({
    label: "rows differ in trials",
    text: "Not every trial reports every outcome: rows rest on different trials.",
  }),

  "dose-escalation": () => ({
    label: "dose escalation included",
    text: "Some cohorts come from dose escalation, at several doses.",
  }),

  "set-asked": ({ name, cohorts, used, modified }) => ({
    label: setLabel(name, modified),
    text: `Asked by the rules of ${name}: ${cohorts} of its ${used} cohorts are known here.`,
  }),

  "set-not-public": ({ name, modified }) => ({
    label: setLabel(name, modified),
    text: `Asked by the rules of ${name}: its cohorts are not public; these are ours by its rules.`,
  }),

  "unreviewed-sources": () => ({
    label: "unreviewed sources",
    text: "Some sources were reviewed by nobody.",
  }),

  "overlap-kept": () => ({
    label: "patients counted twice",
    text: "Cohorts that share patients are pooled side by side.",
  }),

  "latest-cut": () => ({
    label: "longest follow-up",
    text: "Each figure is that of its longest follow-up.",
  }),

  "classes-mixed": ({ groups }, nameOf) => ({
    label: "classes mixed",
    text: `CAR-T and bispecific cohorts are pooled together in: ${groups.map((group) => nameOf(group).short).join(", ")}.`,
  }),

  confounded: () => ({
    label: "groups differ otherwise",
    text: "The groups differ in more than what they are compared by; a difference between them need not come from it.",
  }),

  "grouped-by-medians": () => ({
    label: "grouped by medians",
    text: "Grouped by the medians of the cohorts, which say nothing about one patient; where to cut was the choice of who asked.",
  }),

  "patient-fit": ({ fits, notReported, kept }) => {
    const some = `${fits} ${fits === 1 ? "cohort is" : "cohorts are"}`;
    const silent =
      notReported === 0
        ? ""
        : ` ${notReported} more do not report it and are ${kept ? "kept" : "left out"}.`;
    return {
      label: "cohorts for this patient",
      text: `${some} known to have enrolled such patients.${silent} The rates are those of whole cohorts, not of this patient.`,
    };
  },
};

function setLabel(name: string, modified: boolean): string {
  return modified ? `${name}, modified` : `as ${name}`;
}
