/**
 * Median survival as each trial printed it: one mark a trial on an axis of months; dotted, patients are
 * followed and no limit is reached. The table holds everything, so that a reader without the marks misses
 * nothing.
 */
// biome-ignore-all lint/a11y/noRedundantRoles: as a grid of CSS, a table is none for some browsers.

import type { ComponentChildren } from "preact";
import type { StatedMedian } from "#presentation/statement/survival.ts";
import { ClassMark, Mark } from "#presentation/svg/marks.tsx";
import { onRuler, rulerTicks } from "#presentation/svg/months.ts";
import { Line, Placed, share, Upright } from "#presentation/svg/shares.tsx";
import { survival as words } from "#words/survival.ts";

interface Props {
  medians: readonly StatedMedian[];
  /** Those of all rulers of a view, which have one scale. */
  scale?: readonly StatedMedian[];
  label: string;
  /** A trial's name, if it is a link. */
  nameOf?: (index: number) => ComponentChildren;
}

export function Ruler({ medians, scale = medians, label, nameOf }: Props) {
  const ticks = rulerTicks(scale);
  const end = ticks.at(-1) ?? 1;
  return (
    <table class="ruler" role="table" aria-label={label}>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">
            <span class="hidden">{words.trial}</span>
          </th>
          <th role="columnheader" scope="col">
            <span class="hidden">{words.median}</span>
          </th>
          <td role="cell" class="scale">
            <svg overflow="visible" aria-hidden="true">
              {ticks.map((tick) => (
                <text key={tick} x={share(tick / end)} y="15" text-anchor="middle">
                  {tick}
                </text>
              ))}
            </svg>
          </td>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {medians.map((median, index) => (
          <tr key={median.product + median.trial} role="row" class={median.group}>
            <th role="rowheader" scope="row">
              <TrialName {...median} trial={nameOf?.(index) ?? median.trial} />{" "}
            </th>
            <td role="cell" class="median">
              <strong>{words.months(median.months)}</strong>{" "}
              <span class="muted range">{words.range(median.interval)}</span>
              <span class="muted">{words.followed(median.followUpMonths)}</span>
            </td>
            <td role="cell" class="scale">
              <svg overflow="visible" aria-hidden="true">
                {ticks.map((tick) => (
                  <Upright key={tick} name="tick" at={tick / end} />
                ))}
                <MedianMark at={onRuler(median, end)} group={median.group} />
              </svg>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface Named extends Pick<StatedMedian, "group" | "product" | "combined"> {
  trial: ComponentChildren;
}

/** "ide-cel · KarMMa", with its mark. */
export function TrialName({ group, product, trial, combined }: Named) {
  return (
    <>
      <Mark group={group} /> {product} · {trial}
      {combined && <span class="muted"> {combined}</span>}
    </>
  );
}

function MedianMark({
  at: { median, interval, tail },
  group,
}: { at: ReturnType<typeof onRuler> } & Pick<StatedMedian, "group">) {
  return (
    <>
      {interval && <Line name="path" at={interval} y="50%" />}
      {tail && <Line name="path tail" at={tail} y="50%" />}
      {median !== null && (
        <Placed at={median} y="50%">
          <ClassMark group={group} />
        </Placed>
      )}
    </>
  );
}
