/** Says what clinicians have checked. Every surface takes these words, for its own part of the data. */
import { countReviewed, type ReviewState } from "#core/answer/review.ts";
import { dataset } from "#core/dataset.ts";
import { groupBy } from "#data/lists-and-objects.ts";
import { nameLabelPart, nameRulePart } from "#data/review-parts.ts";
import type { ApiReview } from "#data/schema.ts";
import { formatDate } from "./dates-and-times.ts";
import { shortenRegion } from "./properties.ts";
import {
  formatCountWithNoun,
  joinByCommas,
  joinBySpaces,
  joinWithConjunction,
  writeSentence,
} from "./sentences.ts";

export const notReviewed = "Not yet reviewed by a clinician.";

const collected =
  "Figures were collected from the sources shown beside them and checked by machine rules only; several come from abstracts, company pages or trade news, not from the full papers.";

/** Says how what nobody checked was collected. @param isRest True if something was checked. */
export const describeRest = (isRest: boolean) => (isRest ? `Of the rest: ${collected}` : collected);

/**
 * Returns text such as "Main figures of 7 of 9 trials behind this screen checked by a consultant haematologist, 1 Dec
 * 2026. 1 changed since its check." It says "main figures" because the page that is signed has not all of a trial.
 *
 * @param noun What is counted, in the singular.
 * @param of What follows the noun.
 */
export function describeReview(state: ReviewState, noun: string, of: string): string {
  const { status, units, checked, changed, signatures } = state;
  const named = `${formatCountWithNoun(units, noun)} ${of}`;
  const by = describeSigners(signatures);
  if (status === "not-reviewed") return notReviewed;
  return status === "changed"
    ? `${changed} of ${named} changed since the check by ${by}; none is checked as it is now.`
    : joinBySpaces([
        `Main figures of ${checked} of ${named} checked by ${by}.`,
        changed > 0 && `${changed} changed since ${changed === 1 ? "its" : "their"} check.`,
      ]);
}

/** Returns text such as "a consultant haematologist, 1 Dec 2026", "A. Example (pharmacist), last on 1 Dec 2026". */
function describeSigners(signatures: readonly ApiReview[]): string {
  const who = signatures.map(({ role, name }) =>
    name ? `${name} (${role})` : `${/^[aeiou]/i.test(role) ? "an" : "a"} ${role}`,
  );
  const [last = "", ...earlier] = [...new Set(signatures.map(({ when }) => when))].sort().reverse();
  const day = formatDate(last);
  return `${joinWithConjunction([...new Set(who)].sort())}, ${earlier.length > 0 ? "last on " : ""}${day}`;
}

/** Returns text such as "checked by a haematologist, 1 Dec 2026; changed since"; empty for what nobody signed. */
const describeCheck = (part: ApiReview | null | undefined) =>
  part ? `checked by ${describeSigners([part])}${part.isCurrent ? "" : "; changed since"}` : "";

/**
 * Returns text such as "Main figures checked by a haematologist, 1 Dec 2026.", with what the clinician wrote; empty for
 * what nobody signed.
 *
 * @param what Names what is checked; empty where it stands before.
 */
export function describeSignature(
  part: ApiReview | null | undefined,
  what = "main figures",
): string {
  if (!part) return "";
  const { checked, interests } = part;
  return joinBySpaces([
    writeSentence(joinBySpaces([what, describeCheck(part)])),
    checked && writeSentence(checked),
    interests && `Conflicts of interest: ${writeSentence(interests)}`,
  ]);
}

/** Returns text such as "US, EU labels checked by a haematologist, 1 Dec 2026."; empty if none was signed. */
function describeLabels(regions: Iterable<string>): string {
  const checkOf = (region: string) => describeCheck(dataset.review.signed[nameLabelPart(region)]);
  const signed = groupBy([...regions].filter(checkOf), checkOf);
  return joinBySpaces(
    signed.map((alike) =>
      writeSentence(`${joinByCommas(alike.map(shortenRegion))} labels ${checkOf(alike[0])}`),
    ),
  );
}

function describeGroups(cohorts: readonly { readonly id: string }[]): string {
  const units = cohorts.map(({ id }) => [id]);
  const text = describeReview(countReviewed(units, dataset.review), "group", "of patients");
  return text === notReviewed ? "No group of patients checked yet." : text;
}

interface Drug {
  readonly slug: string;
  readonly approvals: readonly { readonly region: string }[];
}

const listRegions = (drugs: readonly Drug[]) =>
  new Set(drugs.flatMap(({ approvals }) => approvals.map(({ region }) => region)));

/** Says what is checked of a drug: its labels by region, and its groups of patients. */
export function describeDrugReview(drug: Drug): string {
  const labels = describeLabels(listRegions([drug]));
  const cohorts = dataset.cohorts.filter(({ product }) => product === drug.slug);
  const isSigned = labels !== "" || cohorts.some(({ id }) => dataset.review.signed[id]);
  return isSigned
    ? joinBySpaces([labels || "Labels not yet checked.", describeGroups(cohorts)])
    : notReviewed;
}

const noReview = "No clinician has reviewed these data yet.";

/** Returns whether a text says that nothing is reviewed, which stands out. */
export const isDenial = (text: string) => text === notReviewed || text === noReview;

const isAnySigned = () => Object.keys(dataset.review.signed).length > 0;

/** Says in short what is checked of all data. */
export const describeDataReview = () =>
  isAnySigned() ? describeGroups(dataset.cohorts) : noReview;

/** Says it in full: groups of patients, labels by region, rules by name, and how the rest was collected. */
export function describeWholeReview(): string {
  const { review, products } = dataset;
  const rules = review.rules.filter((rule) => review.signed[nameRulePart(rule)]?.isCurrent);
  return joinBySpaces([
    describeDataReview(),
    describeLabels(listRegions(products)),
    rules.length > 0 &&
      `${rules.length} of ${review.rules.length} rules checked: ${joinByCommas(rules)}.`,
    describeRest(isAnySigned()),
  ]);
}
