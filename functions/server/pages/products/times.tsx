/** Times of a product as its trials reported them: how soon harms came and how long they lasted, how long treatment took. */
import { dataset } from "#core/dataset.ts";
import { timingOf } from "#core/evidence/timing.ts";
import { timings } from "#data/generated/timing.ts";
import { saidTiming } from "#presentation/row/timing.ts";
import { capitalised } from "#presentation/words/sentences.ts";
import { timing } from "#presentation/words/timing.ts";
import { Fold } from "../kit/fold.tsx";
import { Section } from "../kit/heading.tsx";
import { recordAddress } from "../record/places.ts";

interface Props {
  product: { readonly slug: string };
}

/** How soon harms came and how long they lasted: the first, which is CRS, decides how long a patient is watched. */
export function HarmTimes({ product }: Props) {
  const [first, ...others] = dataset.outcomes
    .filter(({ group }) => group === "toxicity")
    .map(({ id, label }) => ({ id, label, lines: timeLines(product, id) }))
    .filter(({ lines }) => lines.length > 0);
  return (
    <Section id="onset" title="How soon harm came, how long it lasted">
      {first === undefined ? (
        <p class="unknown">No time is reported in our sources.</p>
      ) : (
        <HarmList {...first} />
      )}
      {others.length > 0 && (
        <Fold id="onset-others" title="Other harms" aside={others.length}>
          {others.map((harm) => (
            <HarmList key={harm.id} {...harm} />
          ))}
        </Fold>
      )}
    </Section>
  );
}

function HarmList({ label, lines }: { label: string; lines: readonly TimeLine[] }) {
  return (
    <article>
      <h3>{label}</h3>
      <TimeList lines={lines} />
    </article>
  );
}

interface TimeLine {
  readonly cohort: string;
  readonly label: string;
  readonly text: string;
  /** Citations, each with the places that the times were read in. */
  readonly sources: readonly string[];
}

/** A line for each trial; `null`: times of the treatment. */
export function timeLines({ slug }: Props["product"], outcome: string | null): TimeLine[] {
  return timingOf(dataset, timings, {})
    .map((line) => ({ ...line, times: line.times.filter((time) => time.outcome === outcome) }))
    .filter(({ product, times }) => product === slug && times.length > 0)
    .map((line) => ({
      cohort: line.cohort,
      label: line.label,
      text: capitalised(line.times.map(timing.time).join("; ")),
      sources: saidTiming(line, outcome).sources.map(({ text }) => text),
    }));
}

export function TimeList({ lines }: { lines: readonly TimeLine[] }) {
  return (
    <ul class="facts">
      {lines.map(({ cohort, label, text, sources }) => (
        <li key={cohort}>
          <a href={recordAddress(cohort)}>{label}</a>: {text}
          <small>{sources.join("; ")}</small>
        </li>
      ))}
    </ul>
  );
}
