/** Where a product can be had on a given day: the one place that reads approvals. */
import type { Approval, Product } from "../schema.ts";

type Region = Approval["region"];

/**
 * An approval counts from its date on. A date without day or month counts within that month or
 * year: the source reports it as done. One without any date counts, for the same reason.
 */
export function inForce({ status, date }: Pick<Approval, "status" | "date">, on: string): boolean {
  return status === "approved" && (date === null || !isAfter(date, on));
}

/** Whether a day lies after another, as far as a partial date can tell. */
export function isAfter(date: string, other: string): boolean {
  const length = Math.min(date.length, other.length);
  return date.slice(0, length) > other.slice(0, length);
}

/**
 * Regions with an approval in force. A mixed series of several products is at hand where all of
 * them are: its results cannot be had with one of them alone.
 */
export function approvedIn(
  { approvals, contains }: Pick<Product, "approvals" | "contains">,
  products: readonly Product[],
  on: string,
): Region[] {
  if (contains.length === 0) return regionsOf(approvals, on);
  const [first = [], ...others] = contains.map((slug) =>
    regionsOf(products.find((product) => product.slug === slug)?.approvals ?? [], on),
  );
  return first.filter((region) => others.every((regions) => regions.includes(region)));
}

function regionsOf(approvals: readonly Approval[], on: string): Region[] {
  const regions = approvals.filter((approval) => inForce(approval, on)).map(({ region }) => region);
  return [...new Set(regions)];
}
