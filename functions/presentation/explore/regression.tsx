/** Trials as bubbles over a property of them, within the page, whose styles colour them. */
import type { Bubbles, RegressionStatement } from "../statement/explore-regression.ts";
import { tenth } from "../svg/geometry.ts";
import { At, ClassMark } from "../svg/marks.tsx";
import { palettes } from "../svg/palette.ts";
import { Line, Placed, share } from "../svg/shares.tsx";
import { Text } from "../svg/text-block.tsx";
import { Paragraphs } from "./paragraphs.tsx";

const palette = palettes.light;

/** Places across are shares, so that it is as wide as the page and its letters stay as large. */
const plot = { left: 0.11, right: 0.95, top: 44, height: 260 };
const bottom = plot.top + plot.height;
/** On both sides, so that no bubble lies on a label. */
const free = 0.04 * (plot.right - plot.left);
const [first, last] = [plot.left + free, plot.right - free];
const across = (part: number) => first + (last - first) * part;
const down = (part: number) => tenth(plot.top + plot.height * (1 - part));
const quiet = { style: { size: 14 }, fill: palette.muted };

export function Regression({ heading, bubbles }: RegressionStatement) {
  if (!bubbles) return null;
  return (
    <>
      <svg class="bubbles" width="100%" height={bottom + 52} role="img" aria-label={heading}>
        <BubblePlot bubbles={bubbles} />
      </svg>
      <Paragraphs texts={bubbles.notes} look="quiet" />
    </>
  );
}

function BubblePlot({ bubbles }: { bubbles: Bubbles }) {
  const { bands, points } = bubbles;
  return (
    <>
      <Axes {...bubbles} />
      <svg
        x={share(first)}
        y={plot.top}
        width={share(last - first)}
        height={plot.height}
        viewBox="0 0 1 1"
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        {bands.map((band) => (
          <Band key={band.therapyClass} {...band} />
        ))}
      </svg>
      {points.map((point) => (
        <Bubble key={point.name} {...point} />
      ))}
    </>
  );
}

function Axes({ axes, ticks }: Bubbles) {
  return (
    <>
      {ticks.y.map(({ at, text }) => (
        <g key={text}>
          <g stroke={palette.line}>
            <Line name="scale" at={[plot.left, plot.right]} y={down(at)} />
          </g>
          <Text x={share(plot.left - 0.01)} y={down(at) + 5} anchor="end" {...quiet}>
            {text}
          </Text>
        </g>
      ))}
      {ticks.x.map(({ at, text }) => (
        <Text key={text} x={share(across(at))} y={bottom + 22} anchor="middle" {...quiet}>
          {text}
        </Text>
      ))}
      <Text x={0} y={16} {...quiet}>
        {axes.y}
      </Text>
      <Text x={share(plot.right)} y={bottom + 44} anchor="end" {...quiet}>
        {axes.x}
      </Text>
    </>
  );
}

function Band({ therapyClass, line }: Bubbles["bands"][number]) {
  const path = (places: readonly (readonly [number, number])[]) =>
    places.map(([x, y]) => `${x.toFixed(4)} ${(1 - y).toFixed(4)}`).join("L");
  const upper = line.map(([x, , , high]) => [x, high] as const).reverse();
  if (line.length < 2) return null;
  return (
    <g class={therapyClass} fill={palette[therapyClass]} stroke={palette[therapyClass]}>
      <path
        class="band"
        d={`M${path([...line.map(([x, low]) => [x, low] as const), ...upper])}Z`}
        fill-opacity="0.15"
        stroke="none"
      />
      <path
        d={`M${path(line.map(([x, , y]) => [x, y]))}`}
        fill="none"
        stroke-width="2"
        vector-effect="non-scaling-stroke"
      />
    </g>
  );
}

function Bubble({ name, at: [x, y], size, therapyClass }: Bubbles["points"][number]) {
  const colours = { fill: palette[therapyClass], stroke: palette[therapyClass] };
  const scale = Number((0.5 + 2.7 * size).toFixed(2));
  return (
    <g class={therapyClass} {...colours} fill-opacity="0.35">
      <title>{name}</title>
      <Placed at={across(x)} y={down(y)}>
        <At x={0} y={0} scale={scale} line={1.5}>
          <ClassMark group={therapyClass} />
        </At>
      </Placed>
    </g>
  );
}
