/** Risk of bias in the record of one cohort: as others rated it, and what we read out of it. */
import { enoughFollowUpMonths, type MinorsAnswer, type MinorsItem } from "#core/evidence/minors.ts";
import { linkTo } from "#data/source-link.ts";
import { tierWords } from "#presentation/report/references.ts";
import { catalogue } from "#presentation/words/catalogue.ts";
import type { CohortRecord } from "../../answers/whole-dataset.ts";
import { Outward } from "../html/outward.tsx";
import type { Facts } from "./facts.ts";

/** The page is in English only. */
const { designWords, evidenceWords } = catalogue.record;

type Bias = CohortRecord["riskOfBias"];

export function Ratings({ ratings }: Pick<Bias, "ratings">) {
  if (ratings.length === 0) return <p>Rated by others: no rating found.</p>;
  return (
    <>
      <p>Rated by others:</p>
      <ul>
        {ratings.map((one) => (
          <li key={`${one.tool} ${one.citation}`}>
            {one.version === null ? one.tool : `${one.tool} (${one.version})`}: {one.result}
            {one.ofAllStudies && ", said of all studies of the review together"}
            {one.domains?.map(({ domain, judgement }) => `; ${domain}: ${judgement}`)}
            <p class="quiet">
              <Outward href={linkTo(one)} text={one.citation} /> ({tierWords(one.tier, catalogue)}):{" "}
              {one.locator}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}

const itemWords: Readonly<Record<MinorsItem, string>> = {
  consecutive: "Consecutive patients",
  prospective: "Prospective",
  independent: "Independent review of response or progression",
  followUp: `Median follow-up of ${enoughFollowUpMonths} months or more`,
  lossBelow5: "Less than 5 % lost to follow-up",
};

type Value = NonNullable<MinorsAnswer["basis"]>["value"];

/** What answers an item, in words. */
const because: Readonly<Record<MinorsItem, (record: CohortRecord, value: Value) => string>> = {
  consecutive: ({ riskOfBias }) => place(riskOfBias.stated.consecutive),
  prospective: ({ evidence, design }) => `${evidenceWords[evidence]}, ${designWords[design]}`,
  independent: ({ riskOfBias }, value) =>
    place(riskOfBias.stated.independent) || `response rate defined as: ${value}`,
  followUp: (_, value) => `longest in this record: ${value} months`,
  lossBelow5: ({ riskOfBias }) => place(riskOfBias.stated.lossBelow5),
};

function place(statement: Bias["stated"][keyof Bias["stated"]]): string {
  return statement === null ? "" : `${statement.citation}: ${statement.locator}`;
}

/** Items that the record does not answer have no value. */
export function minorsFacts(record: CohortRecord): Facts {
  return Object.fromEntries(
    record.riskOfBias.minors.items.map(({ item, answer, basis }) => [
      itemWords[item],
      basis && `${answer} (${because[item](record, basis.value)})`,
    ]),
  );
}
