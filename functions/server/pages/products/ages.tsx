/**
 * Marks the old sources of a page, and states once how many there are. The pages are files of the build and carry only
 * dates: which sources are old depends on the day on which a page is read, so the Worker adds it when it sends the
 * page.
 */
import { formatDate } from "#presentation/words/dates-and-times.ts";

const staleDays = 180;
const millisecondsPerDay = 86_400_000;
const sourceDate = /<time class="as-of" datetime="([\d-]+)">[^<]*<\/time>/g;
const place = /<p class="ages"><\/p>/;

/** Draws the place for the number of old sources; it stays empty without the Worker. */
export function SourceAges() {
  return <p class="ages"></p>;
}

/** Draws the date of a source. A source without a date is never shown as if it were fresh. */
export function SourceDate({ date }: { date: string | null }) {
  if (date === null) return <>no date</>;
  return (
    <time class="as-of" dateTime={date}>
      {formatDate(date)}
    </time>
  );
}

/**
 * Tells whether a date is old. A date without day or month counts from the first one, so the age is never understated.
 */
export function isStaleDate(date: string, today: string): boolean {
  return Date.parse(today) - Date.parse(date) > staleDays * millisecondsPerDay;
}

/**
 * Returns the page with "(old)" after each old date of a source, and with the number of old dates in the place for it.
 *
 * @param today The date, such as `2026-11-21`.
 */
export function markOldSourceDatesOnPage(html: string, today: string): string {
  const dates = [...html.matchAll(sourceDate)].map(([, date = ""]) => date);
  const old = dates.filter((date) => isStaleDate(date, today)).length;
  const counted = `${old} of ${dates.length} dates are more than ${staleDays} days old`;
  return html
    .replace(sourceDate, (match, date: string) =>
      isStaleDate(date, today) ? `${match} (old)` : match,
    )
    .replace(
      place,
      `<p class="ages">${old === 0 ? counted : `<strong>${counted}</strong>, marked “old”`}.</p>`,
    );
}
