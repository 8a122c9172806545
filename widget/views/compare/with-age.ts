/** The verdict of an answer that nobody confirms now, once its data are old. */
import { ageText } from "#presentation/screen/age.ts";
import type { Statement } from "#presentation/statement/statement.ts";
import type { DrawnWords } from "#presentation/words/catalogue.ts";
import { kept } from "#words/kept.ts";

type Dated = Pick<Statement, "dataDate">;
type Dates = Pick<DrawnWords, "date">;

export function ageOf({ dataDate }: Dated, now: number, { date }: Dates): string | null {
  return ageText(dataDate, now, kept, date);
}

/** @param now by the clock of the device, in milliseconds */
export function withAge(view: Statement, now: number, dates: Dates): Statement {
  const age = ageOf(view, now, dates);
  const { verdict } = view;
  return age === null ? view : { ...view, verdict: { ...verdict, lead: `${age} ${verdict.lead}` } };
}
