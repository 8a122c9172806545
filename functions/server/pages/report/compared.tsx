/**
 * What others reported and nobody pools: studies that set treatments against each other, results by properties of
 * patients, and late neurotoxicity.
 */
import { dataset } from "#core/dataset.ts";
import {
  adjustedComparisonsOf,
  type ComparisonTable,
  concernsRow,
  relevantTables,
} from "#core/others/adjusted-comparisons.ts";
import { subgroupsOf } from "#core/others/subgroups.ts";
import { isAfterTherapy } from "#core/question/earlier-kinds.ts";
import { comparisons, subgroups } from "#data/generated/collections.ts";
import { familyOf } from "#data/landmarks.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import {
  comparedResults,
  comparedSources,
  comparedStatement,
} from "#presentation/row/head-to-head.ts";
import { lateNeurotoxicityOf } from "#presentation/row/late-neurotoxicity.ts";
import { type ReportedBy, type ReportedStudy, reportedBy } from "#presentation/row/subgroups.ts";
import { Mark } from "#presentation/svg/marks.tsx";
import { asReported, counted } from "#presentation/words/counts.ts";
import { drawn } from "#presentation/words/element.ts";
import { outcomeLabel } from "#presentation/words/outcome-names.ts";
import type { ClassAnswer } from "../../answers/class-answer.ts";
import { Fold } from "../kit/fold.tsx";
import { Outward } from "../kit/outward.tsx";
import { RecordLink } from "./link.tsx";
import { Cite, citationOf, cited } from "./references.tsx";

/** The first kind that fits; of all others there is only their number. */
const kinds: readonly (readonly [name: string, is: (table: ComparisonTable) => boolean])[] = [
  ["Randomised", ({ design }) => design === "randomised"],
  [
    "CAR-T and bispecifics, matched or adjusted",
    ({ design, contrast }) =>
      contrast === "between" && (design === "matched" || design === "adjusted"),
  ],
  ["One after the other", ({ design }) => design === "sequence"],
];

interface Props {
  answer: ClassAnswer;
}

export function Compared({ answer }: Props) {
  const compared = comparedIn(answer);
  const byProperty = subgroupsIn(answer);
  if (compared.length === 0 && byProperty.length === 0) return null;
  const kindOf = (table: ComparisonTable) => kinds.findIndex(([, is]) => is(table));
  const others = compared.filter((table) => kindOf(table) < 0).length;
  return (
    <section id="compared">
      <h2>Randomised, matched and in sequence</h2>
      <p class="muted">{asReported}</p>
      {kinds.map(([name], index) => {
        const tables = compared.filter((table) => kindOf(table) === index);
        if (tables.length === 0) return null;
        return (
          <Fold key={name} id={`compared-${index}`} title={name} aside={tables.length}>
            <div class="columns">
              {tables.map((table) => (
                <Study key={table.study.id} table={table} />
              ))}
            </div>
          </Fold>
        );
      })}
      {others > 0 && (
        <p class="screen">
          <a href="/v1/comparisons">
            {counted(others, "more study")} within one class or against other treatment, as data
            (JSON)
          </a>
        </p>
      )}
      {byProperty.length > 0 && (
        <Fold
          id="subgroups"
          title="Results by property of patients, as single trials report them"
          look="folded"
        >
          {byProperty.map((reported) => (
            <Property key={reported.property} {...reported} />
          ))}
        </Fold>
      )}
    </section>
  );
}

/** Studies of others about the outcomes and products of the question, once each. */
function comparedIn({ outcomes, query }: ClassAnswer): ComparisonTable[] {
  const tables = adjustedComparisonsOf(comparisons, {})
    .map((table) => ({
      ...table,
      rows: table.rows.filter((row) =>
        outcomes.some(({ outcome }) => concernsRow(row.outcome, outcome)),
      ),
    }))
    .filter(({ rows }) => rows.length > 0);
  return relevantTables(tables, {
    products: query.product,
    therapyClass: query.therapyClass === "both" ? null : query.therapyClass,
    afterBcma: isAfterTherapy(query),
  });
}

function Study({ table }: { table: ComparisonTable }) {
  const { id, label, kind, remarks } = comparedStatement(table, outcomeLabel);
  const results = comparedResults(table, outcomeLabel);
  // One treatment after another is what a sequence is about; of other studies paper has the comparison.
  const isOnPaper = table.design === "sequence" || results.every(({ isAlone }) => isAlone);
  return (
    <article id={id}>
      <h3>{label}</h3>
      <p class="muted">
        {kind}. {remarks}
        <Cite of={comparedSources(table).map(cited)} />
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

/** By every property, the studies that report it for an outcome of the question, or for survival at another month. */
function subgroupsIn({ outcomes, query }: ClassAnswer): ReportedBy[] {
  const { product, therapyClass } = query;
  const isOfFamily = (reported: string, row: string) =>
    familyOf(row) !== null && familyOf(reported) === familyOf(row);
  const tables = subgroupsOf(subgroups, therapyClass === "both" ? {} : { therapyClass }).filter(
    ({ study, outcome: reported }) =>
      outcomes.some(
        ({ outcome }) => concernsRow(reported, outcome) || isOfFamily(reported, outcome),
      ) &&
      (product.length === 0 || product.some((id) => study.products.includes(id))),
  );
  return reportedBy(tables, outcomeLabel).filter(({ studies }) => studies.length > 0);
}

function Property({ property, title, studies }: ReportedBy) {
  const counts = therapyClasses.map(
    (group) =>
      `${drawn.className[group]} ${studies.filter((study) => study.group === group).length}`,
  );
  return (
    <Fold id={`by-${property}`} title={title} aside={counts.join(" · ")} look="folded">
      <div class="columns">
        {studies.map((study) => (
          <ByProperty key={`${study.group} ${study.label} ${study.design}`} {...study} />
        ))}
      </div>
    </Fold>
  );
}

/** Paper has none of it, so that its sources have no number. */
function ByProperty({ label, group, design, cohort, outcomes, sources }: ReportedStudy) {
  return (
    <article>
      <h3>
        <Mark group={group} /> {cohort ? <RecordLink cohort={cohort} label={label} /> : label}
      </h3>
      <p class="muted">{design}</p>
      <ul>
        {outcomes.map(({ name, text }) => (
          <li key={name + text}>
            {name}: {text}
          </li>
        ))}
      </ul>
      <p class="muted">
        {sources.map(({ citation, href }, index) => [
          index > 0 && "; ",
          <Outward key={citation} href={href}>
            {citation}
          </Outward>,
        ])}
      </p>
    </article>
  );
}

/** Where harms are asked for: of every study of these products, at any line, because what is rare is reported by few. */
export function LateNeurotoxicity({ answer: { outcomes, selection } }: Props) {
  if (outcomes.every(({ group }) => group !== "toxicity")) return null;
  const products = new Set(selection.included.map(({ product }) => product));
  const late = lateNeurotoxicityOf(
    dataset.cohorts.filter(({ product }) => products.has(product)),
    dataset.outcomes,
    citationOf,
  );
  if (late.length === 0) return null;
  const count = late.reduce((sum, { studies }) => sum + studies.length, 0);
  return (
    <Fold id="late-neurotoxicity" title="Late neurotoxicity" aside={count}>
      <p>
        Of every study of these products, at any line, in trials and in practice; each as counted,
        never pooled. When it began is not reported in our sources.
      </p>
      <div class="columns">
        {late.map(({ outcome, title, studies }) => (
          <article key={outcome}>
            <h4>{title}</h4>
            <ul>
              {studies.map(({ text, citation }) => (
                <li key={text}>
                  {text}
                  <Cite of={[citation]} at={title} />
                </li>
              ))}
            </ul>
          </article>
        ))}
      </div>
    </Fold>
  );
}
