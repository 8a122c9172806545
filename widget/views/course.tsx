/**
 * Draws the course: the classes beside each other in order of time, with a rule between them, and folded beneath what
 * single reports and labels say. It has no axis, because nothing is compared.
 */

import type { CourseEntry } from "#presentation/row/course-cells.ts";
import { InlineClassMark } from "#presentation/svg/marks.tsx";
import type { CourseLine, CourseStep } from "#presentation/views/course.ts";
import type { ScreenOf } from "#presentation/views/screen.ts";
import { Opener } from "../row/opener.tsx";
import { useSurface } from "../row/surface.tsx";
import { Headline } from "./headline.tsx";
import type { ViewParts, ViewProps } from "./shell.tsx";

type CourseProps = ViewProps<ScreenOf<"course">>;

export const courseView: ViewParts<"course"> = { Head: Headline, Body: Course };

function Course(props: CourseProps) {
  const { view, stale = false, act } = props;
  const { lanes, steps, key } = view.course;
  if (lanes.length === 0) return null;
  return (
    <div class={lanes.length > 1 ? "course" : "course single"} aria-busy={stale || undefined}>
      <div class="cells lanes">
        {lanes.map(({ group, name, from }) => (
          <p key={name} class={group}>
            <button
              type="button"
              aria-haspopup="dialog"
              disabled={!act}
              onClick={act && (() => act.openSheet("question", "lanes"))}
            >
              <strong>
                <InlineClassMark group={group} /> {name}
              </strong>{" "}
              ▾
            </button>{" "}
            <small>{from}</small>
          </p>
        ))}
      </div>
      {steps.map((step) => (
        <Step key={step.title} {...props} step={step} />
      ))}
      <p class="key">{key}</p>
    </div>
  );
}

function Step({ step: { title, lines, isFolded }, ...props }: CourseProps & { step: CourseStep }) {
  const all = lines.map((line) => <Line key={line.label} {...props} line={line} />);
  if (isFolded)
    return (
      <details class="before">
        <summary>
          <strong>{title}</strong> single reports, doses by label
        </summary>
        {all}
      </details>
    );
  const [only] = lines.filter(({ label }) => label === "");
  return (
    <section class={only ? "step only" : "step"}>
      <h3>{only ? <LineName {...props} line={only} name={title} /> : title}</h3>
      <div>{all}</div>
    </section>
  );
}

interface LineProps extends CourseProps {
  line: CourseLine;
}

/** Draws the name of a line, which opens the row of its outcome. */
function LineName({ line: { outcome }, name, openRow, act }: LineProps & { name: string }) {
  if (outcome === undefined) return <>{name}</>;
  return (
    <Opener
      outcome={outcome}
      open={outcome === openRow}
      onToggle={act && (() => act.toggleRow(outcome))}
    >
      {name}
    </Opener>
  );
}

function Line(props: LineProps) {
  const { line, view, openRow } = props;
  const { label, outcome, cells } = line;
  const { lanes } = view.course;
  return (
    <div class={outcome !== undefined && outcome === openRow ? "line open" : "line"}>
      {label && (
        <h4>
          <LineName {...props} name={label} />
        </h4>
      )}
      <div class="cells">
        {cells.map((cell, index) => (
          <div key={index} class={lanes[index]?.group}>
            {lanes.length > 1 && <span class="hidden">{lanes[index]?.name}: </span>}
            {cell.map((entry, at) => (
              <Entry key={at} entry={entry} />
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}

/** Keeps a range such as "58–75" on one line. */
const keepRanges = (text = "") => text.replace(/(?<=\d)–(?=\d)/g, "\u2060–\u2060");

function Entry({ entry }: { entry: CourseEntry }) {
  const { TrialName } = useSurface();
  const { gap, before, number, isLarge, text, aside, trial } = entry;
  const framed = gap && <span class="gap">{gap}</span>;
  return (
    <p>
      {number ? [framed, " ", before] : [before, " ", framed]}{" "}
      {number && <span class={isLarge ? "count large" : "count"}>{keepRanges(number)}</span>} {text}{" "}
      {aside && <small>{keepRanges(aside)}</small>}
      {trial && <TrialName {...trial} />}
    </p>
  );
}
