/** Finds warnings that become due on a day: the data are not wrong, but somebody should look at them. */
import type { Evidence, Warning } from "../evidence.ts";
import { isDateAfter } from "./approvals.ts";

/** Days after which a source is to be looked at again. */
const longestUnseen = 60;

const millisecondsPerDay = 86_400_000;

/** @param today `2026-11-28` */
export function listOverdueWarnings(
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

/** Returns whether a day is one of the last days. A day to come is a slip of the pen, and is none. */
function isRecentDay(day: string, today: string): boolean {
  const days = (Date.parse(today) - Date.parse(day)) / millisecondsPerDay;
  return days >= 0 && days <= longestUnseen;
}
