/**
 * Makes the page of one trial, to read and print: who took part in a few lines, a table of every figure with its source,
 * and what the sources lack.
 */
import { dataset } from "#core/dataset.ts";
import { timings } from "#data/generated/timing.ts";
import { groupBy } from "#data/lists-and-objects.ts";
import {
  findSourceAddress,
  linkToRegistryRecord,
  linkToSourceRecord,
} from "#data/source-address.ts";
import { recordStyles } from "#generated/styles.ts";
import { listTimingSources } from "#presentation/row/timing-of-row.ts";
import { knownDiscrepancies } from "#presentation/views/known-discrepancies.ts";
import { describePrintedTime, formatDate } from "#presentation/words/dates-and-times.ts";
import { elementTexts } from "#presentation/words/element.ts";
import { classSingular, describeSourceTier, unreported } from "#presentation/words/names.ts";
import { nameOutcomeWithDetail, outcomeIds } from "#presentation/words/outcome-names.ts";
import { describeSignature, notReviewed } from "#presentation/words/review.ts";
import { capitalise } from "#presentation/words/sentences.ts";
import { linkedSurface } from "#widget/row/surface.tsx";
import { NewTab } from "#widget/views/links.tsx";
import type { CohortRecord } from "../../answers/compute/whole-dataset.ts";
import { renderSitePage } from "../html/site-frame.tsx";
import {
  type Fact,
  Facts,
  Fold,
  Folds,
  Heading,
  joinNodes,
  Note,
  RecordLink,
  ReviewNotice,
  Section,
  spellOutProductName,
} from "../kit/kit.tsx";
import { SourcesSection } from "../kit/sources.tsx";
import { listFurtherRecordFacts, listLeadingRecordFacts } from "./facts.ts";
import { FigureTable } from "./figures.tsx";

export function renderRecordPage(record: CohortRecord): string {
  return renderSitePage({
    title: record.label,
    description: `Every figure of ${record.label} with its source. Evidence, not advice.`,
    styles: recordStyles,
    content: <RecordMain record={record} />,
  });
}

interface RecordProps {
  record: CohortRecord;
}

function RecordMain({ record }: RecordProps) {
  const discrepancies = knownDiscrepancies.filter(({ cohort }) => cohort === record.id);
  return (
    <main class="page text">
      <Heading title={record.label} group={record.therapyClass}>
        <RecordIdentity record={record} />
        <Note>
          <ReviewNotice>{describeSignature(record.review) || notReviewed}</ReviewNotice>
          {elementTexts.footer.audience}
        </Note>
        <Facts facts={listLeadingRecordFacts(record)} />
      </Heading>
      <Section id="figures" title="Every figure">
        <FigureTable record={record} />
      </Section>
      <div class="beside">
        {discrepancies.length > 0 && (
          <Section id="discrepancies" title="Known discrepancies">
            <ul class="facts">
              {discrepancies.map(({ figure, reason }) => (
                <li key={figure}>
                  {figure}: {reason}
                </li>
              ))}
            </ul>
          </Section>
        )}
        <MoreOfRecord record={record} />
        <SourcesSection
          title="Sources"
          sources={record.sources.map((source) => ({
            name: <NewTab href={source.href}>{source.citation}</NewTab>,
            basis: <RecordBasis source={source} />,
          }))}
          json={`/v1/cohorts/${record.id}.json`}
        />
      </div>
    </main>
  );
}

function RecordIdentity({ record: { product, therapyClass, registry } }: RecordProps) {
  return (
    <p>
      <a href={`/products/${product}`}>{spellOutProductName(product)}</a> ·{" "}
      {classSingular[therapyClass]} ·{" "}
      {registry.length === 0
        ? `trial registration ${unreported}`
        : joinNodes(
            registry.map((number) => (
              <NewTab key={number} href={linkToRegistryRecord(number)}>
                {number}
              </NewTab>
            )),
            ", ",
          )}
    </p>
  );
}

function MoreOfRecord({ record }: RecordProps) {
  const { timing, overlaps } = record;
  // The list in the data also holds remarks, which are left out.
  const missing = record.missing
    .filter((name) => outcomeIds.includes(name))
    .map(nameOutcomeWithDetail);
  return (
    <Section id="more" title="More">
      <Fold id="facts" title="Patients, treatment, study">
        <Facts facts={listFurtherRecordFacts(record)} />
      </Fold>
      <Fold id="bias" title="Risk of bias">
        <RiskOfBiasRatings record={record} />
      </Fold>
      <Fold id="missing" title="Looked for and not reported" count={missing.length}>
        <p>{missing.join(" · ")}.</p>
      </Fold>
      <Folds
        parts={[
          {
            id: "timing",
            title: "How soon, how long",
            count: timing.length,
            children: <RecordTimes record={record} />,
          },
          {
            id: "shared",
            title: "Patients shared with others",
            count: overlaps.length,
            children: <Overlaps record={record} />,
          },
        ]}
      />
    </Section>
  );
}

function RecordTimes({ record }: RecordProps) {
  return (
    <Facts
      facts={groupBy(timings[record.id] ?? [], ({ outcome }) => outcome).map(
        (times): Fact => [
          times[0].outcome === null ? "Treatment" : nameOutcomeWithDetail(times[0].outcome),
          <>
            {capitalise(times.map(describePrintedTime).join("; "))}
            <small>
              <linkedSurface.Sources of={listTimingSources(times)} />
            </small>
          </>,
        ],
      )}
    />
  );
}

const statements = {
  consecutive: "Consecutive patients",
  independent: "Independent review of response or progression",
  lossBelow5: "Less than 5 % lost to follow-up",
} as const;

function RiskOfBiasRatings({ record }: RecordProps) {
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
              <NewTab href={linkToSourceRecord(rating)}>{rating.citation}</NewTab> (
              {describeSourceTier(rating.tier)}): {rating.locator}
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

function Overlaps({ record: { overlaps } }: RecordProps) {
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

const kinds: Readonly<Record<CohortRecord["sources"][number]["kind"], string>> = {
  abstract: "the abstract",
  "full-text": "the full text",
  congress: "a congress contribution",
  label: "a label",
  news: "news",
  press: "a company’s release or page",
  registry: "results in a trial registry",
  review: "a review",
};

/** States what was read of a source and how well it was reviewed. */
function RecordBasis({ source }: { source: CohortRecord["sources"][number] }) {
  const { doi, pmid, seenAt, kind, tier, followUpMonths, dataCutoff } = source;
  return (
    <>
      {doi && `DOI ${doi} · `}
      {pmid && (
        <>
          PubMed <NewTab href={linkToSourceRecord({ doi: null, pmid })}>{pmid}</NewTab> ·{" "}
        </>
      )}
      Read: {kinds[kind]}
      {seenAt !== null && (
        <>
          , at {/* If a copy was read, its address is printed without a link. */}
          <NewTab href={findSourceAddress(source) === seenAt ? seenAt : null}>{seenAt}</NewTab>
        </>
      )}
      {` · tier ${tier} of 4, ${describeSourceTier(tier)}`}
      {` · follow-up ${followUpMonths === null ? unreported : `${followUpMonths} months`}`}
      {` · data cut ${dataCutoff === null ? unreported : formatDate(dataCutoff)}`}
    </>
  );
}
