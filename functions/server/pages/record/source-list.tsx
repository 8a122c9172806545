/** The sources of a record in full: what was read of each, where, and how well it was reviewed. */
import { addressOf } from "#data/source-address.ts";
import { linkTo } from "#data/source-link.ts";
import { tierWords } from "#presentation/report/references.ts";
import { catalogue } from "#presentation/words/catalogue.ts";
import type { CohortRecord } from "../../answers/whole-dataset.ts";
import { Outward } from "../html/outward.tsx";

/** The page is in English only. */
const { dateWords, kindWords, months, unknown } = catalogue.record;

type LinkedSource = CohortRecord["sources"][number];

export function SourceList({ sources }: Pick<CohortRecord, "sources">) {
  return (
    <ol start={0}>
      {sources.map((source, index) => (
        <SourceItem key={source.citation} source={source} index={index} />
      ))}
    </ol>
  );
}

function SourceItem({ source, index }: { source: LinkedSource; index: number }) {
  const { citation, doi, pmid, seenAt, kind, tier, followUpMonths, dataCutoff } = source;
  const unlisted = doi === null && pmid === null;
  const standing = [
    `Tier ${tier} of 4, ${tierWords(tier, catalogue)}`,
    followUpMonths === null ? `follow-up ${unknown}` : `follow-up ${months(followUpMonths)}`,
    `data cut ${dataCutoff === null ? unknown : dateWords(dataCutoff)}`,
  ];
  return (
    <li id={`source-${index}`}>
      <p>{citation}</p>
      <p>{unlisted ? "No DOI or PubMed record in our data" : <Identifiers {...source} />}</p>
      <p class="quiet">
        Read: {kindWords[kind]}
        {seenAt !== null && (
          <>
            {/* The version that was read may be a copy, which is named only. */}
            {", at "}
            <Outward href={addressOf(source) === seenAt ? seenAt : null} text={seenAt} />
          </>
        )}
      </p>
      <p class="quiet">{standing.join(" · ")}</p>
    </li>
  );
}

function Identifiers({ doi, pmid }: LinkedSource) {
  return (
    <>
      {doi !== null && (
        <>
          DOI: <Outward href={linkTo({ doi, pmid: null })} text={doi} />
        </>
      )}
      {doi !== null && pmid !== null && " · "}
      {pmid !== null && (
        <>
          PubMed: <Outward href={linkTo({ doi: null, pmid })} text={pmid} />
        </>
      )}
    </>
  );
}
