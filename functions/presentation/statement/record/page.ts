/** The record of one cohort: everything that the data report of it, and what they do not. */
import { dataset } from "#core/dataset.ts";
import type { StatedReview } from "#data/schema.ts";
import { addressOf } from "#data/source-address.ts";
import { linkTo, registryLink } from "#data/source-link.ts";
import { timing as timingWords } from "#words/timing.ts";
import {
  above,
  type Block,
  folded,
  joined,
  type Line,
  line,
  type Piece,
  paragraph,
  plainList,
  type Section,
  type Words,
} from "../../document/document.ts";
import type { PageSource, TextPage } from "../../document/text-page.ts";
import { catalogue } from "../../words/catalogue.ts";
import { dateText } from "../../words/dates.ts";
import { capitalised } from "../../words/sentences.ts";
import { outcomeIds, outcomeName } from "../outcome-names.ts";
import { tierWords } from "../source-tier.ts";
import type { RecordedCohort } from "./cohort.ts";
import { type Facts, patientFacts, studyFacts, treatmentFacts } from "./facts.ts";
import { figureSections, sourceLink } from "./figures.ts";
import { knownDiscrepancies } from "./known-discrepancies.ts";

/** The page is in English only. */
const {
  classWords,
  dateWords,
  kindWords,
  months,
  overlapWords,
  page: words,
  unknown,
} = catalogue.record;
const { screen: en } = catalogue;
const { parts } = words;

interface Reviewed {
  /** What changed after it was reviewed by nobody. */
  readonly review: StatedReview | null;
}

export function recordPage(record: RecordedCohort & Reviewed): TextPage {
  return {
    title: record.label,
    description: words.description(record.label),
    group: record.therapyClass,
    above: words.above,
    identity: [identity(record)],
    note: [...reviewed(record), ` ${en.footer.audience}`],
    sections: [
      { id: "patients", title: parts.patients, blocks: factsOf(patientFacts(record)) },
      ...figureSections(record),
      ...discrepancies(record),
      {
        id: "more",
        title: parts.more,
        blocks: [
          ...folded("treatment", parts.treatment, factsOf(treatmentFacts(record))),
          ...folded("timing", parts.timing, times(record)),
          ...folded("study", parts.study, factsOf(studyFacts(record))),
          ...folded("bias", parts.bias, bias(record)),
          ...folded("shared", parts.shared, shared(record)),
          ...folded("missing", parts.missing, missing(record)),
          ...folded("record", parts.record, origin(record)),
        ],
      },
    ],
    sources: { title: parts.sources, from: 0, list: record.sources.map(sourceOf) },
    json: `/v1/cohorts/${record.id}.json`,
  };
}

/** What its sources print that does not fit what else is printed. */
function discrepancies({ id }: RecordedCohort): Section[] {
  const own = knownDiscrepancies.filter(({ cohort }) => cohort === id);
  if (own.length === 0) return [];
  const lines = own.map(({ what, reason }) => `${what}: ${reason}`);
  return [{ id: "discrepancies", title: parts.discrepancies, blocks: plainList(lines) }];
}

function identity({ product, therapyClass, registry }: RecordedCohort): Words {
  const name = dataset.products.find(({ slug }) => slug === product)?.name ?? product;
  const numbers = registry.map((number) => ({ text: number, href: registryLink(number) }));
  return [
    { text: name, href: `/products/${product}` },
    ` · ${classWords[therapyClass]} · `,
    ...(numbers.length === 0 ? [words.noRegistration] : joined(numbers, ", ")),
  ];
}

function reviewed({ review }: Reviewed): Piece[] {
  if (review === null) return [{ text: en.notReviewed, mark: "strong" }];
  const said = words.reviewed(review.role, dateText(review.when));
  return review.isCurrent ? [said] : [said, " ", { text: words.changedSince, mark: "strong" }];
}

/** What is not known is listed together at the end: many gaps in between would hide what is. */
function factsOf(facts: Facts): Block[] {
  const known = Object.entries(facts).flatMap(([name, value]) =>
    value === null ? [] : [[name, value] as const],
  );
  const gaps = Object.keys(facts).filter((name) => facts[name] === null);
  const together = gaps.length > 0 ? [[capitalised(unknown), gaps.join(" · ")] as const] : [];
  return [{ kind: "facts", facts: [...known, ...together] }];
}

function times(record: RecordedCohort): Block[] {
  const lines = record.timing.map(
    (time): Line =>
      line([
        `${time.outcome === null ? "" : `${outcomeName(time.outcome)}: `}${timingWords.time(time)} (`,
        ...sourceLink(time.source, record),
        `: ${time.locator})`,
      ]),
  );
  return lines.length === 0 ? paragraph(words.noTime) : plainList(lines);
}

function bias({ riskOfBias: { ratings, stated } }: RecordedCohort): Block[] {
  const lines = ratings.map((one): Line => {
    const { tool, version, result, ofAllStudies, domains, citation, tier, locator } = one;
    const by = domains?.map(({ domain, judgement }) => `; ${domain}: ${judgement}`) ?? [];
    const said = [
      version === null ? tool : `${tool} (${version})`,
      `: ${result}${ofAllStudies ? words.ofAllStudies : ""}`,
      ...by,
    ].join("");
    const read = line([
      { text: citation, href: linkTo(one) },
      ` (${tierWords(tier, catalogue)}): ${locator}`,
    ]);
    return above(said, read);
  });
  const names = Object.keys(words.statedNames) as (keyof typeof words.statedNames)[];
  const facts = names.map((name) => {
    const said = stated[name];
    const value = said && `${said.answer} (${said.citation}: ${said.locator})`;
    return [words.statedNames[name], value] as const;
  });
  return [
    ...paragraph(lines.length === 0 ? words.notRated : words.rated),
    ...plainList(lines),
    ...paragraph(words.stated),
    ...factsOf(Object.fromEntries(facts)),
  ];
}

function shared({ overlaps }: RecordedCohort): Block[] {
  if (overlaps.length === 0) return paragraph(words.noOverlap);
  const lines = overlaps.map(({ with: other, kind, reason }) =>
    line([
      {
        text: dataset.cohorts.find(({ id }) => id === other)?.label ?? other,
        href: `/v1/cohorts/${other}`,
      },
      `: ${overlapWords[kind]} (${reason})`,
    ]),
  );
  return plainList(lines);
}

function missing(record: RecordedCohort): Block[] {
  // Whoever collected wrote remarks among the names of outcomes.
  const names = record.missing.filter((one) => outcomeIds.includes(one)).map(outcomeName);
  return paragraph(names.length === 0 ? words.nothingMissing : words.missing(names));
}

function origin({ review: own }: Reviewed): Block[] {
  const { review, dataVersion } = dataset;
  return [
    ...paragraph(review.statement),
    ...(own === null
      ? []
      : [
          ...paragraph(words.reviewedIn(dateText(own.when), own.version)),
          ...plainList(own.checked),
        ]),
    ...paragraph(words.origin(dataVersion, dateText(review.dataDate))),
  ];
}

function sourceOf(source: RecordedCohort["sources"][number]): PageSource {
  const { citation, doi, pmid, seenAt, kind, tier, followUpMonths, dataCutoff } = source;
  const standing = [
    `tier ${tier} of 4, ${tierWords(tier, catalogue)}`,
    followUpMonths === null ? `follow-up ${unknown}` : `follow-up ${months(followUpMonths)}`,
    `data cut ${dataCutoff === null ? unknown : dateWords(dataCutoff)}`,
  ];
  return {
    words: citation,
    basis: [
      ...(doi === null ? [] : ["DOI: ", { text: doi, href: linkTo({ doi, pmid: null }) }, " "]),
      ...(pmid === null
        ? []
        : ["PubMed: ", { text: pmid, href: linkTo({ doi: null, pmid }) }, " "]),
      ...(doi === null && pmid === null ? [words.unlisted] : []),
      words.read(kindWords[kind]),
      // The version that was read may be a copy, which is named only.
      ...(seenAt === null
        ? []
        : [", at ", { text: seenAt, href: addressOf(source) === seenAt ? seenAt : null }]),
      ` · ${standing.join(" · ")}`,
    ],
  };
}
