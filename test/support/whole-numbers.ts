/**
 * Parses the arguments of a command as whole numbers of at least 1; missing ones get their default.
 * Ends the process if an argument is anything else or there are too many.
 */
export function wholeNumbers<const Defaults extends readonly number[]>(
  given: readonly string[],
  defaults: Defaults,
): { [Index in keyof Defaults]: number } {
  const numbers = given.map(Number);
  if (given.length > defaults.length || numbers.some((n) => !Number.isSafeInteger(n) || n < 1)) {
    console.error(`expected at most ${defaults.length} whole numbers, got ${given.join(" ")}`);
    process.exit(1);
  }
  return defaults.map((value, i) => numbers[i] ?? value) as { [Index in keyof Defaults]: number };
}
