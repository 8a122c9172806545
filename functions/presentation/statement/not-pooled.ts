import type { ApiPool } from "#presentation/words/api-answer.ts";
import type { DetailWords } from "../words/catalogue.ts";

/** A figure that is not pooled, as text: `28 of 128 at 24-month follow-up`. */
export function reportedText(
  { events, n, percentPrinted, followUpMonths }: ApiPool["notPooled"][number],
  words: Pick<DetailWords, "followed" | "counted" | "percent">,
): string {
  const figure =
    events !== null && n !== null
      ? words.counted(events, n)
      : percentPrinted === null
        ? ""
        : words.percent(percentPrinted);
  return figure && figure + words.followed(followUpMonths);
}
