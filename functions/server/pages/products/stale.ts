/**
 * Marks statements that are too old to be relied on. The pages are files of the build and carry dates
 * only: what is stale depends on the day on which a page is read, so the Worker adds the mark when it
 * sends the page. A mark made by the build would call a fact fresh for as long as nobody builds again.
 */

export const staleDays = 180;

export const staleText = `more than ${staleDays} days old`;

const millisecondsPerDay = 86_400_000;
const dated = /<time class="as-of" datetime="([\d-]+)">[^<]*<\/time>/g;

/** A date without day or month counts from the first one: the age is never understated. */
export function isStale(date: string, today: string): boolean {
  return Date.parse(today) - Date.parse(date) > staleDays * millisecondsPerDay;
}

/** @param today `2026-11-21` */
export function withStaleMarks(html: string, today: string): string {
  return html.replace(dated, (time, date: string) =>
    isStale(date, today) ? `${time} <strong class="stale">${staleText}</strong>` : time,
  );
}
