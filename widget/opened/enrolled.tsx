/** All who were to be treated, below an opened row about a benefit of CAR-T. */

import type { OutcomeComparison } from "#core/comparison/answer.ts";
import { enrolledView } from "#presentation/screen/enrolled-view.ts";
import type { DetailWords, DrawnWords } from "#presentation/words/catalogue.ts";
import { RecordLink } from "../views/links.tsx";
import { Mark } from "../views/mark.tsx";

interface Props {
  row: OutcomeComparison;
  strings: DrawnWords;
  words: DetailWords;
  /** Origin of the pages with the cohorts' records. */
  apiBase: string;
}

export function Enrolled({ row, strings, words, apiBase }: Props) {
  const view = enrolledView(row.pools["car-t"], words, strings.numbers);
  if (view === null) return null;
  const { scope, pooled, collected, cohorts, infused } = view;
  return (
    <section class="remarks enrolled">
      <h5>
        <Mark group="car-t" /> {words.enrolled.title}
      </h5>
      <p>
        {scope} {pooled} {collected}
      </p>
      <ul>
        {cohorts.map(({ cohort, label, publication, text }) => (
          <li key={cohort}>
            <RecordLink apiBase={apiBase} cohort={cohort} label={label} publication={publication} />
            : {text}
          </li>
        ))}
        {infused && <li>{infused}</li>}
      </ul>
    </section>
  );
}
