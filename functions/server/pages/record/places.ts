/** The places of numbers in a record, to which other pages lead. */

export function figurePlace(outcome: string, cut: string): string {
  return `figure-${outcome}-${nameOf(cut)}`;
}

export function medianPlace(family: string, cut: string): string {
  return `median-${family}-${nameOf(cut)}`;
}

function nameOf(cut: string): string {
  return cut.toLowerCase().replace(/[^a-z0-9]+/g, "-");
}
