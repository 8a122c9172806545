/** Remarks that only unusual questions have; see `UnusualRemark`. */
import type { RemarkWords, UnusualRemark } from "../codes.ts";

export const unusualRemarks: RemarkWords<UnusualRemark> = {
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

  // The requested model had no result, so the default model was used, which always has one.
  "model-fallback": ({ group, because }, nameOf) => ({
    label: `${nameOf(group).short} by another model`,
    text: `That model has no answer for ${nameOf(group).short} (${because}); the default one's is shown.`,
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
          ? "CAR-T rates count patients who were infused: of no cohort here a response over all with cells collected is known."
          : `CAR-T responses count all with cells collected where that is known: ${known.join("; ")}. All other CAR-T rates count patients who were infused, unless a row says otherwise.`,
    };
  },

  "definition-broad": ({ cohorts }) => ({
    label: "broad definition",
    text: `Any neurotoxicity is counted for ICANS in: ${cohorts.join(", ")}.`,
  }),
};

function setLabel(name: string, modified: boolean): string {
  return modified ? `${name}, modified` : `as ${name}`;
}
