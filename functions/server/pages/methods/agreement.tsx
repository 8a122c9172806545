/** Published pooled values beside what the same question gives here, with the reason for each gap. */
import type { Agreement, AgreementStatus, Figure } from "#core/comparison/agreement.ts";
import { agreement } from "#data/generated/agreement.ts";
import { collections } from "#data/generated/collections.ts";
import { linkTo } from "#data/source-link.ts";
import { catalogue } from "#presentation/words/catalogue.ts";
import { capitalised } from "#presentation/words/sentences.ts";
import { outcomeName } from "../../answers/outcome-names.ts";
import { Outward } from "../html/outward.tsx";

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
        <thead>
          <tr>
            <th scope="col">Outcome, group</th>
            <th scope="col">Published</th>
            <th scope="col">Here</th>
            <th scope="col">Same conclusion</th>
          </tr>
        </thead>
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
  const count = measure === "events" ? countOf(outcome) : null;
  const name = measure === "rate" || measure === "events" ? "" : `, ${measure}`;
  return (
    <>
      <tr>
        <th scope="row">
          {outcomeName(outcome)}, {group}
          {name}
        </th>
        <td>{figureText(theirs, count ?? String)}</td>
        <td>
          {ours &&
            figureText(
              ours,
              count ?? ((value) => numbers.fixed(value, measure === "rate" ? 1 : 2)),
            )}
        </td>
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
