/**
 * The record of one cohort as a page to read and print: everything that the data report, and what
 * they do not.
 */
import type { ComponentChildren } from "preact";
import { computeSet } from "#data/generated/compute-set.ts";
import { dataVersion } from "#data/generated/data-version.ts";
import { registryLink } from "#data/source-link.ts";
import { kitStyles } from "#generated/styles.ts";
import {
  patientFacts,
  type Facts as RecordFacts,
  studyFacts,
  treatmentFacts,
} from "#presentation/statement/record/facts.ts";
import { recordTables } from "#presentation/statement/record/figures.ts";
import { catalogue } from "#presentation/words/catalogue.ts";
import { capitalised } from "#presentation/words/sentences.ts";
import { knownDiscrepancies } from "../../answers/known-discrepancies.ts";
import { outcomeIds, outcomeName } from "../../answers/outcome-names.ts";
import type { CohortRecord } from "../../answers/whole-dataset.ts";
import { sitePage } from "../html/site-frame.tsx";
import { Facts } from "../kit/facts.tsx";
import { Fold } from "../kit/fold.tsx";
import { Heading, Section } from "../kit/heading.tsx";
import { Note } from "../kit/note.tsx";
import { Items, Outward } from "../kit/text.tsx";
import { Figures } from "./figures.tsx";
import { Ratings, Sources, statedFacts, Times } from "./sources.tsx";

/** The page is in English only. */
const { classWords, overlapWords, unknown } = catalogue.record;
const { screen: en } = catalogue;

export function recordPage(record: CohortRecord): string {
  return sitePage({
    title: record.label,
    description: `Every figure of ${record.label} with its source. Evidence, not advice.`,
    styles: kitStyles,
    content: <Page {...record} />,
  });
}

type Part = readonly [id: string, title: string, content: ComponentChildren];

/** What is read first. */
function shownParts(record: CohortRecord): Part[] {
  const tables = recordTables(record).map(
    (table): Part => [table.id, table.title, <Figures key="all" table={table} record={record} />],
  );
  const own = knownDiscrepancies.filter(({ cohort }) => cohort === record.id);
  const lines = own.map(({ what, reason }) => `${what}: ${reason}`);
  return [
    ["patients", "Patients", <KnownFirst key="all" facts={patientFacts(record)} />],
    ...tables,
    ...(lines.length > 0
      ? [["discrepancies", "Known discrepancies", <Items key="all" items={lines} />] satisfies Part]
      : []),
  ];
}

function foldedParts(record: CohortRecord): Part[] {
  return [
    ["treatment", "Treatment", <KnownFirst key="all" facts={treatmentFacts(record)} />],
    ["timing", "How soon, how long", <Times key="all" {...record} />],
    ["study", "Study", <KnownFirst key="all" facts={studyFacts(record)} />],
    ["bias", "Risk of bias", <Bias key="all" {...record} />],
    ["shared", "Shared patients", <Overlaps key="all" {...record} />],
    ["missing", "Not found", <Missing key="all" {...record} />],
    ["record", "This record", <Origin key="all" {...record} />],
  ];
}

function Page(record: CohortRecord) {
  return (
    <main class="page text record">
      <Heading
        title={record.label}
        group={record.therapyClass}
        above="Record of one group of patients of a trial or study"
      >
        <p>
          <Identity {...record} />
        </p>
        <Note>
          <Reviewed review={record.review} /> {en.footer.audience}
        </Note>
      </Heading>
      {shownParts(record).map(([id, title, content]) => (
        <Section key={id} id={id} title={title}>
          {content}
        </Section>
      ))}
      <Section id="more" title="More">
        {foldedParts(record).map(([id, title, content]) => (
          <Fold key={id} id={id} title={title}>
            {content}
          </Fold>
        ))}
      </Section>
      <Section id="sources" title="Sources">
        <Sources {...record} />
        <p class="quiet">
          The same as data (JSON):{" "}
          <a href={`/v1/cohorts/${record.id}.json`}>{`/v1/cohorts/${record.id}.json`}</a>
        </p>
      </Section>
    </main>
  );
}

/** Product, class and registrations in one line. */
function Identity({ product, therapyClass, registry }: CohortRecord) {
  const name = computeSet.products.find(({ slug }) => slug === product)?.name ?? product;
  return (
    <>
      <a href={`/products/${product}`}>{name}</a> · {classWords[therapyClass]} ·{" "}
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

/**
 * Unknown facts are listed together at the end, because many gaps in between would hide what is
 * known.
 */
function KnownFirst({ facts }: { facts: RecordFacts }) {
  const known = Object.entries(facts).filter(([, value]) => value !== null);
  const gaps = Object.keys(facts).filter((label) => facts[label] === null);
  const together: typeof known = gaps.length > 0 ? [[capitalised(unknown), gaps.join(" · ")]] : [];
  return <Facts facts={[...known, ...together]} />;
}

function Bias({ riskOfBias }: CohortRecord) {
  return (
    <>
      <Ratings ratings={riskOfBias.ratings} />
      <p>As its sources state:</p>
      <KnownFirst facts={statedFacts(riskOfBias)} />
    </>
  );
}

function Overlaps({ overlaps }: Pick<CohortRecord, "overlaps">) {
  if (overlaps.length === 0) return <p>None that our sources name.</p>;
  return (
    <ul>
      {overlaps.map(({ with: other, kind, reason }) => (
        <li key={other}>
          <a href={`/v1/cohorts/${other}`}>
            {computeSet.cohorts.find(({ id }) => id === other)?.label ?? other}
          </a>
          : {overlapWords[kind]} ({reason})
        </li>
      ))}
    </ul>
  );
}

function Missing({ missing }: Pick<CohortRecord, "missing">) {
  const names = missing.filter((one) => outcomeIds.includes(one)).map(outcomeName);
  if (names.length === 0) return <p>Nothing is listed.</p>;
  return <p>Looked for and not found: {names.join(" · ")}.</p>;
}

function Origin({ review: own }: Pick<CohortRecord, "review">) {
  const { review } = computeSet;
  return (
    <>
      <p>{review.statement}</p>
      {own && (
        <>
          <p>
            Reviewed on {en.date(own.when)} in data version {own.version}:
          </p>
          <Items items={own.checked} />
        </>
      )}
      <p>
        Data version {dataVersion}; approvals as of {en.date(review.dataDate)}.
      </p>
    </>
  );
}
