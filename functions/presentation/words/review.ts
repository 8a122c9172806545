/** Says what clinicians have checked. Every surface takes these words, for its own part of the data. */
import { countReviewed, type ReviewState } from "#core/answer/review.ts";
import { dataset } from "#core/dataset.ts";
import { nameLabelPart, nameRulePart } from "#data/review-parts.ts";
import type { ApiReview } from "#data/schema.ts";
import { formatDate } from "./dates-and-times.ts";
import { shortenRegion } from "./properties.ts";
import {
  formatCountWithNoun,
  joinByCommas,
  joinBySemicolons,
  joinBySpaces,
  joinWithConjunction,
  writeSentence,
} from "./sentences.ts";

export const notReviewed = "Not yet reviewed by a clinician.";

const collected =
  "Figures were collected from the sources shown beside them and checked by machine rules only; several come from abstracts, company pages or trade news, not from the full papers.";

/**
 * Returns text such as "Main figures of 7 of 9 trials behind this screen checked by a consultant haematologist, 1 Dec
 * 2026. 1 changed since its check." It says "main figures" because the page that is signed has not all of a trial.
 *
 * @param noun What is counted, in the singular, and what follows it, as in ["trial", "behind this screen"].
 */
export function describeReview(state: ReviewState, [noun, of]: readonly [string, string]): string {
  const { status, units, checked, changed, signatures } = state;
  if (status === "not-reviewed") return notReviewed;
  const named = joinBySpaces([formatCountWithNoun(units, noun), of]);
  if (status === "changed") {
    return `${changed} of ${named} changed since the check by ${describeSigners(signatures)}; none is checked as it is now.`;
  }
  return joinBySpaces([
    `Main figures of ${checked} of ${named} checked by ${describeSigners(signatures)}.`,
    changed > 0 && `${changed} changed since ${changed === 1 ? "its" : "their"} check.`,
  ]);
}

/** Returns text such as "a consultant haematologist, 1 Dec 2026", "A. Example (pharmacist), last on 1 Dec 2026". */
function describeSigners(signatures: readonly ApiReview[]): string {
  const who = signatures.map(({ role, name }) =>
    name === undefined ? `${/^[aeiou]/i.test(role) ? "an" : "a"} ${role}` : `${name} (${role})`,
  );
  const days = [...new Set(signatures.map(({ when }) => when))].sort();
  const last = formatDate(days.at(-1) ?? "");
  return joinByCommas([
    joinWithConjunction([...new Set(who)].sort()),
    days.length > 1 ? `last on ${last}` : last,
  ]);
}

/** Returns text such as "Main figures checked by a haematologist, 1 Dec 2026; changed since."; empty if unsigned. */
export function describeSignature(
  signature: ApiReview | null | undefined,
  what = "main figures",
): string {
  if (!signature) return "";
  const { isCurrent, checked, interests } = signature;
  return joinBySpaces([
    writeSentence(
      joinBySemicolons([
        joinBySpaces([what, `checked by ${describeSigners([signature])}`]),
        !isCurrent && "changed since",
      ]),
    ),
    checked && writeSentence(checked),
    interests && `Conflicts of interest: ${writeSentence(interests)}`,
  ]);
}

const describeGroups = (state: ReviewState) =>
  state.status === "not-reviewed"
    ? "No group of patients checked yet."
    : describeReview(state, ["group", "of patients"]);

/** Says which labels of these regions are checked, as in "Labels (US, EU) checked by …."; empty if none was. */
function describeLabels(regions: readonly string[]): string {
  const listIn = (isCurrent: boolean) =>
    regions.filter((of) => dataset.review.signed[nameLabelPart(of)]?.isCurrent === isCurrent);
  const name = (of: readonly string[]) =>
    `labels (${joinByCommas(of.map((region) => shortenRegion(region)))})`;
  const [checked, changed] = [listIn(true), listIn(false)];
  const { signatures } = countReviewed([checked.map(nameLabelPart)], dataset.review);
  return joinBySpaces([
    checked.length > 0 &&
      writeSentence(`${name(checked)} checked by ${describeSigners(signatures)}`),
    changed.length > 0 && writeSentence(`${name(changed)} changed since their check`),
  ]);
}

/** Says what is checked of a drug: its labels in these regions, and its trials; and that nothing is, if nothing is. */
export function describeDrugReview(cohorts: readonly string[], regions: readonly string[]): string {
  const state = countReviewed(
    cohorts.map((id) => [id]),
    dataset.review,
  );
  const labels = describeLabels(regions);
  if (labels === "" && state.status === "not-reviewed") return notReviewed;
  return joinBySpaces([labels || "Labels not yet checked.", describeGroups(state)]);
}

/** Says in short what is checked of all data. */
export function describeDataReview(): string {
  const { review, cohorts } = dataset;
  if (Object.keys(review.signed).length === 0) return "No clinician has reviewed these data yet.";
  return describeGroups(
    countReviewed(
      cohorts.map(({ id }) => [id]),
      review,
    ),
  );
}

/** Says it in full: groups of patients, labels by region, rules by name, and how the rest was collected. */
export function describeWholeReview(): string {
  const { review, products } = dataset;
  const regions = products.flatMap(({ approvals }) => approvals.map(({ region }) => region));
  const rules = review.rules.filter((rule) => review.signed[nameRulePart(rule)]?.isCurrent);
  return joinBySpaces([
    describeDataReview(),
    describeLabels([...new Set(regions)]),
    rules.length > 0 &&
      `${rules.length} of ${review.rules.length} rules checked: ${joinByCommas(rules)}.`,
    describeRest(Object.keys(review.signed).length > 0),
  ]);
}

/** Says how what nobody checked was collected. @param isOfRest True if something was checked. */
export const describeRest = (isOfRest: boolean) =>
  isOfRest ? `Of the rest: ${collected}` : collected;
