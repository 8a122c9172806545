/** Squares for cohorts, a diamond for the pool, dashes for a new trial, arrows beyond the axis. */
type Interval = readonly [lower: number, upper: number];

import { isBeyond } from "../screen/on-axis.ts";
import { tenth } from "../statement/axis.ts";
import { positionOf, sideOf } from "./layout.ts";
import { useSheet } from "./sheet.ts";

interface MarkProps {
  y: number;
  colour: string;
}

interface SquareProps extends MarkProps {
  estimate: number;
  interval: Interval;
  weight: number;
  largestWeight: number;
}

export function Square({
  y,
  colour,
  estimate,
  interval: [lower, upper],
  weight,
  largestWeight,
}: SquareProps) {
  const sheet = useSheet();
  const side = sideOf(weight, largestWeight);
  return (
    <g data-mark="study">
      <path
        d={`M${tenth(positionOf(lower, sheet))} ${tenth(y)}H${tenth(positionOf(upper, sheet))}`}
        stroke={colour}
        stroke-width="1.4"
      />
      {!isBeyond(estimate) && (
        <rect
          x={tenth(positionOf(estimate, sheet) - side / 2)}
          y={tenth(y - side / 2)}
          width={tenth(side)}
          height={tenth(side)}
          fill={colour}
        />
      )}
      {isBeyond(upper) && <Arrow y={y} colour={colour} />}
    </g>
  );
}

/** At the end of the axis, to the right. */
function Arrow({ y, colour }: MarkProps) {
  const sheet = useSheet();
  const end = tenth(positionOf(1, sheet));
  return <path d={`M${end} ${tenth(y - 4)}l7 4l-7 4z`} fill={colour} stroke="none" />;
}

interface DiamondProps extends MarkProps {
  estimate: number;
  interval: Interval;
}

const halfHeight = 7.5;

/** As wide as the interval, and highest at the estimate. */
export function Diamond({ y, colour, estimate, interval: [lower, upper] }: DiamondProps) {
  const sheet = useSheet();
  const points = [
    [positionOf(lower, sheet), y],
    [positionOf(estimate, sheet), y - halfHeight],
    [positionOf(upper, sheet), y],
    [positionOf(estimate, sheet), y + halfHeight],
  ];
  return (
    <polygon
      data-mark="pool"
      points={points.map((point) => point.map(tenth).join(",")).join(" ")}
      fill={colour}
      stroke={colour}
      stroke-linejoin="round"
    />
  );
}

interface PredictionProps extends MarkProps {
  interval: Interval;
}

export function Prediction({ y, colour, interval: [lower, upper] }: PredictionProps) {
  const sheet = useSheet();
  const [start, end] = [tenth(positionOf(lower, sheet)), tenth(positionOf(upper, sheet))];
  const cap = 3.5;
  const open = isBeyond(upper);
  return (
    <g data-mark="prediction" stroke={colour} fill="none">
      <path d={`M${start} ${tenth(y)}H${end}`} stroke-dasharray="4 3" />
      <path
        d={[start, ...(open ? [] : [end])]
          .map((x) => `M${x} ${tenth(y - cap)}v${2 * cap}`)
          .join("")}
      />
      {open && <Arrow y={y} colour={colour} />}
    </g>
  );
}
