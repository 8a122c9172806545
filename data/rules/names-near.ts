/** Says which names there are where an unknown one was written. */
import { distance } from "fastest-levenshtein";

/** A list of at most this many names is named whole. */
const mostNames = 12;

/** This many names of a longer list are named: those that are written most like the unknown one. */
const nearestNames = 3;

/** Returns the names of a short list in words, or the nearest of a long one. */
export function describeNearNames(unknown: string, names: readonly string[]): string {
  if (names.length <= mostNames) return `there are: ${names.join(", ")}`;
  const nearest = names
    .map((name) => ({ name, changes: countLetterChanges(unknown, name) }))
    .sort((a, b) => a.changes - b.changes)
    .slice(0, nearestNames)
    .map(({ name }) => name);
  return `the nearest of ${names.length}: ${nearest.join(", ")}`;
}

/** Returns how many letters have to be added, removed or replaced; letters behind a whole text count a tenth. */
function countLetterChanges(a: string, b: string): number {
  if (a.startsWith(b) || b.startsWith(a)) return Math.abs(a.length - b.length) / 10;
  return distance(a, b);
}
