/**
 * Says once on a page how old its sources are. The pages are files of the build and carry dates only: what
 * is old depends on the day on which a page is read, so the Worker says it when it sends the page.
 */
import { partialDateText } from "#presentation/words/partial-date.ts";

const staleDays = 180;
const millisecondsPerDay = 86_400_000;
const dated = /<time class="as-of" datetime="([\d-]+)">/g;
const place = /<strong class="ages"><\/strong>/;

/** What has no date is never shown as if it were fresh. */
export function AsOf({ date }: { date: string | null }) {
  if (date === null) return <>no date</>;
  return (
    <time class="as-of" dateTime={date}>
      {partialDateText(date)}
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
  return html.replace(
    place,
    `<strong class="ages">${old} of ${dates.length} dates are more than ${staleDays} days old</strong>`,
  );
}
