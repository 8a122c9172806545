/** The age of the data of an answer that nobody confirms now, once they are old. */
import { ageText } from "#presentation/statement/data-age.ts";
import type { Screen } from "#presentation/views/screen.ts";
import type { DrawnWords } from "#presentation/words/catalogue.ts";
import { kept } from "#words/old-data.ts";

type Dates = Pick<DrawnWords, "date">;

/** @param now by the clock of the device, in milliseconds */
function ageOf({ dataDate }: Screen, now: number, { date }: Dates): string | null {
  return ageText(dataDate, now, kept, date);
}

/** With the age in its verdict. */
export function withAge(view: Screen, now: number, dates: Dates): Screen {
  const age = ageOf(view, now, dates);
  const { verdict } = view;
  return age === null ? view : { ...view, verdict: { ...verdict, lead: `${age} ${verdict.lead}` } };
}
