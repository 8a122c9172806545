/** Published pooled values beside what the same question gives here, with the reason for each gap. */

import type { Agreement, AgreementStatus, Figure } from "#core/comparison/agreement.ts";
import { agreement } from "#data/generated/agreement.ts";
import { collections } from "#data/generated/collections.ts";
import { linkTo } from "#data/source-link.ts";
import { catalogue } from "#presentation/words/catalogue.ts";
import { capitalised } from "#presentation/words/sentences.ts";
import { outcomeName } from "../../answers/outcome-names.ts";
import { Outward } from "../html/outward.tsx";
import { Columns } from "../html/parts.tsx";

/** The page is in English only. */
const { numbers } = catalogue.screen;

/** Rows that were computed here. */
const compared = agreement.filter(({ ours }) => ours !== null && ours.value !== null);
const asked = [...new Set(compared.map(({ published }) => published))];

const statusWords: Readonly<Record<AgreementStatus, string>> = {
  reproduced: "Same digits.",
  "within their interval": "Within their interval.",
  differs: "Differs.",
  "needs individual data": "Needs data of single patients.",
  "cohorts missing": "Some of their cohorts are not here.",
};

/** What is said of a measure after the group, and its decimals here; a sum is counted. */
const measures: Readonly<Record<Agreement["measure"], { name: string; digits: number | null }>> = {
  rate: { name: "", digits: 1 },
  events: { name: "", digits: null },
  "odds ratio": { name: ", odds ratio", digits: 2 },
  "hazard ratio": { name: ", hazard ratio", digits: 2 },
  other: { name: ", other", digits: 2 },
};

export function AgreementTables() {
  return (
    <>
      <p>
        {agreement.length} pooled values of {collections.published.length} publications are in the
        data. For {compared.length} of them the same question could be asked here; they stand below.
        Nothing was adjusted to agree. The other {agreement.length - compared.length} were not
        compared, most often for these reasons:
      </p>
      <ul>
        {reasons().map(([reason, count]) => (
          <li key={reason}>
            {reason} ({count})
          </li>
        ))}
      </ul>
      <table>
        <Columns names={["Outcome, group", "Published", "Here", "Same conclusion"]} />
        {asked.map((id) => (
          <tbody key={id}>
            <tr>
              <th scope="rowgroup" colSpan={4}>
                <Publication id={id} />
              </th>
            </tr>
            {compared
              .filter(({ published }) => published === id)
              .map((row) => (
                <Row {...row} />
              ))}
          </tbody>
        ))}
      </table>
      <p>
        All values (JSON): <a href="/v1/published">/v1/published</a>
      </p>
    </>
  );
}

/** The reasons of what was not compared; those that name one measure only count together. */
function reasons(): [string, number][] {
  const counts = new Map<string, number>();
  for (const { ours, status, reason } of agreement) {
    if (ours !== null && ours.value !== null) continue;
    const words =
      status === "needs individual data"
        ? "it does not follow from counts: a pooled median, a share of deaths, an outcome not kept here"
        : (reason ?? statusWords[status]);
    counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a);
}

function Publication({ id }: { id: string }) {
  const one = collections.published.find((each) => each.id === id);
  if (one === undefined) return <>{id}</>;
  const { citation, doi } = one;
  return <Outward href={linkTo({ doi, pmid: null })} text={citation} />;
}

function Row({ outcome, group, measure, theirs, ours, status, conclusion, reason }: Agreement) {
  const { name, digits } = measures[measure];
  const count = digits === null ? countOf(outcome) : null;
  return (
    <>
      <tr>
        <th scope="row">
          {outcomeName(outcome)}, {group}
          {name}
        </th>
        <td>{figureText(theirs, count ?? String)}</td>
        <td>{ours && figureText(ours, count ?? ((value) => numbers.fixed(value, digits ?? 0)))}</td>
        <td>{conclusion ?? "–"}</td>
      </tr>
      <tr class="basis">
        <td colSpan={4}>
          {statusWords[status]}
          {reason !== null && ` ${capitalised(reason)}.`}
        </td>
      </tr>
    </>
  );
}

/** A sum of events is a number of patients, and no rate. */
function countOf(outcome: string): (value: number) => string {
  const [one, several] = outcome.includes("death") ? ["death", "deaths"] : ["patient", "patients"];
  return (value) => `${value} ${value === 1 ? one : several}`;
}

function figureText({ value, interval }: Figure, text: (value: number) => string): string {
  if (value === null) return "–";
  if (interval === null) return text(value);
  return `${text(value)} (${interval.map(text).join("\u00a0to\u00a0")})`;
}
