/** The interval of a difference on the axis that all rows share, from fewer to more. */
import { Line, share, Upright } from "./shares.tsx";

interface Props {
  /** Lower end, difference and upper end, of 100. */
  at: readonly [number, number, number];
  /** The end of the axis on either side. */
  reach: number;
}

export function Strip({ at, reach }: Props) {
  const part = (value: number) => 0.5 + value / (2 * reach);
  const [lower, difference, upper] = at;
  return (
    <svg class="strip" width="100%" height="14" aria-hidden="true">
      <Line name="axis" at={[0, 1]} y="7" />
      <Upright name="zero" at={0.5} />
      <Line name="interval" at={[part(lower), part(upper)]} y="7" />
      <circle cx={share(part(difference))} cy="7" r="4" />
    </svg>
  );
}

/** An axis for all of these differences. */
export function reachOf(differences: readonly { at: Props["at"] }[]): number {
  const ends = differences.flatMap(({ at }) => at.map(Math.abs));
  return [12, 25, 50].find((reach) => ends.every((end) => end <= reach)) ?? 100;
}
