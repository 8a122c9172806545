/** Times of a product as its trials reported them: how soon harms came and how long they lasted, how long treatment took. */
import { dataset } from "#core/dataset.ts";
import { timingOf } from "#core/evidence/timing.ts";
import { timings } from "#data/generated/timing.ts";
import type { CitedTiming } from "#data/timing.ts";
import { capitalised } from "#presentation/words/sentences.ts";
import { timing } from "#presentation/words/timing.ts";
import { Fold } from "../kit/fold.tsx";
import { Section } from "../kit/heading.tsx";
import type { ProductFacts } from "./facts.ts";
import { cohortLabel, recordAddress } from "./record-address.ts";

interface Props {
  product: Pick<ProductFacts, "slug">;
}

/** How soon harms came and how long they lasted, a group an outcome. */
export function HarmTimes({ product }: Props) {
  const harms = dataset.outcomes
    .filter(({ group }) => group === "toxicity")
    .map(({ id, label }) => ({ id, label, lines: timeLines(product, id) }))
    .filter(({ lines }) => lines.length > 0);
  return (
    <Section id="onset" title="How soon harm came, how long it lasted">
      {harms.length === 0 && <p class="unknown">No time is reported in our sources.</p>}
      <HarmLists harms={harms.slice(0, mostOpen)} />
      {harms.length > mostOpen && (
        <Fold id="onset-others" title="Other harms" aside={`${harms.length - mostOpen}`}>
          <HarmLists harms={harms.slice(mostOpen)} />
        </Fold>
      )}
    </Section>
  );
}

/** Cytokine release syndrome, which is first in the list of outcomes, decides how long a patient is watched. */
const mostOpen = 1;

interface HarmListsProps {
  harms: readonly { id: string; label: string; lines: readonly TimeLine[] }[];
}

function HarmLists({ harms }: HarmListsProps) {
  return (
    <>
      {harms.map(({ id, label, lines }) => (
        <article key={id}>
          <h3>{label}</h3>
          <TimeList lines={lines} />
        </article>
      ))}
    </>
  );
}

interface TimeLine {
  readonly cohort: string;
  readonly text: string;
  readonly citation: string;
  readonly locators: string;
}

/** A line for each trial and source; `null`: times of the treatment. */
export function timeLines({ slug }: Props["product"], outcome: string | null): TimeLine[] {
  return timingOf(dataset, timings, {})
    .filter(({ product }) => product === slug)
    .flatMap(({ cohort, times }) => {
      const shown = times.filter((time) => time.outcome === outcome);
      const citations = [...new Set(shown.map(({ source }) => source.citation))];
      return citations.map((citation) => {
        const ofSource = shown.filter(({ source }) => source.citation === citation);
        return { cohort, citation, ...textsOf(ofSource) };
      });
    });
}

function textsOf(times: readonly CitedTiming[]): Pick<TimeLine, "text" | "locators"> {
  return {
    text: capitalised(times.map((time) => timing.time(time)).join("; ")),
    locators: [...new Set(times.flatMap(({ locator }) => locator ?? []))].join("; "),
  };
}

export function TimeList({ lines }: { lines: readonly TimeLine[] }) {
  return (
    <ul class="facts">
      {lines.map(({ cohort, text, citation, locators }) => (
        <li key={cohort + citation}>
          <a href={recordAddress(cohort)}>{cohortLabel(cohort)}</a>: {text}
          <small>{locators === "" ? citation : `${citation}: ${locators}`}</small>
        </li>
      ))}
    </ul>
  );
}
