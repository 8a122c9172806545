/** The places of numbers on the page of a record, to which other pages lead. */

const nameOf = (cut: string) => cut.toLowerCase().replace(/[^a-z0-9]+/g, "-");

export function figurePlace(outcome: string, cut: string): string {
  return `figure-${outcome}-${nameOf(cut)}`;
}

export function medianPlace(family: string, cut: string): string {
  return `median-${family}-${nameOf(cut)}`;
}
