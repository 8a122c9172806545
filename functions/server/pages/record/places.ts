/** The addresses of records, and the places of numbers there, to which other pages lead. */

export function recordAddress(cohort: string): string {
  return `/v1/cohorts/${cohort}.html`;
}

export function figurePlace(outcome: string, cut: string): string {
  return `figure-${outcome}-${nameOf(cut)}`;
}

export function medianPlace(family: string, cut: string): string {
  return `median-${family}-${nameOf(cut)}`;
}

function nameOf(cut: string): string {
  return cut.toLowerCase().replace(/[^a-z0-9]+/g, "-");
}
