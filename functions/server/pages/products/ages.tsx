/**
 * Marks the old sources of a page, and says once how many they are. The pages are files of the build and carry
 * dates only: what is old depends on the day on which a page is read, so the Worker says it when it sends the page.
 */
import { dateText } from "#presentation/words/dates.ts";

const staleDays = 180;
const millisecondsPerDay = 86_400_000;
const dated = /<time class="as-of" datetime="([\d-]+)">[^<]*<\/time>/g;
const place = /<p class="ages"><\/p>/;

/** The number of old sources is written here; it stays empty without the Worker. */
export function Ages() {
  return <p class="ages"></p>;
}

/** A source without a date is never shown as if it were fresh. */
export function AsOf({ date }: { date: string | null }) {
  if (date === null) return <>no date</>;
  return (
    <time class="as-of" dateTime={date}>
      {dateText(date)}
    </time>
  );
}

/** A date without day or month counts from the first one: the age is never understated. */
export function isStale(date: string, today: string): boolean {
  return Date.parse(today) - Date.parse(date) > staleDays * millisecondsPerDay;
}

/** @param today `2026-11-21` */
export function withAges(html: string, today: string): string {
  const dates = [...html.matchAll(dated)].map(([, date = ""]) => date);
  const old = dates.filter((date) => isStale(date, today)).length;
  const counted = `${old} of ${dates.length} dates are more than ${staleDays} days old`;
  return html
    .replace(dated, (match, date: string) => (isStale(date, today) ? `${match} (old)` : match))
    .replace(
      place,
      `<p class="ages">${old === 0 ? counted : `<strong>${counted}</strong>, marked “old”`}.</p>`,
    );
}
