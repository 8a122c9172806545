/** Groups other than the two classes, each by itself. */
import type { DimensionName, ThresholdName } from "#core/question/dimensions.ts";
import { counted } from "../counts.ts";

const title: Readonly<Record<DimensionName | ThresholdName, string>> = {
  product: "Products side by side",
  target: "Targets side by side",
  "dual-target": "One target and two, side by side",
  evidence: "Trials and real-world studies, side by side",
  lines: "Early and late lines side by side",
  "binding-domain": "Binding domains side by side",
  costimulation: "Costimulatory domains side by side",
  vector: "Vectors side by side",
  expansion: "Expansion of the cells, side by side",
  lymphodepletion: "Lymphodepletion side by side",
  "prior-lines": "Fewer and more prior lines, side by side",
  age: "Younger and older studies, side by side",
  "high-risk": "Less and more high-risk cytogenetics, side by side",
};

export const sideBySide = {
  /** By what the cohorts are grouped. */
  title,
  description: "Groups of studies, each by itself, with every number and its studies.",
  confounded:
    "Each group stands by itself: one trial as it counted, several pooled. The groups were other patients in other trials: do not rank them by these numbers.",
  columns: { group: "Group", rate: "Rate" },
  caption:
    "Patients of 100, pooled for a typical study or counted in the only one, with 95 % intervals.",
  /** Groups that no cohort reports the outcome for, or not in a form that can be pooled. */
  none: (groups: readonly string[]) => `No number: ${groups.join(", ")}.`,
  /** Medians of survival, when harms begin, how long it takes to the full dose. */
  times: "Medians and timing",
  remarks: "What to bear in mind",
  /** Unfolds the notes of an outcome and what was not pooled. */
  notes: (count: number) => counted(count, "note"),
  cohorts: "Studies of each group",
  /** Cohorts that belong to none of the groups. */
  inNoGroup: "Studies in no group",
  facts: (product: string) => `Approval, doses and warnings of ${product}`,
  files: {
    classes: "The two classes instead",
    csv: "All numbers as a table (CSV)",
    json: "The answer as data (JSON), with differences between the groups",
  },
};
