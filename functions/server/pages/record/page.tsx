/**
 * The record of one cohort as a page to read and print: everything that the data report, and what
 * they do not.
 */

import { dataset } from "#core/dataset.ts";
import { registryLink } from "#data/source-link.ts";
import { recordStyles } from "#generated/styles.ts";
import { catalogue } from "#presentation/words/catalogue.ts";
import { capitalised } from "#presentation/words/sentences.ts";
import type { CohortRecord } from "../../answers/cohort-record.ts";
import { outcomeName } from "../../answers/outcome-names.ts";
import { Outward } from "../html/outward.tsx";
import { sitePage } from "../html/site-frame.tsx";
import { type Fact, patientFacts, studyFacts, treatmentFacts } from "./facts.ts";
import { CountTables, LandmarkTable, MedianTable } from "./figures.tsx";
import { minorsFacts, Ratings } from "./risk-of-bias.tsx";
import { Remark, SourceLink, type Sources } from "./source-links.tsx";
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

const contents = [
  ["patients", "Patients"],
  ["treatment", "Treatment"],
  ["study", "Study"],
  ["bias", "Risk of bias"],
  ["counts", "Outcomes"],
  ["landmarks", "Survival at a month"],
  ["medians", "Medians"],
  ["timing", "How soon, how long"],
  ["shared", "Shared patients"],
  ["missing", "Not found"],
  ["notes", "Notes"],
  ["sources", "Sources"],
  ["record", "This record"],
] as const;

type Part = (typeof contents)[number][0];

function Page(record: CohortRecord) {
  const { id, label, missing, notes, sources, overlaps } = record;
  const tiers = sources.map(({ tier }) => tier);
  return (
    <main class="page text record">
      <header>
        <p class="quiet">Record of one cohort</p>
        <h1>{label}</h1>
        <p>
          <Identity {...record} />
        </p>
        <p class="review">
          <Reviewed review={record.review} /> {en.footer.audience}
        </p>
      </header>
      <nav aria-label="On this page">
        <ul>
          {contents.map(([part, text]) => (
            <li key={part}>
              <a href={`#${part}`}>{text}</a>
            </li>
          ))}
        </ul>
      </nav>
      <section>
        <Heading part="patients" />
        <Facts facts={patientFacts(record)} />
      </section>
      <section>
        <Heading part="treatment" />
        <Facts facts={treatmentFacts(record)} />
      </section>
      <section>
        <Heading part="study" />
        <Facts facts={studyFacts(record)} />
      </section>
      <section>
        <Heading part="bias" />
        <Ratings ratings={record.riskOfBias.ratings} />
        <p>
          What this record answers of MINORS, the index for non-randomised studies:{" "}
          <strong>our reading, not reviewed</strong>. Not a score: of its eight items for studies
          without a comparison group, aim, choice of end points and calculation of the size are not
          asked.
        </p>
        <Facts facts={minorsFacts(record)} />
      </section>
      <section>
        <Heading part="counts" />
        <CountTables figures={record.figures} tiers={tiers} />
      </section>
      <section>
        <Heading part="landmarks" />
        <LandmarkTable landmarks={record.landmarks} tiers={tiers} />
      </section>
      <section>
        <Heading part="medians" />
        <MedianTable medians={record.medians} tiers={tiers} />
      </section>
      <section>
        <Heading part="timing" />
        <Times timing={record.timing} tiers={tiers} />
      </section>
      <section>
        <Heading part="shared" />
        <Overlaps overlaps={overlaps} />
      </section>
      <section>
        <Heading part="missing" />
        {missing.length === 0 ? (
          <p>Nothing is listed.</p>
        ) : (
          <>
            <p>Looked for and not found:</p>
            <ul>
              {missing.map((one) => (
                <li key={one}>
                  <Remark text={outcomeName(one)} tiers={tiers} />
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
      <section>
        <Heading part="notes" />
        <p>{notes === null ? "None." : <Remark text={notes} tiers={tiers} />}</p>
      </section>
      <section>
        <Heading part="sources" />
        <p>
          Numbered from 0, as definitions, places and notes above count them. A DOI or PubMed number
          is that of the paper a figure comes from, also where news of it was read.
        </p>
        <SourceList sources={sources} />
      </section>
      <section>
        <Heading part="record" />
        <p>{dataset.review.statement}</p>
        {record.review && (
          <>
            <p>
              Reviewed on {en.date(record.review.when)} in data version {record.review.version}:
            </p>
            <ul>
              {record.review.checked.map((what) => (
                <li key={what}>{what}</li>
              ))}
            </ul>
          </>
        )}
        <p>
          Evidence collected until {en.date(dataset.review.dataDate)}. Data version{" "}
          {dataset.dataVersion}.
        </p>
        <p>
          The same as data (JSON): <a href={`/v1/cohorts/${id}.json`}>{`/v1/cohorts/${id}.json`}</a>
        </p>
        <p>
          The label of the product, with its sources (JSON):{" "}
          <a href={`/v1/products/${record.product}`}>{`/v1/products/${record.product}`}</a>
        </p>
      </section>
    </main>
  );
}

/** Who reviewed this cohort; what changed afterwards was reviewed by nobody. */
function Reviewed({ review }: Pick<CohortRecord, "review">) {
  if (review === null) return <strong>{en.footer.notReviewed}</strong>;
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

function Heading({ part }: { part: Part }) {
  return <h2 id={part}>{contents.find(([one]) => one === part)?.[1]}</h2>;
}

/**
 * Unknown facts are listed together at the end, because many gaps in between would hide what is
 * known.
 */
function Facts({ facts }: { facts: readonly Fact[] }) {
  const gaps = facts.filter(({ value }) => value === null).map(({ label }) => label);
  return (
    <dl>
      {facts.map(({ label, value }) =>
        value === null ? null : (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
      {gaps.length > 0 && (
        <div>
          <dt>{capitalised(unknown)}</dt>
          <dd>{gaps.join(" · ")}</dd>
        </div>
      )}
    </dl>
  );
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

function Times({ timing, tiers }: Sources & Pick<CohortRecord, "timing">) {
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
