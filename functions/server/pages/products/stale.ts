/**
 * Says which statements are too old to be relied on. The pages are files of the build and carry dates
 * only: what is stale depends on the day on which a page is read, so the Worker says it when it sends
 * the page. A mark made by the build would call a fact fresh for as long as nobody builds again.
 */

const staleDays = 180;

export const staleText = `more than ${staleDays} days old`;

/** Where a page says how old it is. */
export const agesPlace = "ages";

const millisecondsPerDay = 86_400_000;
const dated = /<time class="as-of" datetime="([\d-]+)">[^<]*<\/time>/g;

/** A date without day or month counts from the first one: the age is never understated. */
export function isStale(date: string, today: string): boolean {
  return Date.parse(today) - Date.parse(date) > staleDays * millisecondsPerDay;
}

/**
 * Only exceptions are marked one by one: where most dates are old, the page says so at its top.
 * @param today `2026-11-21`
 */
export function withStaleMarks(html: string, today: string): string {
  const dates = [...html.matchAll(dated)].map(([, date = ""]) => date);
  const old = dates.filter((date) => isStale(date, today)).length;
  const isRule = old * 2 > dates.length;
  const said = isRule ? `${old} of ${dates.length} dated statements here are ${staleText}.` : "";
  return (isRule ? html : html.replace(dated, marked(today))).replace(
    `<strong class="${agesPlace}"></strong>`,
    `<strong class="${agesPlace}">${said}</strong>`,
  );
}

const marked = (today: string) => (time: string, date: string) =>
  isStale(date, today) ? `${time} <strong class="stale">${staleText}</strong>` : time;
