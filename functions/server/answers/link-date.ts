/** `data`: the date of the data that a link was made with. It is said, and never computed with. */
import { type QueryProblem, sanitise } from "#core/question/parse-query.ts";
import { dataVersion } from "#data/generated/data-version.ts";
import { dateText } from "#presentation/words/dates.ts";

/** The date until which the present data were collected. */
export const dataDate = dataVersion.slice(0, 10);

export const linkDateName = "data";

interface LinkDate {
  /** The date, if the present data are newer than it; a page then says so. */
  readonly older: string | null;
  /** The other parameters. */
  readonly rest: [string, string][];
  readonly problems: readonly QueryProblem[] | null;
}

export function askedLinkDate(pairs: Iterable<[string, string]>): LinkDate {
  const all = [...pairs];
  const rest = all.filter(([name]) => name !== linkDateName);
  const given = all.filter(([name]) => name === linkDateName).map(([, value]) => value);
  const wrong = given.find((value) => !isDate(value));
  const [date = null] = given;
  if (wrong === undefined && given.length < 2) {
    return { older: date !== null && date < dataDate ? date : null, rest, problems: null };
  }
  const problem = {
    parameter: linkDateName,
    value: sanitise(wrong ?? given.join()),
    message: wrong === undefined ? "given more than once" : "not a date",
    allowed: [dataDate],
  };
  return { older: null, rest, problems: [problem] };
}

/** A day of the calendar: 2020-02-31 is none. */
function isDate(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  const isForm = /^\d{4}-\d\d-\d\d$/.test(text);
  return isForm && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** What a page says whose link was made with older data. */
export function linkDateNote(older: string): string {
  return `This link was made with the data of ${dateText(older)}. The numbers here are those of ${dateText(dataDate)}.`;
}
