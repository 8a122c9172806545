/** Tells where a product is available on a day, and what is due on a day. Only this module interprets approvals. */

import type { Evidence, Warning } from "../evidence.ts";
import { areSameDrugs, pick } from "../lists-and-objects.ts";
import type { Approval, Product } from "../schema.ts";

type Region = Approval["region"];

/**
 * Returns whether an approval is in force, which it is from its date on. If the day or month is missing, it counts
 * from the start of that month or year; without any date it always counts, because the source reports it as
 * granted.
 */
export function isApprovalInForce(
  { status, date }: Pick<Approval, "status" | "date">,
  on: string,
): boolean {
  return status === "approved" && (date === null || !isDateAfter(date, on));
}

/** Returns whether the day by which a decision is expected lies before a day, and no decision was found. */
export function isApprovalDecisionOverdue(
  { status, decisionBy }: Pick<Approval, "status" | "decisionBy">,
  on: string,
): boolean {
  return status === "pending" && decisionBy !== undefined && isDateAfter(on, decisionBy);
}

/** Returns whether two approvals are of one region and regimen: a combination is another use than the product alone. */
export function isOfSameUse(
  a: Pick<Approval, "region" | "partners">,
  b: Pick<Approval, "region" | "partners">,
): boolean {
  return a.region === b.region && areSameDrugs(a.partners, b.partners);
}

type DatedApproval = Pick<Approval, "region" | "partners" | "status" | "date">;

/** Returns whether an approval replaces an earlier one of the same use. */
export function replacesApproval(later: DatedApproval, earlier: DatedApproval): boolean {
  if (later.status !== "approved" || !isOfSameUse(later, earlier)) return false;
  const [from, to] = [earlier.date, later.date];
  return from === null || to === null || !isDateAfter(from, to);
}

/** Describes the first label of a use in a region, which a later approval replaced. */
export interface FirstLabel extends Pick<Approval, "date" | "kind" | "priorLines" | "sources"> {
  /** True if the indication stayed the same, so that only the kind of approval was converted. */
  isConverted: boolean;
}

const writeTerms = ({ priorLines, requires, refractoryTo, progressionOnLast }: Approval) =>
  JSON.stringify([priorLines, requires, refractoryTo, progressionOnLast]);

/** Returns the first of the approvals of the same use that an approval replaced; `null` if it replaced none. */
export function findFirstLabel(
  approval: Approval,
  approvals: readonly Approval[],
): FirstLabel | null {
  const [first] = approvals
    .filter((earlier) => earlier.status === "superseded" && replacesApproval(approval, earlier))
    .sort((a, b) => (a.date ?? "").localeCompare(b.date ?? ""));
  if (!first) return null;
  const isConverted = writeTerms(first) === writeTerms(approval);
  return { ...pick(first, ["date", "kind", "priorLines", "sources"]), isConverted };
}

/** Returns whether a date is after another, as far as partial dates allow to tell. */
export function isDateAfter(date: string, reference: string): boolean {
  const length = Math.min(date.length, reference.length);
  return date.slice(0, length) > reference.slice(0, length);
}

/**
 * Returns the regions in which a product is approved. A mixed series counts as approved only where all of its
 * products are.
 */
export function listRegionsApprovedOnDay(
  { approvals, contains }: Pick<Product, "approvals" | "contains">,
  products: readonly Product[],
  on: string,
): Region[] {
  if (contains.length === 0) return listRegionsWithApprovalInForceOnDay(approvals, on);
  const [first = [], ...furtherRegions] = contains.map((slug) =>
    listRegionsWithApprovalInForceOnDay(
      products.find((product) => product.slug === slug)?.approvals ?? [],
      on,
    ),
  );
  return first.filter((region) => furtherRegions.every((regions) => regions.includes(region)));
}

function listRegionsWithApprovalInForceOnDay(approvals: readonly Approval[], on: string): Region[] {
  const regions = approvals
    .filter((approval) => isApprovalInForce(approval, on))
    .map(({ region }) => region);
  return [...new Set(regions)];
}

// Finds warnings that become due on a day: the data are not wrong, but somebody should look at them.

/** A source is to be looked at again after this many days. */
const longestUnseen = 60;

const millisecondsPerDay = 86_400_000;

/**
 * Returns a warning that lists the sources that nobody looked at in the last `longestUnseen` days or ever, and one
 * that lists the decisions on approval whose expected day has passed; a warning with an empty list is left out.
 *
 * @param today The day, such as `2026-11-28`.
 */
export function listOverdueSearchAndApprovalWarnings(
  { searches, products }: Pick<Evidence, "searches" | "products">,
  today: string,
): Warning[] {
  const warnings: Warning[] = [
    {
      message: `Sources not looked at in the last ${longestUnseen} days`,
      ids: Object.entries(searches.sources).flatMap(([source, listed]) =>
        listed.flatMap(({ lookFor, lastLook, notReached }) =>
          lastLook !== null && isRecentDay(lastLook.on, today)
            ? []
            : [
                `${source}: ${lookFor} (${lastLook?.on ?? "not yet"}${notReached === undefined ? "" : `; not reached on ${notReached}`})`,
              ],
        ),
      ),
    },
    {
      message: "Decisions on approval whose expected day has passed",
      ids: products.flatMap(({ slug, approvals }) =>
        approvals.flatMap(({ region, decisionBy }) =>
          decisionBy !== undefined && isDateAfter(today, decisionBy)
            ? [`${slug}, ${region} (${decisionBy})`]
            : [],
        ),
      ),
    },
  ];
  return warnings.filter(({ ids }) => ids.length > 0);
}

/** Returns whether a day is one of the last days. A day in the future is a typing error and does not count. */
function isRecentDay(day: string, today: string): boolean {
  const days = (Date.parse(today) - Date.parse(day)) / millisecondsPerDay;
  return days >= 0 && days <= longestUnseen;
}
