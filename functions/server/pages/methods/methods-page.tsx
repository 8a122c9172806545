/**
 * Makes `/methods`: rules and numbers of the core, the contents of the data, how published meta-analyses searched, and
 * the values that a page of answers repeats.
 */
import { dataset } from "#core/dataset.ts";
import { parseQueryTextOrThrow } from "#core/question/parse-query.ts";
import { collections } from "#data/generated/collections.ts";
import type { Published } from "#data/schema.ts";
import { formatDate } from "#presentation/words/dates-and-times.ts";
import { elementTexts } from "#presentation/words/element.ts";
import { unreported } from "#presentation/words/names.ts";
import { formatPlainNumber } from "#presentation/words/numbers.ts";
import { namePublication } from "#presentation/words/published-beside-ours.ts";
import {
  capitalise,
  formatCountWithNoun,
  joinBySemicolons,
  joinBySpaces,
} from "#presentation/words/sentences.ts";
import { addAnalyses, answerClassesInFull } from "../../answers/compute/full-answer.ts";
import { type CohortRecord, listCohortRecords } from "../../answers/compute/whole-dataset.ts";
import { Note, ReviewNotice } from "../kit/kit.tsx";
import { type ReadFile, renderMarkdownDocuments } from "../markdown-page.tsx";
import { listFigureTableParts, makeCutIdPart, makeFigureId } from "../record/figures.tsx";
import {
  makePriorTableTexts,
  makeRuleNumberTexts,
  renderAnalysesTable,
  renderAnalysisResultsTable,
} from "./analyses-tables.ts";
import { makeAgreementAndSearchTexts, makeDataCountTexts, renderMarkdownTable } from "./tables.ts";

export function renderDocuments(read: ReadFile): Record<string, string> {
  const answer = addAnalyses(answerClassesInFull(parseQueryTextOrThrow("", dataset)));
  return renderMarkdownDocuments({
    read,
    name: "methods",
    description:
      "How the numbers are made: rules, model, analyses, agreement with published pools, search, limits.",
    live: {
      ...makeRuleNumberTexts(),
      ...makeDataCountTexts(answer),
      ...makeAgreementAndSearchTexts(),
      ...makePublishedTableTexts(),
      ...makePriorTableTexts(),
      analysesTable: renderAnalysesTable(),
      foundTable: renderAnalysisResultsTable(answer),
    },
    children: (
      <Note>
        <ReviewNotice />
        {elementTexts.footer.audience}
      </Note>
    ),
  });
}

type Claim = NonNullable<Published["claims"]>[number];
type Pointer = Claim["at"][number];

const { published } = collections;
const isPublicationRecomputedHere = ({ set }: Published) => set !== null;
const isPublicationWithoutSetOrClaims = ({ set, claims }: Published) =>
  set === null && claims === undefined;

function makePublishedTableTexts() {
  const others = published.filter(isPublicationWithoutSetOrClaims);
  const withEnd = others.filter(({ searchedTo }) => searchedTo !== null);
  return {
    theirSearches: published
      .filter(isPublicationRecomputedHere)
      .map(describePublicationMethods)
      .join("\n"),
    others: `${others.length}`,
    theirEnds: withEnd
      .map((entry) => `${namePublication(entry)} (${formatDate(entry.searchedTo ?? "")})`)
      .join(", "),
    claimsFrom: published.flatMap(({ claims, citation }) => (claims ? citation : [])).join("; "),
    claims: renderMarkdownTable(["It says", "There", "Here"], published.flatMap(listClaimRows)),
  };
}

function describePublicationMethods(publication: Published): string {
  const { searchedTo, methods, flow, riskOfBias, k } = publication;
  const kept = flow?.studies ?? k?.studies ?? null;
  const facts: readonly (readonly [name: string, value: string | null])[] = [
    ["PROSPERO", methods?.registered ?? null],
    ["searched", methods?.searched.join(", ") ?? null],
    ["up to", searchedTo && formatDate(searchedTo)],
    ["records found", formatWholeNumberIfKnown(flow?.identified)],
    ["records screened", formatWholeNumberIfKnown(flow?.screened)],
    ["publications kept", formatWholeNumberIfKnown(flow?.publications)],
    ["studies pooled", formatWholeNumberIfKnown(kept)],
    ["who chose and extracted", methods?.chosenBy ?? null],
    ["criteria", methods?.criteria ?? null],
    ["risk of bias", riskOfBias ? `${riskOfBias.tool}, ${riskOfBias.result}` : null],
    ["paid by", methods?.funding ?? null],
  ];
  const known = facts.flatMap(([name, value]) =>
    value === null ? [] : `${capitalise(name)}: ${value}.`,
  );
  const unknown = facts.flatMap(([name, value]) => (value === null ? name : []));
  return joinBySpaces([
    `- **${namePublication(publication)}.**`,
    ...known,
    unknown.length > 0 && `${capitalise(unreported)}: ${unknown.join(", ")}.`,
  ]);
}

const formatWholeNumberIfKnown = (count: number | null | undefined) =>
  count?.toLocaleString("en") ?? null;

function listClaimRows({ claims = [] }: Published): string[][] {
  const records = listCohortRecords();
  return claims.map(({ what, printed, at, really, note }) => [
    what,
    printed,
    joinBySemicolons([
      at.length === 0 ? unreported : at.map((of) => describeFigureOfClaim(of, records)).join(", "),
      really && `the value there is that of ${describeFigureOfClaim(really, records)}`,
      note,
    ]),
  ]);
}

/** Returns the figure at a pointer with the link to its place: "[KarMMa](…) 94 of 128, 73 %". */
function describeFigureOfClaim(
  { study, what, cut }: Pointer,
  records: readonly CohortRecord[],
): string {
  const record = records.find(({ id }) => id === study);
  if (!record) return describePublishedResultOfClaim(study, what);
  const places = [makeFigureId(what, cut ?? ""), `${what}-${makeCutIdPart(cut ?? "")}`];
  const line = listFigureTableParts(record)
    .flatMap(({ lines }) => lines)
    .find(({ id }) => places.includes(id));
  const [, value] = Object.entries(record.baseline).find(([name]) => name === what) ?? [];
  if (!line && typeof value !== "number") throw new Error(`${study} has no ${what}`);
  const text = line?.reported ?? `${value}${what.endsWith("Percent") ? " %" : ""}`;
  return `[${record.label}](/v1/cohorts/${study}${line ? `#${line.id}` : ""}) ${text}`;
}

function describePublishedResultOfClaim(study: string, what: string): string {
  const publication = published.find(({ id }) => id === study);
  const result = publication?.results.find((entry) => (entry.outcome ?? entry.measure) === what);
  if (!publication || !result) throw new Error(`${study} has no ${what}`);
  const { estimatePercent, value } = result;
  const text =
    estimatePercent === null
      ? formatCountWithNoun(value ?? 0, "month")
      : `${formatPlainNumber(estimatePercent)} %`;
  return `${namePublication(publication)} ${text}`;
}
