/** Times of a product as its trials reported them: how soon harms came and how long they lasted, how long treatment took. */
import { dataset } from "#core/dataset.ts";
import { type TimingLine, timingOf } from "#core/evidence/timing.ts";
import { timings } from "#data/generated/timing.ts";
import { saidTiming } from "#presentation/row/timing.ts";
import { capitalised, joinedClauses } from "#presentation/words/sentences.ts";
import { timing } from "#presentation/words/timing.ts";
import { Fold, RecordLink, Section } from "../kit/kit.tsx";

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
      <Fold id="onset-others" title="Other harms" count={others.length}>
        {others.map((harm) => (
          <HarmList key={harm.id} {...harm} />
        ))}
      </Fold>
    </Section>
  );
}

function HarmList({ label, lines }: { label: string; lines: readonly TimingLine[] }) {
  return (
    <article>
      <h3>{label}</h3>
      <TimeList lines={lines} />
    </article>
  );
}

/** A line for each trial; `null`: times of the treatment. */
export function timeLines({ slug }: Props["product"], outcome: string | null): TimingLine[] {
  return timingOf(dataset, timings, {})
    .map((line) => ({ ...line, times: line.times.filter((time) => time.outcome === outcome) }))
    .filter(({ product, times }) => product === slug && times.length > 0);
}

export function TimeList({ lines }: { lines: readonly TimingLine[] }) {
  return (
    <ul class="facts">
      {lines.map((line) => (
        <li key={line.cohort}>
          <RecordLink {...line} />: {capitalised(line.times.map(timing.time).join("; "))}
          <small>{joinedClauses(saidTiming(line, null).sources.map(({ text }) => text))}</small>
        </li>
      ))}
    </ul>
  );
}
