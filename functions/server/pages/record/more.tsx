/** What few readers need of a record: times, risk of bias, patients shared with other cohorts, gaps, the record itself. */
import { dataset } from "#core/dataset.ts";
import { linkTo } from "#data/source-link.ts";
import { outcomeIds, outcomeName } from "#presentation/words/outcome-names.ts";
import { partialDateText } from "#presentation/words/partial-date.ts";
import { tierWords } from "#presentation/words/source-tier.ts";
import { timing } from "#presentation/words/timing.ts";
import type { CohortRecord } from "../../answers/whole-dataset.ts";
import { Outward } from "../kit/outward.tsx";
import { FactList } from "./fact-list.tsx";
import { SourceLink } from "./figures.tsx";

interface Props {
  record: CohortRecord;
}

/** How soon something began, and how long it lasted. */
export function Times({ record }: Props) {
  if (record.timing.length === 0) return <p>No such time in our sources.</p>;
  return (
    <ul class="facts">
      {record.timing.map((time, index) => (
        <li key={index}>
          {time.outcome !== null && `${outcomeName(time.outcome)}: `}
          {timing.time(time)} (<SourceLink index={time.source} record={record} />: {time.locator})
        </li>
      ))}
    </ul>
  );
}

const statements = {
  consecutive: "Consecutive patients",
  independent: "Independent review of response or progression",
  lossBelow5: "Less than 5 % lost to follow-up",
} as const;

export function Bias({ record }: Props) {
  const { ratings, stated } = record.riskOfBias;
  const names = Object.keys(statements) as (keyof typeof statements)[];
  const facts = names.map((name) => {
    const answer = stated[name];
    const value = answer && `${answer.answer} (${answer.citation}: ${answer.locator})`;
    return [statements[name], value] as const;
  });
  return (
    <>
      <p>{ratings.length === 0 ? "Rated by others: no rating found." : "Rated by others:"}</p>
      {ratings.length > 0 && (
        <ul class="facts">
          {ratings.map((rating, index) => (
            <li key={index}>
              {rating.version === null ? rating.tool : `${rating.tool} (${rating.version})`}:{" "}
              {rating.result}
              {rating.ofAllStudies && ", said of all studies of the review together"}
              {rating.domains?.map(({ domain, judgement }) => `; ${domain}: ${judgement}`)}
              <small>
                <Outward href={linkTo(rating)}>{rating.citation}</Outward> ({tierWords(rating.tier)}
                ): {rating.locator}
              </small>
            </li>
          ))}
        </ul>
      )}
      <p>As its sources state:</p>
      <FactList facts={Object.fromEntries(facts)} />
    </>
  );
}

const overlapKinds: Readonly<Record<CohortRecord["overlaps"][number]["kind"], string>> = {
  contained: "all patients of the one are among those of the other",
  partial: "some patients are in both",
  possible: "some patients may be in both",
};

export function Overlaps({ record: { overlaps } }: Props) {
  if (overlaps.length === 0) return <p>None that our sources name.</p>;
  return (
    <ul class="facts">
      {overlaps.map(({ with: cohort, kind, reason }) => (
        <li key={cohort}>
          <a href={`/v1/cohorts/${cohort}`}>
            {dataset.cohorts.find(({ id }) => id === cohort)?.label ?? cohort}
          </a>
          : {overlapKinds[kind]} ({reason})
        </li>
      ))}
    </ul>
  );
}

export function Missing({ record: { missing } }: Props) {
  // Whoever collected wrote remarks among the names of outcomes.
  const names = missing.filter((name) => outcomeIds.includes(name)).map(outcomeName);
  if (names.length === 0) return <p>Nothing is listed.</p>;
  return <p>Looked for and not found: {names.join(" · ")}.</p>;
}

/** Of which release the record is, and what was reviewed of it. */
export function Origin({ record: { review } }: Props) {
  return (
    <>
      {review !== null && (
        <>
          <p>
            Reviewed on {partialDateText(review.when)} in data version {review.version}:
          </p>
          <ul class="facts">
            {review.checked.map((what) => (
              <li key={what}>{what}</li>
            ))}
          </ul>
        </>
      )}
      <p>
        Data version {dataset.dataVersion}; approvals as of{" "}
        {partialDateText(dataset.review.dataDate)}.
      </p>
    </>
  );
}
