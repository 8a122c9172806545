/** How soon and how long, as the cohort printed it, each with its source and place. */
import { english } from "#presentation/words/catalogue.ts";
import type { CohortRecord } from "../../answers/cohort-record.ts";
import { outcomeName } from "../../answers/outcome-names.ts";
import { Remark, SourceLink, type Sources } from "./source-links.tsx";

/** The page is in English only. */
const { timing: words } = english.report;

export function Times({ timing, tiers }: Sources & Pick<CohortRecord, "timing">) {
  if (timing.length === 0) return <p>No such time in our sources.</p>;
  return (
    <ul>
      {timing.map((time) => (
        <li key={JSON.stringify([time.what, time.outcome, time.definition])}>
          {time.outcome !== null && `${outcomeName(time.outcome)}: `}
          {words.time(time)} (<SourceLink index={time.source} tiers={tiers} />
          {": "}
          <Remark text={time.locator} tiers={tiers} />)
        </li>
      ))}
    </ul>
  );
}
