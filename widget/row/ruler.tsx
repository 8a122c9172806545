/**
 * Draws median survival as each trial reported it, a line a trial: whose it is, its place on the axis of months, its number.
 * A screen reader hears the number in words.
 */
import type { ComponentChildren } from "preact";
import type { MedianView, RulerView, TrialName } from "#presentation/row/medians-view.ts";
import { InlineClassMark } from "#presentation/svg/marks.tsx";
import { AxisHead, StripWithNumber } from "./strip.tsx";
import { TrialLink } from "./surface.tsx";

interface RulerProps {
  ruler: Pick<RulerView, "axis" | "key"> & { medians: readonly DrawnMedian[] };
  label: string;
}

export function Ruler({ ruler: { axis, medians, key }, label }: RulerProps) {
  return (
    <div class={`ruler ${nameAxisCssClass(axis)}`}>
      <AxisHead of="months" ticks={axis} />
      <ul aria-label={label}>
        {medians.map((median) => (
          <li key={median.cohort} class={median.group}>
            <DrugAndTrial {...median} />
            <span class="hidden">: {median.heard}</span>
            <div class="side" aria-hidden="true">
              <StripWithNumber group={median.group} side={median} />
            </div>
          </li>
        ))}
      </ul>
      {key && <p class="key">{key}</p>}
    </div>
  );
}

/** Returns the class that draws the gridlines of an axis of months. */
export function nameAxisCssClass(axis: readonly number[]): string {
  return `of-months to-${axis.at(-1)}`;
}

interface DrawnMedian extends Omit<MedianView, "detail"> {
  /** A report adds the source. */
  detail: ComponentChildren;
}

interface DrugAndTrialProps extends TrialName {
  /** Draws a detail behind the name of the trial. */
  detail: ComponentChildren;
}

export function DrugAndTrial({ group, drug, trial, cohort, detail }: DrugAndTrialProps) {
  return (
    <div class="whose">
      <InlineClassMark group={group} /> {drug}{" "}
      <small>
        <TrialLink cohort={cohort} label={trial} />
        {detail && [", ", detail]}
      </small>
    </div>
  );
}
