/** Risk of bias in the record of one cohort: as others rated it, and what its sources state. */
import { linkTo } from "#data/source-link.ts";
import { tierWords } from "#presentation/report/references.ts";
import { catalogue } from "#presentation/words/catalogue.ts";
import type { CohortRecord } from "../../answers/whole-dataset.ts";
import { Outward } from "../html/outward.tsx";
import type { Facts } from "./facts.ts";

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

type Statement = Bias["stated"][keyof Bias["stated"]];

function said(statement: Statement): string | null {
  return statement && `${statement.answer} (${statement.citation}: ${statement.locator})`;
}

/** What no source states has no value. */
export function statedFacts({ stated }: Pick<Bias, "stated">): Facts {
  return {
    "Consecutive patients": said(stated.consecutive),
    "Independent review of response or progression": said(stated.independent),
    "Less than 5 % lost to follow-up": said(stated.lossBelow5),
  };
}
