/**
 * Median survival as each trial printed it: a line of words a trial, and beneath it its mark on an axis of
 * months; dotted, patients are followed and no limit is reached. The words hold everything, so that a reader
 * without the marks misses nothing.
 */
import type { ComponentChildren } from "preact";
import type { MedianPlace, OfTrial, StatedRuler } from "#presentation/statement/ruler.ts";
import { arrow } from "#presentation/svg/geometry.ts";
import { ClassMark } from "#presentation/svg/marks.tsx";
import { Line as Dash, Placed, share, Upright } from "#presentation/svg/shares.tsx";
import { Line } from "../line.tsx";

interface Props {
  ruler: StatedRuler;
  label: string;
  /** A trial's name as a link, where it leads anywhere. */
  linked?: (of: NonNullable<OfTrial["of"]>, trial: string) => ComponentChildren;
}

export function Ruler({ ruler: { ticks, medians }, label, linked }: Props) {
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
        {medians.map(({ median, range, followed, at, ...of }) => (
          <li key={of.product + of.trial} class={of.group}>
            <span>
              <Line group={of.group} name={of.product} number={median}>
                {range}{" "}
                <TrialName {...of} trial={(of.of && linked?.(of.of, of.trial)) ?? of.trial} />
                {followed && `, ${followed}`}
              </Line>
            </span>
            <svg class="scale" aria-hidden="true">
              {ticks.map((tick) => (
                <Upright key={tick} name="tick" at={tick / end} />
              ))}
              <Median at={at} group={of.group} />
            </svg>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface Named extends Pick<OfTrial, "combined"> {
  trial: ComponentChildren;
}

/** "KarMMa (with other drugs)" */
export function TrialName({ trial, combined }: Named) {
  return (
    <>
      {trial}
      {combined && ` ${combined}`}
    </>
  );
}

function Median({
  at: { mark, interval, tail, goesOn },
  group,
}: { at: MedianPlace } & Pick<OfTrial, "group">) {
  return (
    <>
      {interval && <Dash name="path" at={interval} y="50%" />}
      {tail && <Dash name="path tail" at={tail} y="50%" />}
      {goesOn && (
        <Placed at={1} y="50%">
          <path d={`M0 0${arrow}`} />
        </Placed>
      )}
      {mark !== null && (
        <Placed at={mark} y="50%">
          <ClassMark group={group} />
        </Placed>
      )}
    </>
  );
}
