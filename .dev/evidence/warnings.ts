/** What no rule forbids and somebody should look at. */
import type { Evidence } from "#data/evidence.ts";

/** So many days a record may wait for a decision. */
const longestUndecided = 30;

const millisecondsPerDay = 86_400_000;

/**
 * @param today `2026-11-28`
 * @returns one line each, the file first
 */
export function warningsOf({ screening }: Pick<Evidence, "screening">, today: string): string[] {
  const file = "data/screening.json";
  const undecided = screening.records.filter(({ decision }) => decision === "undecided");
  return undecided.flatMap(({ id, route, title, why, found }) => {
    const days = Math.floor((Date.parse(today) - Date.parse(found)) / millisecondsPerDay);
    if (route === "notice") return `${file}  ${id}  ${why} of a paper that is cited: ${title}`;
    if (days <= longestUndecided) return [];
    return `${file}  ${id}  undecided for ${days} days: ${title}`;
  });
}
