/** Other groups than the two classes, products above all: each pooled by itself, outcome by outcome. */
import type { ComponentChildren } from "preact";
import type { Comparison, OutcomeComparison } from "#core/comparison/answer.ts";
import { groups as classes } from "#core/evidence/classes.ts";
import type { DimensionName, ThresholdName } from "#core/question/dimensions.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import { filterWords } from "../brief/filter-words.ts";
import { detailOf, evidenceText } from "../view/compare-view.ts";
import { type ShownRate, shownOf } from "../view/shown-numbers.ts";
import type { Catalogue } from "../words/contract/catalogue.ts";
import { rangeOf100, rateOf100 } from "../words/rates.ts";
import type { ReportLinks } from "./report-parts.ts";

export interface SideBySideParts {
  readonly comparison: Comparison<string>;
  /** How to cite this page. */
  readonly citation: string;
  readonly links: Pick<ReportLinks, "own" | "inLanguage" | "classes" | "files">;
}

interface Props {
  parts: SideBySideParts;
  words: Catalogue;
}

/** @param note Stands before everything else. */
export function SideBySide({ parts, words, note }: Props & { note?: ComponentChildren }) {
  const { comparison, citation, links } = parts;
  const { query, outcomes, cautions, dataDate, dataVersion, answerVersion } = comparison;
  const { sideBySide: said, take } = words.report;
  const named = namedGroups(comparison);
  return (
    <main class="page text report">
      {note}
      <header>
        <h1>{titleOf(comparison, words)}</h1>
        <p>{words.brief.question.lookedFor(filterWords(query, words))}</p>
        <p>{said.confounded}</p>
      </header>
      {named.length === 0 && <p>{words.report.short.nothing}</p>}
      {outcomes.map((row) => (
        <Outcome key={row.outcome} {...{ row, named, query, words }} />
      ))}
      <section>
        <h2>{said.remarks}</h2>
        <ul>
          {cautions.map(({ code, text }) => (
            <li key={code}>{text}</li>
          ))}
        </ul>
      </section>
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
  const { screen } = words;
  const { caption, aYear, columns, none } = words.report.sideBySide;
  const lines = named.map((group) => ({ ...group, shown: shownOf(row, group.id) }));
  const ends = lines.flatMap(({ shown }) => shown?.interval[1] ?? []);
  if (ends.length === 0) return null;
  const axis = row.direction === "harm" && Math.max(...ends) <= 0.2 ? 0.2 : 1;
  const silent = lines.filter(({ shown }) => shown === null).map(({ name }) => name);
  const detail = detailOf(row, screen);
  return (
    <section id={row.outcome}>
      <h2>{row.label}</h2>
      <table class="groups">
        <caption>
          {[detail, row.measure === "rate" ? aYear : caption].filter(Boolean).join(". ")}
        </caption>
        <thead>
          <tr>
            <th scope="col">{columns.group}</th>
            <th scope="col">{columns.rate}</th>
            <td class="quiet" aria-hidden="true">{`0–${100 * axis}`}</td>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ id, name, therapyClass, shown }) => {
            const pool = row.pools[id];
            if (shown === null || pool === undefined) return null;
            return (
              <tr key={id}>
                <th scope="row">
                  {name}
                  {therapyClass && <small>{screen.className[therapyClass]}</small>}
                </th>
                <td>
                  <strong>{rateOf100(shown.estimate, 0, screen.numbers)}</strong>{" "}
                  {rangeOf100(shown.interval, screen.numbers)}
                  <small>{evidenceText(pool, { strings: screen, query })}</small>
                </td>
                <td>
                  <Interval shown={shown} axis={axis} therapyClass={therapyClass} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {silent.length > 0 && <p class="quiet">{none(silent)}</p>}
    </section>
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
