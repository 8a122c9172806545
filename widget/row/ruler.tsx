/**
 * Draws median survival as each trial reported it, a line a trial: whose it is, its place on the axis of months, its number.
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
import { AxisHead, StripWithNumber } from "./strip.tsx";

interface RulerProps {
  ruler: Pick<RulerView, "key"> & { medians: readonly DrawnMedian[] };
  label: string;
  /** Holds the origin of the service. */
  site: string;
}

export function Ruler({ ruler: { medians, key }, label, site }: RulerProps) {
  return (
    <div class="ruler">
      <AxisHead of="months" ticks={axisMonths} />
      <ul aria-label={label}>
        {medians.map((median) => (
          <li key={median.cohort} class={median.group}>
            <DrugAndTrial {...median} detail={median.doubt} site={site} />
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

interface DrawnMedian extends Omit<MedianView, "doubt"> {
  /** A report adds the source to the doubt. */
  doubt?: ComponentChildren;
}

interface DrugAndTrialProps extends TrialName {
  /** Draws a detail behind the name of the trial. */
  detail: ComponentChildren;
  site: string;
}

/** Draws a drug, and under it the trial, which leads to its record. */
export function DrugAndTrial({ group, drug, trial, cohort, detail, site }: DrugAndTrialProps) {
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
