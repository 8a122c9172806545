/**
 * The record of one cohort as a page to read and print: everything that the data report, and what
 * they do not.
 */
import type { FunctionComponent } from "preact";
import { dataset } from "#core/dataset.ts";
import { registryLink } from "#data/source-link.ts";
import { recordStyles } from "#generated/styles.ts";
import { catalogue } from "#presentation/words/catalogue.ts";
import { capitalised } from "#presentation/words/sentences.ts";
import { outcomeName } from "../../answers/outcome-names.ts";
import type { CohortRecord } from "../../answers/whole-dataset.ts";
import { Outward } from "../html/outward.tsx";
import { Items, OnThisPage, Terms } from "../html/parts.tsx";
import { sitePage } from "../html/site-frame.tsx";
import { type Facts, patientFacts, studyFacts, treatmentFacts } from "./facts.ts";
import { CountTables, LandmarkTable, MedianTable } from "./figures.tsx";
import { Ratings, statedFacts } from "./risk-of-bias.tsx";
import { type Sources as Cited, SourceLink } from "./source-links.tsx";
import { SourceList } from "./source-list.tsx";

/** The page is in English only. */
const { classWords, overlapWords, unknown } = catalogue.record;
const { screen: en } = catalogue;

export function recordPage(record: CohortRecord): string {
  return sitePage({
    title: record.label,
    description: `Every figure of ${record.label} with its source. Evidence, not advice.`,
    styles: recordStyles,
    content: <Page {...record} />,
  });
}

/** A record with the tier of each of its sources. */
type Shown = CohortRecord & Cited;

/** The parts of the page, in their order. */
const parts: readonly (readonly [id: string, title: string, Content: FunctionComponent<Shown>])[] =
  [
    ["patients", "Patients", (record) => <KnownFirst facts={patientFacts(record)} />],
    ["treatment", "Treatment", (record) => <KnownFirst facts={treatmentFacts(record)} />],
    ["study", "Study", (record) => <KnownFirst facts={studyFacts(record)} />],
    ["bias", "Risk of bias", Bias],
    ["counts", "Outcomes", CountTables],
    ["landmarks", "Survival at a month", LandmarkTable],
    ["medians", "Medians", MedianTable],
    ["timing", "How soon, how long", Times],
    ["shared", "Shared patients", Overlaps],
    ["missing", "Not found", Missing],
    ["sources", "Sources", Sources],
    ["record", "This record", Origin],
  ];

function Page(record: CohortRecord) {
  const tiers = record.sources.map(({ tier }) => tier);
  return (
    <main class="page text record">
      <header>
        <p class="quiet">Record of one group of patients of a trial or study</p>
        <h1>{record.label}</h1>
        <p>
          <Identity {...record} />
        </p>
        <p class="review">
          <Reviewed review={record.review} /> {en.footer.audience}
        </p>
      </header>
      <OnThisPage parts={parts} />
      {parts.map(([id, title, Content]) => (
        <section key={id}>
          <h2 id={id}>{title}</h2>
          <Content {...record} tiers={tiers} />
        </section>
      ))}
    </main>
  );
}

function Bias(record: CohortRecord) {
  return (
    <>
      <Ratings ratings={record.riskOfBias.ratings} />
      <p>As its sources state:</p>
      <KnownFirst facts={statedFacts(record.riskOfBias)} />
    </>
  );
}

function Missing({ missing }: Pick<CohortRecord, "missing">) {
  if (missing.length === 0) return <p>Nothing is listed.</p>;
  return (
    <>
      <p>Looked for and not found:</p>
      <ul>
        {missing.map((outcome) => (
          <li key={outcome}>{outcomeName(outcome)}</li>
        ))}
      </ul>
    </>
  );
}

function Sources({ sources }: CohortRecord) {
  return (
    <>
      <p>
        Numbered from 0, as definitions and places above count them. A DOI or PubMed number is that
        of the paper a figure comes from, also where news of it was read.
      </p>
      <SourceList sources={sources} />
    </>
  );
}

function Origin({ id, product, review }: CohortRecord) {
  return (
    <>
      <p>{dataset.review.statement}</p>
      {review && (
        <>
          <p>
            Reviewed on {en.date(review.when)} in data version {review.version}:
          </p>
          <Items items={review.checked} />
        </>
      )}
      <p>
        Data version {dataset.dataVersion}; approvals as of {en.date(dataset.review.dataDate)}.
      </p>
      <p>
        The same as data (JSON): <a href={`/v1/cohorts/${id}.json`}>{`/v1/cohorts/${id}.json`}</a>
      </p>
      <p>
        The label of the product, with its sources (JSON):{" "}
        <a href={`/v1/products/${product}`}>{`/v1/products/${product}`}</a>
      </p>
    </>
  );
}

/** Who reviewed this cohort; what changed afterwards was reviewed by nobody. */
function Reviewed({ review }: Pick<CohortRecord, "review">) {
  if (review === null) return <strong>{en.notReviewed}</strong>;
  const { role, when, isCurrent } = review;
  return (
    <>
      Reviewed by a {role} on {en.date(when)}.{!isCurrent && <strong> Changed since.</strong>}
    </>
  );
}

/** Product, class and registrations in one line. */
function Identity({ product, therapyClass, registry }: CohortRecord) {
  const name = dataset.products.find(({ slug }) => slug === product)?.name ?? product;
  return (
    <>
      {name} · {classWords[therapyClass]} ·{" "}
      {registry.length === 0 && `trial registration ${unknown}`}
      {registry.map((number, index) => (
        <span key={number}>
          {index > 0 && ", "}
          <Outward href={registryLink(number)} text={number} />
        </span>
      ))}
    </>
  );
}

/**
 * Unknown facts are listed together at the end, because many gaps in between would hide what is
 * known.
 */
function KnownFirst({ facts }: { facts: Facts }) {
  const known = Object.entries(facts).filter(([, value]) => value !== null);
  const gaps = Object.keys(facts).filter((label) => facts[label] === null);
  const together: typeof known = gaps.length > 0 ? [[capitalised(unknown), gaps.join(" · ")]] : [];
  return <Terms terms={[...known, ...together]} />;
}

function Overlaps({ overlaps }: Pick<CohortRecord, "overlaps">) {
  if (overlaps.length === 0) return <p>None that our sources name.</p>;
  return (
    <ul>
      {overlaps.map(({ with: other, kind, reason }) => (
        <li key={other}>
          <a href={`/v1/cohorts/${other}`}>
            {dataset.cohorts.find(({ id }) => id === other)?.label ?? other}
          </a>
          : {overlapWords[kind]} ({reason})
        </li>
      ))}
    </ul>
  );
}

/** The page is in English only. */
const { timing: words } = catalogue.report;

function Times({ timing, tiers }: Cited & Pick<CohortRecord, "timing">) {
  if (timing.length === 0) return <p>No such time in our sources.</p>;
  return (
    <ul>
      {timing.map((time) => (
        <li key={JSON.stringify([time.what, time.outcome, time.definition])}>
          {time.outcome !== null && `${outcomeName(time.outcome)}: `}
          {words.time(time)} (<SourceLink index={time.source} tiers={tiers} />: {time.locator})
        </li>
      ))}
    </ul>
  );
}
