/** The sources of a record, what they state of bias and time, and links to them. They are numbered from 0, as definitions count them. */
import { addressOf } from "#data/source-address.ts";
import { linkTo } from "#data/source-link.ts";
import { tierWords } from "#presentation/report/references.ts";
import type { Facts } from "#presentation/statement/record/facts.ts";
import { catalogue } from "#presentation/words/catalogue.ts";
import { outcomeName } from "../../answers/outcome-names.ts";
import type { CohortRecord } from "../../answers/whole-dataset.ts";
import { ShowSources, SourceList } from "../kit/sources.tsx";
import { Outward } from "../kit/text.tsx";

/** The page is in English only. */
const { dateWords, kindWords, months, unknown } = catalogue.record;
const { timing: timingWords } = catalogue.report;

export type Tiers = Pick<CohortRecord, "sources">;

/** `Source 3 (trade news)`; of a paper, a label or a regulator nothing is added. */
export function SourceLink({ index, sources }: Tiers & { index: number }) {
  const tier = sources[index]?.tier ?? 1;
  return (
    <>
      <a href={`#source-${index}`}>Source {index}</a>
      {tier > 1 && ` (${tierWords(tier, catalogue)})`}
    </>
  );
}

export function Times({ timing, sources }: Pick<CohortRecord, "timing" | "sources">) {
  if (timing.length === 0) return <p>No such time in our sources.</p>;
  return (
    <ul>
      {timing.map((time) => (
        <li key={JSON.stringify([time.what, time.outcome, time.definition])}>
          {time.outcome !== null && `${outcomeName(time.outcome)}: `}
          {timingWords.time(time)} (<SourceLink index={time.source} sources={sources} />:{" "}
          {time.locator})
        </li>
      ))}
    </ul>
  );
}

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

/** What no source states has no value. */
export function statedFacts({ stated }: Pick<Bias, "stated">): Facts {
  const said = (statement: Bias["stated"][keyof Bias["stated"]]) =>
    statement && `${statement.answer} (${statement.citation}: ${statement.locator})`;
  return {
    "Consecutive patients": said(stated.consecutive),
    "Independent review of response or progression": said(stated.independent),
    "Less than 5 % lost to follow-up": said(stated.lossBelow5),
  };
}

export function Sources({ sources }: Tiers) {
  return (
    <>
      <ShowSources count={sources.length} />
      <SourceList
        start={0}
        sources={sources.map((source) => <Source key={source.citation} {...source} />)}
      />
    </>
  );
}

function Source(source: Tiers["sources"][number]) {
  const { citation, doi, pmid, seenAt, kind, tier, followUpMonths, dataCutoff } = source;
  const standing = [
    `tier ${tier} of 4, ${tierWords(tier, catalogue)}`,
    followUpMonths === null ? `follow-up ${unknown}` : `follow-up ${months(followUpMonths)}`,
    `data cut ${dataCutoff === null ? unknown : dateWords(dataCutoff)}`,
  ];
  return (
    <>
      {citation}
      <span class="basis">
        {doi !== null && (
          <>
            DOI: <Outward href={linkTo({ doi, pmid: null })} text={doi} />{" "}
          </>
        )}
        {pmid !== null && (
          <>
            PubMed: <Outward href={linkTo({ doi: null, pmid })} text={pmid} />{" "}
          </>
        )}
        {doi === null && pmid === null && "No DOI or PubMed record in our data. "}
        Read: {kindWords[kind]}
        {seenAt !== null && (
          <>
            {/* The version that was read may be a copy, which is named only. */}
            {", at "}
            <Outward href={addressOf(source) === seenAt ? seenAt : null} text={seenAt} />
          </>
        )}
        {" · "}
        {standing.join(" · ")}
      </span>
    </>
  );
}
