/** Says which names there are where an unknown one was written. */

/** Lists of at most so many names are named whole. */
const mostNames = 12;

/** Of a longer list so many names are named, which are written most like the unknown one. */
const nearestNames = 3;

/** Returns the names of a short list in words, or the nearest of a long one. */
export function namesNear(unknown: string, names: readonly string[]): string {
  if (names.length <= mostNames) return `there are: ${names.join(", ")}`;
  const nearest = names
    .map((name) => ({ name, changes: changesBetween(unknown, name) }))
    .sort((a, b) => a.changes - b.changes)
    .slice(0, nearestNames)
    .map(({ name }) => name);
  return `the nearest of ${names.length}: ${nearest.join(", ")}`;
}

/** Returns how many letters have to be added, removed or replaced; letters behind a whole text count a tenth. */
function changesBetween(a: string, b: string): number {
  if (a.startsWith(b) || b.startsWith(a)) return Math.abs(a.length - b.length) / 10;
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [row, letter] of [...a].entries()) {
    const next = [row + 1];
    for (const [column, expected] of [...b].entries()) {
      const [removed = 0, replaced = 0] = [last[column + 1], last[column]];
      const added = next[column] ?? 0;
      next.push(Math.min(removed + 1, added + 1, replaced + Number(letter !== expected)));
    }
    last = next;
  }
  return last.at(-1) ?? 0;
}
