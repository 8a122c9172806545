/** Other groups than the two classes, outcome by outcome: each product as counted, the others pooled by themselves. */

import type { ComponentChildren } from "preact";
import type { Comparison, OutcomeComparison, Pool } from "#core/comparison/answer.ts";
import { groups as classes } from "#core/evidence/classes.ts";
import type { DimensionName, ThresholdName } from "#core/question/dimensions.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import { filterWords } from "../brief/filter-words.ts";
import { publishedQuestion, rules } from "../brief/question.ts";
import { axisTo } from "../view/axis.ts";
import { isNotRepresented } from "../view/only-product.ts";
import { remarksOf } from "../view/remarks.ts";
import { reportedText } from "../view/reported-text.ts";
import { type ShownRate, shownOf } from "../view/shown-numbers.ts";
import { evidenceText } from "../view/side.ts";
import type { Catalogue } from "../words/catalogue.ts";
import { rangeOf100, rateOf100 } from "../words/rates.ts";
import type { ReportLinks } from "./report-parts.ts";

export interface SideBySideParts {
  readonly comparison: Comparison<string>;
  /** How to cite this page. */
  readonly citation: string;
  readonly links: Pick<ReportLinks, "own" | "classes" | "files">;
}

interface Props {
  parts: SideBySideParts;
  words: Catalogue;
}

/** @param note Stands before everything else. */
export function SideBySide({ parts, words, note }: Props & { note?: ComponentChildren }) {
  const { comparison, citation, links } = parts;
  const { query, outcomes, cautions, selection, dataDate, dataVersion, answerVersion } = comparison;
  const { sideBySide: said, take } = words.report;
  const { question } = words.brief;
  const named = namedGroups(comparison);
  const inNoGroup = selection.excluded.filter(({ parameter }) => parameter === "compare");
  return (
    <main class="page text report">
      {note}
      <header>
        <h1>{titleOf(comparison, words)}</h1>
        <p>
          {[
            publishedQuestion(comparison, question),
            question.lookedFor(filterWords(query, words)),
            ...rules(query, question),
          ]
            .filter(Boolean)
            .join(" ")}
        </p>
        <p>{said.confounded}</p>
      </header>
      {named.length === 0 && <p>{words.report.short.nothing}</p>}
      {outcomes.map((row) => (
        <Outcome key={row.outcome} {...{ row, named, query, words }} />
      ))}
      {cautions.length > 0 && (
        <section>
          <h2>{said.remarks}</h2>
          <ul>
            {cautions.map(({ text }) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </section>
      )}
      <section>
        {named.length > 0 && <h2>{said.cohorts}</h2>}
        {named.map(({ id, name, cohorts }) => (
          <article key={id}>
            <h3>{name}</h3>
            {query.compare === "product" && (
              <p>
                <a href={`/products/${id}`}>{said.facts(name)}</a>
              </p>
            )}
            <ul>
              {cohorts.map(({ cohort, label }) => (
                <li key={cohort}>
                  <a href={`/v1/cohorts/${cohort}`}>{label}</a>
                </li>
              ))}
            </ul>
          </article>
        ))}
      </section>
      {inNoGroup.length > 0 && (
        <section>
          <h2>{said.inNoGroup}</h2>
          <ul>
            {inNoGroup.map(({ cohort, label, reason }) => (
              <li key={cohort}>
                <a href={`/v1/cohorts/${cohort}`}>{label}</a>: {reason}
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h2>{words.report.headings.take}</h2>
        <p>{citation}</p>
        <ul class="files">
          {(
            [
              [links.classes, said.take.classes],
              [links.files.csv, said.take.csv],
              [links.files.json, said.take.json],
            ] as const
          ).map(([href, name]) => (
            <li key={href}>
              <a href={href}>{name}</a>
            </li>
          ))}
        </ul>
        <p class="quiet">
          {take.versions(words.screen.date(dataDate), dataVersion, answerVersion)}
        </p>
        <p class="quiet address">
          {take.address} <a href={links.own}>{links.own}</a>
        </p>
      </section>
    </main>
  );
}

export function titleOf(
  { query }: Pick<Comparison<string>, "query">,
  { report }: Catalogue,
): string {
  const [dimension = ""] = query.compare.split(":");
  return report.sideBySide.title[dimension as DimensionName | ThresholdName];
}

interface NamedGroup {
  id: string;
  name: string;
  /** `null` if it has cohorts of both classes. */
  therapyClass: TherapyClass | null;
  cohorts: Comparison<string>["selection"]["included"];
}

/** CAR-T first, then bispecifics, then groups of both. */
function namedGroups({ groups, groupNames, selection }: Comparison<string>): NamedGroup[] {
  const named = groups.map((id): NamedGroup => {
    const cohorts = selection.included.filter(({ group }) => group === id);
    const [only = null, another] = new Set(cohorts.map(({ therapyClass }) => therapyClass));
    return { id, name: groupNames[id] ?? id, cohorts, therapyClass: another ? null : only };
  });
  return [...classes, null].flatMap((one) =>
    named.filter(({ therapyClass }) => therapyClass === one),
  );
}

interface OutcomeProps {
  row: OutcomeComparison<string>;
  named: readonly NamedGroup[];
  query: Comparison["query"];
  words: Catalogue;
}

function Outcome({ row, named, query, words }: OutcomeProps) {
  const { none } = words.report.sideBySide;
  const lines = named.flatMap((group) => {
    const pool = row.pools[group.id];
    const shown = shownOf(row, group.id);
    return pool && (shown || isNotRepresented(pool)) ? [{ ...group, pool, shown }] : [];
  });
  const silent = named.filter(({ id }) => lines.every((line) => line.id !== id));
  return (
    <section id={row.outcome}>
      <h2>{row.label}</h2>
      {lines.length > 0 && <Rates row={row} lines={lines} query={query} words={words} />}
      {silent.length > 0 && <p class="quiet">{none(silent.map(({ name }) => name))}</p>}
      <Remarks row={row} words={words} />
    </section>
  );
}

interface Line extends NamedGroup {
  pool: Pool;
  /** `null` where the trials of a product differ: each stands for itself. */
  shown: ShownRate | null;
}

function Rates({
  row,
  lines,
  query,
  words,
}: Omit<OutcomeProps, "named"> & { lines: readonly Line[] }) {
  const { screen } = words;
  const { caption, columns } = words.report.sideBySide;
  const ends = lines.flatMap(({ shown }) => shown?.interval[1] ?? []);
  const axis = axisTo(row.direction, ends);
  return (
    <table class="groups">
      <caption>{[row.detail, caption].filter(Boolean).join(". ")}</caption>
      <thead>
        <tr>
          <th scope="col">{columns.group}</th>
          <th scope="col">{columns.rate}</th>
          <td class="quiet" aria-hidden="true">{`0–${axis}`}</td>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ id, name, therapyClass, pool, shown }) => (
          <tr key={id}>
            <th scope="row">
              {name}
              {therapyClass && <small>{screen.className[therapyClass]}</small>}
            </th>
            <td>
              {shown && (
                <>
                  <strong>{rateOf100(shown.estimate, 0, screen.numbers)}</strong>{" "}
                  {rangeOf100(shown.interval, screen.numbers)}
                </>
              )}
              <small>
                {shown
                  ? evidenceText(name, pool, { strings: screen, query })
                  : pool.products.map((product) => product.shown).join("; ")}
              </small>
              {pool.chain && <small>{pool.chain.text}</small>}
            </td>
            <td>
              {shown && <Interval shown={shown} axis={axis / 100} therapyClass={therapyClass} />}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Certainty, cautions, and what was reported but not pooled. */
function Remarks({ row, words: { screen, detail } }: Pick<OutcomeProps, "row" | "words">) {
  const { level } = row.certainty;
  const remarks = remarksOf(row);
  const notPooled = Object.values(row.pools)
    .flatMap((pool) => pool.notPooled)
    .filter(({ code }) => code !== "not-reported");
  if (remarks.length + notPooled.length === 0) return null;
  return (
    <details id={`${row.outcome}-remarks`}>
      <summary>
        {level === "not-rated" ? detail.why : detail.certaintyLine(screen.certainty[level])}{" "}
        <span class="quiet">+{remarks.length + notPooled.length}</span>
      </summary>
      <ul>
        {remarks.map(({ text }) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      {notPooled.length > 0 && <p>{detail.notPooled}</p>}
      <ul>
        {notPooled.map((one) => (
          <li key={one.cohort}>
            <a href={`/v1/cohorts/${one.cohort}`}>{one.label}</a>
            {": "}
            {[reportedText(one, detail), one.reason].filter(Boolean).join(" – ")}
          </li>
        ))}
      </ul>
    </details>
  );
}

interface IntervalProps extends Pick<NamedGroup, "therapyClass"> {
  shown: ShownRate;
  axis: number;
}

/** The numbers stand beside it. The mark is that of the class. */
function Interval({ shown: { estimate, interval }, axis, therapyClass }: IntervalProps) {
  const at = (value: number) => (100 * Math.min(value, axis)) / axis;
  const x = at(estimate);
  return (
    <svg viewBox="-4 0 108 12" aria-hidden="true">
      <path class="scale" d="M0 11V1M50 11V1M100 11V1" />
      <path d={`M${at(interval[0])} 6H${at(interval[1])}`} />
      {therapyClass === "bsab" ? (
        <path d={`M${x} 2.5l3.5 3.5-3.5 3.5-3.5-3.5z`} />
      ) : (
        <circle cx={x} cy="6" r="3" />
      )}
    </svg>
  );
}
