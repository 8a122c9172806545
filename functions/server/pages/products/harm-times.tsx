/**
 * Draws when harms came, a line for each trial: a mark on the median day on which a harm began, and a bar for as long as
 * it lasted.
 */
import { dataset } from "#core/dataset.ts";
import {
  convertMedianToDays,
  selectTimingLines,
  type TimingLine,
} from "#core/evidence/timing-lines.ts";
import { timings } from "#data/generated/timing.ts";
import { describeRangeOrQuartiles } from "#presentation/row/drug-times.ts";
import { findShownHarmTime } from "#presentation/views/harm-groups.ts";
import { chooseSingularOrPluralUnit } from "#presentation/words/dates-and-times.ts";
import { unreported } from "#presentation/words/names.ts";
import { formatPlainNumber } from "#presentation/words/numbers.ts";
import { nameOutcome } from "#presentation/words/outcome-names.ts";
import { joinByCommas, joinBySemicolons } from "#presentation/words/sentences.ts";
import { RecordLink, Section } from "../kit/kit.tsx";
import { type DrawnLine, Lines } from "../lines.tsx";
import { type ProductFacts, Unreported } from "./facts.tsx";

const harms = dataset.outcomes.filter(({ group }) => group === "toxicity").map(({ id }) => id);

type Time = TimingLine["times"][number];

/** An axis of days ends at one of these; a later harm lies beyond the last. */
const ends = [14, 28, 56, 112] as const;

/** Draws when the harms of a product came, in the order of the outcomes. */
export function TimesOfProduct({ product: { slug } }: { product: Pick<ProductFacts, "slug"> }) {
  return (
    <Section id="onset" title="When harms came">
      <HarmTimes slug={slug} />
    </Section>
  );
}

function HarmTimes({ slug }: Pick<ProductFacts, "slug">) {
  const lines = selectTimingLines(dataset, timings, {}).filter(({ product }) => product === slug);
  const timed = harms.flatMap((outcome) =>
    lines.flatMap((line) => {
      const onset = findShownHarmTime(line, "onset", outcome);
      const duration = findShownHarmTime(line, "duration", outcome);
      if (!onset && !duration) return [];
      const lastDay = convertTimeToDaysOrZero(onset) + convertTimeToDaysOrZero(duration);
      const name = nameOutcome(outcome);
      return [{ name, line, onset, duration, lastDay, start: describeOnsetOriginAndRange(onset) }];
    }),
  );
  if (timed.length === 0) return <Unreported />;
  const last = Math.max(...timed.map(({ lastDay }) => lastDay).filter((day) => day <= ends[3]));
  const end = ends.find((day) => day >= last) ?? ends[3];
  return (
    <>
      <p class="quiet">
        Mark: median day on which it began, of those who had it. Bar: for how long, in the median.
        Where no start is named, none is reported. The record of each trial has the source.
      </p>
      <div class="root">
        <Lines
          axis={{ of: "days", ticks: [0, end / 2, end] }}
          lines={timed.map(({ name, line, onset, duration, start }) => ({
            name: [
              name,
              " ",
              <small key="trial">
                <RecordLink cohort={line.cohort} label={line.label} place="timing" />
                {start && `, ${start}`}
              </small>,
            ],
            group: line.therapyClass,
            side: {
              number: onset ? describeMedianTime(onset).replace(/^(\S+) days?$/, "day $1") : "",
              under: duration ? `for ${describeMedianTime(duration)}` : "",
              ...placeHarmTimes(onset, duration, end),
            },
            beneath: joinBySemicolons([
              onset?.definition && `began: ${onset.definition}`,
              duration?.definition && `how long: ${duration.definition}`,
            ]),
          }))}
        />
      </div>
    </>
  );
}

/** Counts the days of a time, 0 if it has no fixed number of days. */
function convertTimeToDaysOrZero(time: Time | undefined): number {
  return (time && convertMedianToDays(time)) ?? 0;
}

function placeHarmTimes(
  onset: Time | undefined,
  duration: Time | undefined,
  end: number,
): Pick<NonNullable<DrawnLine["side"]>, "bar" | "marks" | "filled"> {
  const day = onset && convertMedianToDays(onset);
  if (day === undefined || day === null) return { marks: [], filled: true };
  const place = (of: number) => Math.min(100, (100 * of) / end);
  return {
    marks: [{ at: place(day), kind: day > end ? "beyond" : "estimate" }],
    filled: true,
    ...(duration &&
      day <= end && { bar: [place(day), place(day + convertTimeToDaysOrZero(duration))] }),
  };
}

function describeMedianTime({ median, unit }: Time): string {
  return `${formatPlainNumber(median)} ${chooseSingularOrPluralUnit(median, unit)}`;
}

/** Returns text such as "after the most recent dose, range 1 to 9"; states that no beginning was found. */
function describeOnsetOriginAndRange(onset: Time | undefined): string {
  if (onset === undefined) return `when it began: ${unreported}`;
  const { from, unit } = onset;
  const spread = describeRangeOrQuartiles(onset);
  const ofUnit = unit === "days" ? "" : ` ${unit}`;
  return joinByCommas([from !== null && `after ${from}`, spread && spread + ofUnit]);
}
