/** The interval of a difference on the axis that all rows share, from fewer to more. */

interface Props {
  /** Lower end, difference and upper end, of 100. */
  at: readonly [number, number, number];
  /** The end of the axis on either side. */
  reach: number;
}

export function Strip({ at, reach }: Props) {
  const [lower, difference, upper] = at.map((value) => `${50 + (50 * value) / reach}%`);
  return (
    <svg class="strip" width="100%" height="14" aria-hidden="true">
      <line class="axis" x2="100%" y1="7" y2="7" />
      <line class="zero" x1="50%" x2="50%" y2="14" />
      <line class="interval" x1={lower} x2={upper} y1="7" y2="7" />
      <circle cx={difference} cy="7" r="4" />
    </svg>
  );
}

/** An axis for all of these differences. */
export function reachOf(differences: readonly { at: Props["at"] }[]): number {
  const ends = differences.flatMap(({ at }) => at.map(Math.abs));
  return [12, 25, 50].find((reach) => ends.every((end) => end <= reach)) ?? 100;
}
