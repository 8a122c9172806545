/**
 * Draws published results that are never pooled: studies that compare treatments, results by properties of patients,
 * and late neurotoxicity.
 */
import { dataset } from "#core/dataset.ts";
import {
  type ComparisonTable,
  isOutcomeUnderRow,
  selectComparisonTables,
  selectTablesOfAskedProductsElseClass,
} from "#core/others/adjusted-comparisons.ts";
import { makeSubgroupTables, type SubgroupTable } from "#core/others/subgroups.ts";
import { lateNeurotoxicity } from "#data/collection-vocabulary.ts";
import { comparisons, subgroups } from "#data/generated/collections.ts";
import { parseSurvivalFamily } from "#data/survival.ts";
import {
  listComparisonResults,
  listComparisonSources,
  makeComparisonStatement,
} from "#presentation/row/head-to-head.ts";
import { listUncountedLines } from "#presentation/row/randomised-table.ts";
import {
  formatSubgroupTableInOneLine,
  groupTablesByProperty,
} from "#presentation/row/subgroups.ts";
import { InlineClassMark } from "#presentation/svg/marks.tsx";
import { nameOutcome, nameOutcomeWithDetail } from "#presentation/words/outcome-names.ts";
import { nameProduct } from "#presentation/words/product-name.ts";
import { asReported, formatCountWithNoun } from "#presentation/words/sentences.ts";
import { UncountedTrials } from "#widget/row/randomised.tsx";
import { NewTab } from "#widget/views/links.tsx";
import type { ClassAnswer } from "../../answers/compute/full-answer.ts";
import { Fold, joinNodes, RecordLink, Section } from "../kit/kit.tsx";
import { Cite, findFigureCitation, makeStudyReference } from "./numbered-references.tsx";
import { makeStudyReferences } from "./report-view.ts";

/** Names kinds of studies. The first kind that matches counts; of all other studies only the number is shown. */
const kinds: readonly (readonly [name: string, is: (table: ComparisonTable) => boolean])[] = [
  ["Randomised", ({ design }) => design === "randomised"],
  [
    "CAR-T and bispecifics, matched or adjusted",
    ({ design, contrast }) =>
      contrast === "between" && (design === "matched" || design === "adjusted"),
  ],
  ["One after the other", ({ design }) => design === "sequence"],
];

interface ComparedProps {
  answer: ClassAnswer;
}

export function ComparedSection({ answer }: ComparedProps) {
  const compared = listRelevantComparisons(answer);
  const byProperty = listSubgroupsByProperty(answer);
  const uncounted = listUncountedLines(answer.randomised, answer.query, {
    cite: makeStudyReferences,
  });
  if (compared.length + byProperty.length + uncounted.length === 0) return null;
  const kindOf = (table: ComparisonTable) => kinds.findIndex(([, is]) => is(table));
  const ofNoKind = compared.filter((table) => kindOf(table) < 0).length;
  return (
    <Section id="compared" title="Randomised, matched and in sequence">
      <p class="muted">{asReported}</p>
      <UncountedTrials lines={uncounted} />
      {kinds.map(([name], index) => {
        const tables = compared.filter((table) => kindOf(table) === index);
        return (
          <Fold key={name} id={`compared-${index}`} title={name} count={tables.length}>
            <div class="columns">
              {tables.map((table) => (
                <ComparedStudy key={table.study.id} table={table} />
              ))}
            </div>
          </Fold>
        );
      })}
      {ofNoKind > 0 && (
        <p class="screen">
          <a href="/v1/dataset">
            {formatCountWithNoun(ofNoKind, "more study")} within one class or against other
            treatment, in the whole evidence (JSON)
          </a>
        </p>
      )}
      {byProperty.length > 0 && (
        <Fold
          id="subgroups"
          title="Results by property of patients, as single trials report them"
          look="folded"
        >
          {byProperty.map(({ property, title, studies }) => (
            <Fold
              key={property}
              id={`by-${property}`}
              title={title}
              count={studies.length}
              look="folded"
            >
              <div class="columns">
                {studies.map((tables) => (
                  <ResultsByProperty key={tables[0]?.study.id} tables={tables} />
                ))}
              </div>
            </Fold>
          ))}
        </Fold>
      )}
    </Section>
  );
}

/** Returns published studies about the outcomes and products of the question, each once. */
function listRelevantComparisons({ outcomes, query }: ClassAnswer): ComparisonTable[] {
  const tables = selectComparisonTables(comparisons, {})
    .map((table) => ({
      ...table,
      rows: table.rows.filter((row) =>
        outcomes.some(({ outcome }) => isOutcomeUnderRow(row.outcome, outcome)),
      ),
    }))
    .filter(({ rows }) => rows.length > 0);
  return selectTablesOfAskedProductsElseClass(tables, query);
}

function ComparedStudy({ table }: { table: ComparisonTable }) {
  const { label, kind, remarks } = makeComparisonStatement(table);
  const results = listComparisonResults(table);
  // Paper lists only comparisons of both sides, unless a study is a sequence or has no such comparison.
  const isOnPaper = table.design === "sequence" || results.every(({ isAlone }) => isAlone);
  return (
    <article>
      <h3>{label}</h3>
      <p class="muted">
        {kind}. {remarks}
        <Cite of={listComparisonSources(table).map(makeStudyReference)} />
      </p>
      <ul>
        {results.map(({ text, isAlone }) => (
          <li key={text} class={isAlone && !isOnPaper ? "screen" : undefined}>
            {text}
          </li>
        ))}
      </ul>
    </article>
  );
}

/** Returns subgroups for an outcome of the question, or for survival at another month. */
function listSubgroupsByProperty({ outcomes, query }: ClassAnswer) {
  const { product, therapyClass } = query;
  const isOfFamily = (outcome: string, row: string) =>
    parseSurvivalFamily(row) !== null && parseSurvivalFamily(outcome) === parseSurvivalFamily(row);
  const tables = makeSubgroupTables(subgroups).filter(
    ({ study, outcome: reported }) =>
      (therapyClass === "both" || study.therapyClass === therapyClass) &&
      outcomes.some(
        ({ outcome }) => isOutcomeUnderRow(reported, outcome) || isOfFamily(reported, outcome),
      ) &&
      (product.length === 0 || product.some((id) => study.products.includes(id))),
  );
  return groupTablesByProperty(tables).filter(({ studies }) => studies.length > 0);
}

/** Draws results by property on screen only. They are left out on paper, so their sources have no number. */
function ResultsByProperty({ tables }: { tables: readonly SubgroupTable[] }) {
  const [first] = tables;
  if (!first) return null;
  const { label, therapyClass, evidence, cohort } = first.study;
  const sources = tables.flatMap(({ levels }) => levels.flatMap(({ source }) => source ?? []));
  const addresses = new Map(sources.map(({ citation, href }) => [citation, href]));
  return (
    <article>
      <h3>
        <InlineClassMark group={therapyClass} />{" "}
        {cohort ? <RecordLink cohort={cohort} label={label} /> : label}
      </h3>
      <p class="muted">{designs[evidence ?? "unknown"]}</p>
      <ul>
        {tables.map(formatSubgroupTableInOneLine).map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      <p class="muted">
        {joinNodes(
          [...addresses].map(([citation, href]) => (
            <NewTab key={citation} href={href}>
              {citation}
            </NewTab>
          )),
          "; ",
        )}
      </p>
    </article>
  );
}

/** Names the kind of evidence of a study. */
const designs = {
  trial: "trial",
  "real-world": "real-world",
  unknown: "design not reported",
} as const;

/**
 * Draws late neurotoxicity if the question includes harms: from every study of these products, at any line, because few
 * studies report rare harms.
 */
export function LateNeurotoxicity({ answer: { outcomes, selection } }: ComparedProps) {
  const products = new Set(selection.included.map(({ product }) => product));
  const reported = lateNeurotoxicity
    .map((id) => ({
      id,
      figures: dataset.cohorts.flatMap((cohort) =>
        cohort.figures
          .filter(({ outcome, events, n }) => outcome === id && events !== null && n !== null)
          .flatMap((figure) => (products.has(cohort.product) ? [{ cohort, figure }] : [])),
      ),
    }))
    .filter(({ figures }) => figures.length > 0);
  if (reported.length === 0 || outcomes.every(({ group }) => group !== "toxicity")) return null;
  const count = reported.reduce((sum, { figures }) => sum + figures.length, 0);
  return (
    <Fold id="late-neurotoxicity" title="Late neurotoxicity" count={count}>
      <p>
        Of every study of these drugs, at any line, of trials and of real-world patients; each as
        counted, never pooled. When it began: not reported.
      </p>
      <div class="columns">
        {reported.map(({ id: outcome, figures }) => (
          <article key={outcome}>
            <h4>{nameOutcomeWithDetail(outcome)}</h4>
            <ul>
              {figures.map(({ cohort: { id, label, product, evidence }, figure }) => (
                <li key={`${id} ${figure.cut}`}>
                  {nameProduct(product)}, {label}
                  {evidence !== "trial" && " (practice)"}: {figure.events} of {figure.n}
                  <Cite of={[findFigureCitation(id, figure)]} at={nameOutcome(outcome)} />
                </li>
              ))}
            </ul>
          </article>
        ))}
      </div>
    </Fold>
  );
}
