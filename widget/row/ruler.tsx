/**
 * Median survival as each trial reported it, a line a trial: whose it is, its place on the axis of months, its number.
 * A screen reader hears the number in words.
 */
import type { ComponentChildren } from "preact";
import {
  axisMonths,
  type MedianView,
  type RulerView,
  type TrialName,
} from "#presentation/row/medians-view.ts";
import { Mark } from "#presentation/svg/marks.tsx";
import { TrialLink } from "../views/links.tsx";
import { Axis, Plotted } from "./strip.tsx";

interface Props {
  ruler: Pick<RulerView, "key"> & { medians: readonly DrawnMedian[] };
  label: string;
  /** Origin of the service. */
  site: string;
}

export function Ruler({ ruler: { medians, key }, label, site }: Props) {
  return (
    <div class="ruler">
      <Axis of="months" ticks={axisMonths} />
      <ul aria-label={label}>
        {medians.map((median) => (
          <li key={median.cohort} class={median.group}>
            <Whose {...median} detail={median.doubt} site={site} />
            <span class="hidden">: {median.heard}</span>
            <div class="side" aria-hidden="true">
              <Plotted group={median.group} side={median} />
            </div>
          </li>
        ))}
      </ul>
      {key && <p class="key">{key}</p>}
    </div>
  );
}

interface DrawnMedian extends Omit<MedianView, "doubt"> {
  /** A report has the source with it. */
  doubt?: ComponentChildren;
}

interface WhoseProps extends TrialName {
  /** Behind the trial. */
  detail: ComponentChildren;
  site: string;
}

/** A drug, and under it the trial, which leads to its record. */
export function Whose({ group, drug, trial, cohort, detail, site }: WhoseProps) {
  return (
    <div class="whose">
      <Mark group={group} /> {drug}{" "}
      <small>
        <TrialLink cohort={cohort} label={trial} site={site} />
        {detail && [", ", detail]}
      </small>
    </div>
  );
}
