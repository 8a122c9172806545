/** Draws onset and duration, as each trial reported them. */
import type { Row } from "#core/answer/answer.ts";
import { dataset } from "#core/dataset.ts";
import { type TimingLine, timingOf } from "#core/evidence/timing.ts";
import { timings } from "#data/generated/timing.ts";
import { linkTo } from "#data/source-link.ts";
import { type TimingOfClass, timesWithSources, timingInRow } from "#presentation/row/timing.ts";
import { Mark } from "#presentation/svg/marks.tsx";
import { outcomeLabel } from "#presentation/words/outcome-names.ts";
import { Fold, RecordLink } from "../kit/kit.tsx";
import { Cite } from "./references.tsx";

export type Times = readonly TimingOfClass<TimingLine>[];

/** @param row An outcome; `null` for times of the treatment. */
export function timesOf(row: string | null): readonly TimingLine[] {
  return timingOf(dataset, timings, { row });
}

/**
 * Returns the times of a row.
 *
 * @param printedTimes Times that earlier rows of the report have; a time stands with the first row that has it.
 */
export function timesInRow(row: Row, printedTimes: Set<string>): Times {
  const isNew = (time: unknown) => {
    const key = JSON.stringify(time);
    if (printedTimes.has(key)) return false;
    printedTimes.add(key);
    return true;
  };
  return timingInRow(timesOf(row.outcome), row)
    .map(({ group, lines }) => ({
      group,
      lines: lines
        .map((line) => ({
          ...line,
          times: line.times.filter((time) => isNew([line.cohort, time])),
        }))
        .filter(({ times }) => times.length > 0),
    }))
    .filter(({ lines }) => lines.length > 0);
}

interface TimingProps {
  /** The row is `null` for times of the treatment. */
  row: string | null;
  classes: Times;
}

/** Draws the times of each class separately, one line for each cohort. */
export function TimesInRow({ row, classes }: TimingProps) {
  const count = classes.reduce((sum, { lines }) => sum + lines.length, 0);
  const at = row === null ? "treatment" : outcomeLabel(row);
  return (
    <Fold id={`${row ?? "studies"}-timing`} title="How soon, how long" count={count}>
      <ul>
        {classes.flatMap(({ group, lines }) =>
          lines.map((line) => (
            <li key={line.cohort}>
              <Mark group={group} /> <RecordLink cohort={line.cohort} label={line.label} />,{" "}
              {timesWithSources(line, row).text}
              <Cite
                of={line.times.map(({ source, locator }) => ({
                  text: source.citation,
                  href: linkTo(source),
                  tier: source.tier,
                  locator,
                }))}
                at={at}
              />
            </li>
          )),
        )}
      </ul>
    </Fold>
  );
}
