/** What the page of a product says at once: its approvals in force or applied for, printed times and codes. */
import { dataset } from "#core/dataset.ts";
import { timingOf } from "#core/evidence/timing.ts";
import { timings } from "#data/generated/timing.ts";
import { byReason } from "#presentation/report/left-out.ts";
import { catalogue } from "#presentation/words/catalogue.ts";
import { outcomeLabel } from "../../answers/outcome-names.ts";
import {
  codeNames,
  isPending,
  lineText,
  type ProductFacts,
  pendingText,
  placeOf,
} from "./statements.ts";

export interface Dated {
  name: string;
  /** Where what is said comes from. */
  href?: string;
  text: string;
}

/** Regions whose labels ask for the same stand in one line; what is only applied for comes last. */
export function approvalsIn({ approvals }: ProductFacts): Dated[] {
  return [
    ...byReason(
      approvals.filter(({ inForce }) => inForce),
      lineText,
    ),
    ...byReason(approvals.filter(isPending), pendingText),
  ].map(([text, own]) => ({ name: own.map(placeOf).join(", "), href: "#approvals", text }));
}

const harms = new Set(
  dataset.outcomes.filter(({ group }) => group === "toxicity").map(({ id }) => id),
);

/** Times of the treatment itself, or of what it did harm with; each as its trial printed it. */
export function timesOf(slug: string, of: "treatment" | "harm"): Dated[] {
  return timingOf(dataset, timings, {})
    .filter(({ product }) => product === slug)
    .flatMap(({ cohort, label, times }) =>
      times
        .filter(({ outcome }) => (of === "harm" ? harms.has(outcome ?? "") : outcome === null))
        .map((time) => ({
          name: label,
          href: `/v1/cohorts/${cohort}.html`,
          text: [time.outcome && outcomeLabel(time.outcome), catalogue.report.timing.time(time)]
            .filter(Boolean)
            .join(": "),
        })),
    );
}

export function codesOf({ codes }: ProductFacts): Dated[] {
  const current = codes.filter(({ status, value }) => status !== "superseded" && value.code);
  return byReason(current, ({ value }) => codeNames[value.system]).map(([name, own]) => ({
    name,
    text: own.map(({ value }) => value.code).join(" · "),
  }));
}
