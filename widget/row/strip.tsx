/**
 * Draws one class of a row on the axis of 0 to 100: a band and a line for its interval, a tick for each trial, a mark
 * for its number. Screen readers hear the same from the name of the row, so the drawing is hidden from them.
 */
import type { TherapyClass } from "#data/vocabulary.ts";
import type { PlacedLabel } from "#presentation/row/labels.ts";
import type { MarkView } from "#presentation/row/plotted.ts";
import type { SideView } from "#presentation/row/side-view.ts";
import { labelGap, makeHorizontalPath, makeVerticalLinesPath } from "#presentation/svg/geometry.ts";
import {
  boundPaths,
  ClassMark,
  formatWidthShare,
  PlacedAtShare,
} from "#presentation/svg/marks.tsx";
import { elementTexts } from "#presentation/words/element.ts";

/** Describes a class, or the control of a randomised trial, which has a colour of no class. */
export type StripGroup = TherapyClass | "control";

/** Draws what belongs to no class in the neutral colour of controls. */
export const neutralGroup: StripGroup = "control";

interface StripProps {
  group: StripGroup;
  side: Pick<SideView, "bar" | "tails" | "ticks" | "marks" | "labels" | "filled">;
}

const middle = 10;
/** Holds the paths of arrows that show on which side of a bound the rate lies, or that a line goes on beyond the axis. */
const arrows: Partial<Record<MarkView["kind"], string>> = {
  ...boundPaths,
  beyond: "M-20 0H0M-5 -4L0 0L-5 4",
};

interface StripWithNumberProps {
  group: StripGroup;
  side: StripProps["side"] & Pick<SideView, "number" | "under">;
  /** States whether the number stands for its class, and is larger. */
  isOfClass?: boolean;
  /** States whether it stands on an axis with others. */
  hasAxis?: boolean;
}

export function StripWithNumber({
  group,
  side,
  isOfClass = false,
  hasAxis = true,
}: StripWithNumberProps) {
  const { number, under } = side;
  return (
    <>
      {hasAxis && <Strip group={group} side={side} />}
      {(number !== "" || under !== "") && (
        <p class={isOfClass ? "number" : "number part"}>
          {number && <strong>{number}</strong>} {under && <span>{under}</span>}
        </p>
      )}
    </>
  );
}

function Strip({ group, side: { bar, tails, ticks, marks, labels, filled } }: StripProps) {
  return (
    <svg class={`strip ${group}`} aria-hidden="true">
      {(bar || tails || ticks) && (
        // The paths are in units of the axis; their lines keep their thickness however wide it is.
        // biome-ignore lint/a11y/noSvgWithoutTitle: a part of a drawing that is hidden.
        <svg viewBox="0 0 100 20" preserveAspectRatio="none" overflow="visible">
          {bar && (
            <>
              <path class="band" d={makeHorizontalPath(middle, bar)} />
              <path class="bar" d={makeHorizontalPath(middle, bar)} />
            </>
          )}
          {tails?.map((tail) => (
            <path key={tail[1]} class="tail" d={makeHorizontalPath(middle, tail)} />
          ))}
          {ticks && <path class="tick" d={makeVerticalLinesPath(ticks, 13, 19)} />}
        </svg>
      )}
      {marks.map((mark, index) => (
        <StripMark key={index} group={group} mark={mark} filled={filled} />
      ))}
      {labels?.map((label) => (
        <StripLabel key={label.text} label={label} />
      ))}
    </svg>
  );
}

function StripLabel({ label: { text, at, anchor, isWide, isBeyond } }: { label: PlacedLabel }) {
  return (
    <text
      class={isWide ? "along" : isBeyond && "beyond"}
      x={`${at}%`}
      dx={anchor && (anchor === "start" ? labelGap : -labelGap)}
      y="50%"
      dy="0.36em"
      text-anchor={anchor === "end" ? "end" : undefined}
    >
      {text}
    </text>
  );
}

function StripMark({
  group,
  mark,
  filled,
}: {
  group: StripGroup;
  mark: MarkView;
  filled: boolean;
}) {
  const { at, kind } = mark;
  const arrow = arrows[kind];
  return (
    <PlacedAtShare at={at / 100} y="50%">
      {arrow ? (
        <path class="bound" d={arrow} />
      ) : kind === "other-patients" ? (
        <path class={`point hollow ${neutralGroup}`} d="M-4-4h8v8h-8z" />
      ) : (
        <g class={filled ? "point" : `point hollow ${kind}`}>
          {group === "control" ? <path d="M-5.5-5.5h11v11h-11z" /> : <ClassMark group={group} />}
        </g>
      )}
    </PlacedAtShare>
  );
}

interface AxisHeadProps {
  /** Names the quantity that is counted. */
  of?: string | undefined;
  /** Labels the axis at these values, from its start to its end. */
  ticks?: readonly number[] | undefined;
}

export function AxisHead({ of = elementTexts.of100, ticks = [0, 50, 100] }: AxisHeadProps) {
  const end = ticks.at(-1) ?? 1;
  return (
    <div class="axis-head" aria-hidden="true">
      <svg class="axis" aria-hidden="true">
        {ticks.map((value) => (
          <text
            key={value}
            x={formatWidthShare(value / end)}
            y="50%"
            dy="0.32em"
            text-anchor="middle"
          >
            {value}
          </text>
        ))}
      </svg>
      <span>{of}</span>
    </div>
  );
}
