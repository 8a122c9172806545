/**
 * Makes the page of one trial, to read and print: who took part in a few lines, a table of every figure with its source,
 * and what the sources lack.
 */
import { Fragment } from "preact";
import { dataset } from "#core/dataset.ts";
import { groupBy } from "#core/evidence/group-by.ts";
import { timings } from "#data/generated/timing.ts";
import { addressOf } from "#data/source-address.ts";
import { linkTo, registryLink } from "#data/source-link.ts";
import { recordStyles } from "#generated/styles.ts";
import { knownDiscrepancies } from "#presentation/views/known-discrepancies.ts";
import { classSingular } from "#presentation/words/class-names.ts";
import { listText } from "#presentation/words/counts.ts";
import { dateText } from "#presentation/words/dates.ts";
import { elementTexts } from "#presentation/words/element.ts";
import { figureTexts } from "#presentation/words/figures-in-print.ts";
import { outcomeIds, outcomeName } from "#presentation/words/outcome-names.ts";
import { valueName } from "#presentation/words/properties.ts";
import { requiredLines } from "#presentation/words/range-text.ts";
import { withCommas } from "#presentation/words/sentences.ts";
import { notFound, notReviewed, tierWords } from "#presentation/words/source-tier.ts";
import { NewTab } from "#widget/views/links.tsx";
import type { CohortRecord } from "../../answers/compute/whole-dataset.ts";
import { sitePage } from "../html/site-frame.tsx";
import {
  type Fact,
  Facts,
  Fold,
  Heading,
  Note,
  nameInFull,
  RecordLink,
  Section,
} from "../kit/kit.tsx";
import { SourcesSection } from "../kit/sources.tsx";
import { Times } from "../kit/times.tsx";
import { FigureTable } from "./figures.tsx";

export function recordPage(record: CohortRecord): string {
  return sitePage({
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
          <Reviewed record={record} /> {elementTexts.footer.audience}
        </Note>
        <Facts facts={listLeadingFacts(record)} />
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
      <a href={`/products/${product}`}>{nameInFull(product)}</a> · {classSingular[therapyClass]} ·{" "}
      {registry.length === 0
        ? `trial registration ${notFound}`
        : registry.map((number, index) => (
            <Fragment key={number}>
              {index > 0 && ", "}
              <NewTab href={registryLink(number)}>{number}</NewTab>
            </Fragment>
          ))}
    </p>
  );
}

function Reviewed({ record: { review } }: RecordProps) {
  if (review === null) return <strong>{notReviewed}</strong>;
  const { role, when, version, checked, isCurrent } = review;
  return (
    <>
      Reviewed by a {role} on {dateText(when)} in data version {version}: {checked.join("; ")}.{" "}
      {!isCurrent && <strong>Changed since.</strong>}
    </>
  );
}

const designs: Readonly<Record<CohortRecord["design"], string>> = {
  "single-arm": "one arm, nobody randomised",
  "dose-escalation": "dose escalation",
  "randomised-arm": "one arm of a randomised trial",
  retrospective: "looked back at records",
};

const settings: Readonly<Record<CohortRecord["setting"], string>> = {
  late: "late: 3 or more, or triple-class exposed",
  early: "early: 1 to 4",
  mixed: "patients of the late and of the early setting",
};

/** Lists what tells at once whether a trial resembles a patient; each fact is `null` if no source reports it. */
function listLeadingFacts(record: CohortRecord): Fact[] {
  const { baseline, evidence, phase, design, dose, followUpMonths, region } = record;
  const lines = formatSpread(baseline.medianPriorLines, baseline.priorLinesRange);
  return [
    [
      "Design",
      withCommas([
        evidence === "trial" ? "clinical trial" : "real-world study",
        evidence === "trial" && `phase ${phase ?? notFound}`,
        designs[design],
      ]),
    ],
    ["Patients", describePatients(record)],
    ["Treatment", `${describeRegimen(record)}; ${dose ?? `dose ${notFound}`}`],
    ["Prior lines", `${lines ?? `median ${notFound}`}; ${settings[record.setting]}`],
    ["Age, years", formatSpread(baseline.medianAge, baseline.ageRange)],
    ["Earlier BCMA-directed therapy", describeEarlierBcma(record)],
    ["Where", region && valueName("region", region)],
    ["Median follow-up", followUpMonths && `${followUpMonths} months`],
  ];
}

/** Counts the patients at each step, as in "254 randomised, 249 apheresed, 225 infused". */
function describePatients({ baseline, design, therapyClass, figures }: CohortRecord): string {
  const { n, leukapheresed } = baseline;
  const isRandomised = design === "randomised-arm";
  const isCarT = therapyClass === "car-t";
  const infusions = figures.filter(({ outcome }) => outcome === "infused");
  const infusion = infusions.find(({ cut }) => cut === "primary") ?? infusions[0];
  const infused = isRandomised ? (infusion?.events ?? null) : n;
  const count = (patients: number | null, what: string) =>
    patients === null ? `${what} ${notFound}` : `${patients} ${what}`;
  return withCommas([
    isRandomised && count(n, "randomised"),
    (isCarT || leukapheresed !== null) && count(leukapheresed, "apheresed"),
    (isCarT || !isRandomised) && count(infused, isCarT ? "infused" : "treated"),
  ]);
}

function describeRegimen({ regimen, regimenPartners }: CohortRecord): string {
  if (regimen === "monotherapy") return "given alone";
  if (regimenPartners === null) return "in combination";
  return `with ${listText(regimenPartners.map(nameInFull))}`;
}

const earlierBcma: Readonly<Record<CohortRecord["priorBcma"], string | null>> = {
  required: "patients were recruited after it",
  some: "some patients had it",
  none: "no patient had it",
  unknown: null,
};

function describeEarlierBcma({ priorBcma, baseline }: CohortRecord): string | null {
  const share = formatPercent(baseline.priorBcmaPercent);
  return [earlierBcma[priorBcma], share].filter((text) => text !== null).join(": ") || null;
}

const doses: Readonly<Record<CohortRecord["doses"], string>> = {
  recommended: "the dose that was taken forward",
  escalation: "several doses",
  other: "a dose that was not taken forward",
};

/** Lists the other facts about the patients, their treatment and the study. */
function listFurtherFacts(record: CohortRecord): Fact[] {
  const { baseline, construct, enrolment, admittedLines } = record;
  const { extramedullaryPercent, extramedullaryDefinition } = baseline;
  // Sources count different things as extramedullary disease.
  const extramedullary = [formatPercent(extramedullaryPercent), extramedullaryDefinition];
  const nameOf = (name: Parameters<typeof valueName>[0], value: string | null | undefined) =>
    value ? valueName(name, value) : null;
  return [
    ["High-risk cytogenetics", formatPercent(baseline.highRiskCytogeneticsPercent)],
    ["ISS stage III", formatPercent(baseline.issIIIPercent)],
    ["R-ISS stage III", formatPercent(baseline.rissIIIPercent)],
    ["Refractory to the last line", formatPercent(baseline.refractoryPercent)],
    ["Triple-class refractory", formatPercent(baseline.tripleClassRefractoryPercent)],
    ["Penta-refractory", formatPercent(baseline.pentaRefractoryPercent)],
    ["Earlier autologous transplant", formatPercent(baseline.priorAutoSctPercent)],
    [
      "Extramedullary disease",
      extramedullaryPercent === null ? null : extramedullary.filter(Boolean).join(": "),
    ],
    ["Who could take part", record.eligibility],
    ["Prior lines admitted", admittedLines && requiredLines(admittedLines)],
    ["Target", listText(record.targets.map((target) => valueName("target", target)))],
    ["Doses", doses[record.doses]],
    ...(record.therapyClass === "car-t" || construct !== null
      ? ([
          ["Cells", construct?.source ?? null],
          ["Binding domain", nameOf("binding-domain", construct?.bindingDomain)],
          ["Costimulation", nameOf("costimulation", construct?.costimulation)],
          ["Vector", nameOf("vector", construct?.vector)],
          ["Expansion of the cells", nameOf("expansion", construct?.expansion)],
          ["Lymphodepletion", nameOf("lymphodepletion", construct?.lymphodepletion)],
          ["Construct, as reported", construct?.detail ?? null],
        ] as const)
      : []),
    ["Where, as reported", record.regionDetail],
    ["Recruited", enrolment && describePeriod(enrolment)],
  ];
}

function formatPercent(percent: number | null): string | null {
  return percent === null ? null : figureTexts.percent(percent);
}

/** Returns text such as `median 61.5, range 27 to 78`; `null` if neither is known. */
function formatSpread(
  median: number | null,
  range: readonly [number, number] | null,
): string | null {
  if (median === null && range === null) return null;
  return `median ${median ?? notFound}, range ${range?.join(" to ") ?? notFound}`;
}

function describePeriod({ from, to }: NonNullable<CohortRecord["enrolment"]>): string | null {
  if (from === null) return to && `until ${dateText(to)}, start ${notFound}`;
  return to === null
    ? `from ${dateText(from)}, end ${notFound}`
    : `${dateText(from)} to ${dateText(to)}`;
}

/** Draws folded parts of the record, without those that are empty. */
function MoreOfRecord({ record }: RecordProps) {
  const { timing, overlaps } = record;
  // The list in the data also holds remarks, which are left out.
  const missing = record.missing.filter((name) => outcomeIds.includes(name)).map(outcomeName);
  return (
    <Section id="more" title="More">
      <Fold id="facts" title="Patients, treatment, study">
        <Facts facts={listFurtherFacts(record)} />
      </Fold>
      <Fold id="timing" title="How soon, how long" count={timing.length}>
        <Times
          lines={groupBy(timings[record.id] ?? [], ({ outcome }) => outcome).map((times) => ({
            name: times[0].outcome === null ? "Treatment" : outcomeName(times[0].outcome),
            times,
          }))}
        />
      </Fold>
      <Fold id="bias" title="Risk of bias">
        <Bias record={record} />
      </Fold>
      <Fold id="shared" title="Shared patients" count={overlaps.length}>
        <Overlaps record={record} />
      </Fold>
      <Fold id="missing" title="Looked for and not found" count={missing.length}>
        <p>{missing.join(" · ")}.</p>
      </Fold>
      <Facts
        facts={[
          ...(timing.length === 0 ? ["How soon, how long"] : []),
          ...(overlaps.length === 0 ? ["Patients shared with others"] : []),
        ].map((name) => [name, null])}
      />
    </Section>
  );
}
const statements = {
  consecutive: "Consecutive patients",
  independent: "Independent review of response or progression",
  lossBelow5: "Less than 5 % lost to follow-up",
} as const;

function Bias({ record }: RecordProps) {
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
              <NewTab href={linkTo(rating)}>{rating.citation}</NewTab> ({tierWords(rating.tier)}):{" "}
              {rating.locator}
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
          PubMed <NewTab href={linkTo({ doi: null, pmid })}>{pmid}</NewTab> ·{" "}
        </>
      )}
      Read: {kinds[kind]}
      {seenAt !== null && (
        <>
          , at {/* The version that was read may be a copy, which is named only. */}
          <NewTab href={addressOf(source) === seenAt ? seenAt : null}>{seenAt}</NewTab>
        </>
      )}
      {` · tier ${tier} of 4, ${tierWords(tier)}`}
      {` · follow-up ${followUpMonths === null ? notFound : `${followUpMonths} months`}`}
      {` · data cut ${dataCutoff === null ? notFound : dateText(dataCutoff)}`}
    </>
  );
}
