/**
 * Draws what precedes a treatment: shares of all apheresed on the axis of 0 to 100, then times by trial and by centre.
 */
import type { ComponentChildren } from "preact";
import type { BeforeTreatment, TimeBefore } from "#presentation/views/before-treatment.ts";
import { joinByCommas } from "#presentation/words/sentences.ts";
import { DrugName } from "../row/drugs.tsx";
import { Paragraphs } from "../row/notes.tsx";
import { useSurface } from "../row/surface.tsx";

interface BeforeProps {
  before: BeforeTreatment;
  /** Draws its rows on their axis. */
  children: ComponentChildren;
}

/** Draws what precedes a treatment, folded under its numbers. */
export function FoldedBeforeTreatment({ before, children }: BeforeProps) {
  return (
    <details class="before">
      <summary>
        <strong>Before treatment</strong> {before.inShort}
      </summary>
      {children}
      <TimesBeforeTreatment before={before} level="h3" />
    </details>
  );
}

export function OpenBeforeTreatment({ before, children }: BeforeProps) {
  return (
    <section class="before">
      <h3>Before treatment</h3>
      {children}
      <TimesBeforeTreatment before={before} level="h4" />
    </section>
  );
}

function TimesBeforeTreatment({
  before: { reasons, times, notes },
  level: Level,
}: Pick<BeforeProps, "before"> & { level: "h3" | "h4" }) {
  return (
    <div class="times-before">
      {reasons && <p>{reasons}</p>}
      {times.map(({ title, lines }) => (
        <section key={title}>
          <Level class="muted">{title}</Level>
          <ul>
            {lines.map((line, index) => (
              <TimeBeforeTreatment key={index} time={line} />
            ))}
          </ul>
        </section>
      ))}
      <Paragraphs texts={notes} />
    </div>
  );
}

function TimeBeforeTreatment({ time }: { time: TimeBefore }) {
  const { TrialName } = useSurface();
  const { group, cohort, label, number, under, patients } = time;
  return (
    <li class={group}>
      <DrugName drug={time} /> <strong>{number}</strong>{" "}
      <span class="muted">
        {joinByCommas([under, patients])} · <TrialName cohort={cohort} label={label} />
      </span>
    </li>
  );
}
