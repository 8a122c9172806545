/** Finds warnings that become due on a day: the data are not wrong, but somebody should look at them. */
import type { Evidence, Warning } from "../evidence.ts";
import { isAfter } from "./approvals.ts";

/** Days that a record may wait for a decision. */
const longestUndecided = 30;

const millisecondsPerDay = 86_400_000;

/** @param today `2026-11-28` */
export function dueWarnings(
  { screening, products }: Pick<Evidence, "screening" | "products">,
  today: string,
): Warning[] {
  const undecided = screening.records.filter(({ decision }) => decision === "undecided");
  const isNotice = ({ route }: (typeof undecided)[number]) => route === "notice";
  const warnings: Warning[] = [
    {
      message: "Papers cited here that were retracted, corrected or doubted",
      ids: undecided.filter(isNotice).map(({ id, why }) => `${id} (${why})`),
    },
    {
      message: `Records undecided for more than ${longestUndecided} days`,
      ids: undecided
        .filter(
          (record) => !isNotice(record) && daysBetween(record.foundOn, today) > longestUndecided,
        )
        .map(({ id, foundOn }) => `${id} (${foundOn})`),
    },
    {
      message: "Decisions on approval whose announced day has passed",
      ids: products.flatMap(({ slug, approvals }) =>
        approvals.flatMap(({ region, decisionBy }) =>
          decisionBy !== undefined && isAfter(today, decisionBy)
            ? [`${slug}, ${region} (${decisionBy})`]
            : [],
        ),
      ),
    },
  ];
  return warnings.filter(({ ids }) => ids.length > 0);
}

function daysBetween(from: string, to: string): number {
  return Math.floor((Date.parse(to) - Date.parse(from)) / millisecondsPerDay);
}
