/** Reads dates as FHIR writes them, a year, a month, a day or a time, and ages between them. */

/** Holds the first and the last day (`2024-05-12`) that a date leaves open: of `2024` those of that year. */
export interface Days {
  readonly first: string;
  readonly last: string;
}

/**
 * Returns the days that a date leaves open; `null` if the date is missing or no such day exists. Of a time only
 * its day is read, and the last day of a month is taken as its 31st.
 */
export function daysOf(date: unknown): Days | null {
  const [, text = ""] =
    /^(\d{4}(?:-\d\d){0,2})(?:T|$)/.exec(typeof date === "string" ? date : "") ?? [];
  const first = text + "-01-01".slice(text.length - 4);
  const last = text + "-12-31".slice(text.length - 4);
  return text !== "" && dayOf(new Date(first)) === first ? { first, last } : null;
}

/** Returns the day in UTC; empty if there is no such time. */
function dayOf(time: Date): string {
  return Number.isNaN(time.getTime()) ? "" : time.toISOString().slice(0, 10);
}

/** Returns the local date of `now` as `YYYY-MM-DD`, in the time zone of this computer. */
export function today(now: Date): string {
  return dayOf(new Date(now.getTime() - now.getTimezoneOffset() * 60_000));
}

/** A computed age above this is no age. */
const oldest = 130;

/** Returns the youngest and the oldest age that birth and day leave open; `null` if there is none. */
export function agesAt(birth: Days, at: Days): { least: number; most: number } | null {
  const [least, most] = [yearsFrom(birth.last, at.first), yearsFrom(birth.first, at.last)];
  return most < 0 || most > oldest ? null : { least: Math.max(0, least), most };
}

function yearsFrom(birth: string, at: string): number {
  const years = Number(at.slice(0, 4)) - Number(birth.slice(0, 4));
  return at.slice(5) < birth.slice(5) ? years - 1 : years;
}
