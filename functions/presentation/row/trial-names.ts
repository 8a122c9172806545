/** The names of trials where a line is short. */

/** Beyond it a name takes three lines on a phone. */
const mostOnLine = 40;

/**
 * The name of a trial without what stands in brackets at its end, if it is long and no other trial would be
 * called the same; its record has the whole name.
 *
 * @param longest What is not long, in letters.
 */
export function shortTrialName(
  label: string,
  labels: readonly string[],
  longest = mostOnLine,
): string {
  if (label.length <= longest) return label;
  const short = withoutBrackets(label);
  const isShared = labels.some((other) => other !== label && withoutBrackets(other) === short);
  return isShared ? label : short;
}

function withoutBrackets(label: string): string {
  return label.replace(/ \([^()]*\)$/, "");
}
