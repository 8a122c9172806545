/** What few readers need of a record: times, risk of bias, patients shared with other cohorts, gaps. */
import { dataset } from "#core/dataset.ts";
import { linkTo } from "#data/source-link.ts";
import { outcomeIds, outcomeName } from "#presentation/words/outcome-names.ts";
import { tierWords } from "#presentation/words/source-tier.ts";
import { timing } from "#presentation/words/timing.ts";
import type { CohortRecord } from "../../answers/compute/whole-dataset.ts";
import { Facts, Outward, RecordLink } from "../kit/kit.tsx";
import { SourceLink } from "./figures.tsx";

interface Props {
  record: CohortRecord;
}

/** How soon something began, and how long it lasted. */
export function Times({ record }: Props) {
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
  return (
    <>
      <p>{ratings.length === 0 ? "Rated by others: no rating found." : "Rated by others:"}</p>
      <ul class="facts">
        {ratings.map((rating, index) => (
          <li key={index}>
            {rating.version === null ? rating.tool : `${rating.tool} (${rating.version})`}:{" "}
            {rating.result}
            {rating.ofAllStudies && ", said of all studies of the review together"}
            {rating.domains?.map(({ domain, judgement }) => `; ${domain}: ${judgement}`)}
            <small>
              <Outward href={linkTo(rating)}>{rating.citation}</Outward> ({tierWords(rating.tier)}):{" "}
              {rating.locator}
            </small>
          </li>
        ))}
      </ul>
      <p>As its sources state:</p>
      <Facts
        facts={names.map((name) => {
          const answer = stated[name];
          return [
            statements[name],
            answer && `${answer.answer} (${answer.citation}: ${answer.locator})`,
          ];
        })}
      />
    </>
  );
}

const overlapKinds: Readonly<Record<CohortRecord["overlaps"][number]["kind"], string>> = {
  contained: "all patients of the one are among those of the other",
  partial: "some patients are in both",
  possible: "some patients may be in both",
};

export function Overlaps({ record: { overlaps } }: Props) {
  return (
    <ul class="facts">
      {overlaps.map(({ with: cohort, kind, reason }) => (
        <li key={cohort}>
          <RecordLink
            cohort={cohort}
            label={dataset.cohorts.find(({ id }) => id === cohort)?.label ?? cohort}
          />
          : {overlapKinds[kind]} ({reason})
        </li>
      ))}
    </ul>
  );
}

/** Outcomes that were looked for and not found; whoever collected wrote remarks among their names. */
export function missingOutcomes({ missing }: CohortRecord): string[] {
  return missing.filter((name) => outcomeIds.includes(name)).map(outcomeName);
}
