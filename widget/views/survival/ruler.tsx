/**
 * Median survival as each trial printed it: a line of words a trial, and beneath it its mark on an axis of
 * months; dotted, patients are followed and no limit is reached. The words hold everything, so that a reader
 * without the marks misses nothing.
 */
import type { OfTrial, StatedMedian, StatedRuler } from "#presentation/statement/ruler.ts";
import { arrow } from "#presentation/svg/geometry.ts";
import { ClassMark } from "#presentation/svg/marks.tsx";
import { Line as Dash, Placed, share, Upright } from "#presentation/svg/shares.tsx";
import { survival as words } from "#words/survival.ts";
import { Line } from "../line.tsx";
import { TrialLink } from "../links.tsx";

interface Props {
  ruler: StatedRuler;
  label: string;
  /** Origin of the service. */
  site: string;
}

export function Ruler({ ruler: { ticks, medians }, label, site }: Props) {
  const end = ticks.at(-1) ?? 1;
  return (
    <div class="ruler">
      <svg class="scale" aria-hidden="true">
        {ticks.map((tick) => (
          <text key={tick} x={share(tick / end)} y="15" text-anchor="middle">
            {tick}
          </text>
        ))}
      </svg>
      <ul aria-label={label}>
        {medians.map(({ followed, ...of }) => (
          <li key={of.product + of.trial} class={of.group}>
            <span>
              <Line group={of.group} name={of.product} number={words.months(of.months)}>
                {of.interval && words.range(of.interval)} <TrialName {...of} site={site} />
                {followed && `, ${followed}`}
              </Line>
            </span>
            <svg class="scale" aria-hidden="true">
              {ticks.map((tick) => (
                <Upright key={tick} name="tick" at={tick / end} />
              ))}
              <Median {...of} end={end} />
            </svg>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface Named extends Pick<OfTrial, "trial" | "combined" | "of"> {
  site: string;
}

/** "KarMMa (with other drugs)"; it leads to where its numbers were printed. */
export function TrialName({ trial, combined, of, site }: Named) {
  return (
    <>
      {of ? <TrialLink {...of} label={trial} site={site} /> : trial}
      {combined && ` ${combined}`}
    </>
  );
}

type MedianProps = Pick<StatedMedian, "group" | "months" | "interval" | "until"> & { end: number };

/** A limit that is missing is drawn at the median, because nothing is known of it. */
function Median({ group, months, interval, until, end }: MedianProps) {
  const from = months ?? 0;
  const dash = (name: string, start: number, stop: number) => (
    <Dash name={name} at={[start / end, Math.min(1, stop / end)]} y="50%" />
  );
  return (
    <>
      {until && dash("path tail", from, until)}
      {until && until > end && (
        <Placed at={1} y="50%">
          <path d={`M0 0${arrow}`} />
        </Placed>
      )}
      {months && (
        <>
          {interval && dash("path", interval[0] ?? from, interval[1] ?? from)}
          <Placed at={months / end} y="50%">
            <ClassMark group={group} />
          </Placed>
        </>
      )}
    </>
  );
}
