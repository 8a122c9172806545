/**
 * Studies in which others set treatments against each other, under the row they concern. They do not
 * depend on the filters, so they are loaded once for each row and not with every answer.
 */
import { useCallback, useState } from "preact/hooks";
import { type ComparisonTable, relevantTables } from "#core/evidence/adjusted-comparisons.ts";
import {
  comparedRemarks,
  comparedSources,
  comparedText,
  randomisedFirst,
} from "#presentation/statement/compared.ts";
import type { ComparedWords } from "#presentation/words/catalogue.ts";
import { type ComparedStudies, comparedStudies } from "../answers/of-opened-rows.ts";
import { useLoaded } from "../answers/use-loaded.ts";
import { NewTab } from "../views/links.tsx";
import { FailureState } from "../views/states.tsx";
import type { RowProps } from "./row-props.ts";

/** A survival row has dozens of studies: so many are listed before the others. */
const mostListed = 4;

interface Props extends Omit<RowProps, "row"> {
  outcome: string;
  /** The question, as text. */
  query: string;
}

export function StudiesThatCompared(props: Props) {
  const { words, outcome, query } = props;
  const [all, setAll] = useState(false);
  return (
    <section class="compared">
      <h5>{words.compared.heading}</h5>
      <p class="muted">{words.compared.note}</p>
      <List
        {...props}
        of={`row=${outcome}`}
        listed={mostListed}
        choose={(tables) => randomisedFirst(relevantTables(tables, askedIn(query)))}
      />
      <details
        onToggle={(event) =>
          setAll(event.currentTarget instanceof HTMLDetailsElement && event.currentTarget.open)
        }
      >
        <summary>{words.compared.all}</summary>
        {all && <List {...props} of="contrast=between" choose={randomisedFirst} />}
      </details>
    </section>
  );
}

/** What of the question decides which studies are relevant. */
function askedIn(query: string) {
  const asked = new URLSearchParams(query);
  const therapyClass = asked.get("therapy-class");
  return {
    products: asked.get("product")?.split(",") ?? [],
    therapyClass: therapyClass === "both" ? null : therapyClass,
    afterBcma: asked.get("prior-bcma") === "selected",
  };
}

function List({
  of,
  listed,
  choose,
  strings,
  words: { compared: words },
  apiBase,
}: Props & {
  of: string;
  /** Without it all are listed. */
  listed?: number;
  choose: (tables: readonly ComparisonTable[]) => readonly ComparisonTable[];
}) {
  const load = useCallback((key: string) => comparedStudies(key, apiBase), [apiBase]);
  const { value, failure, retry } = useLoaded(of, load);
  if (failure) {
    return <FailureState failure={failure} strings={strings} onRetry={retry} />;
  }
  if (value === null) return <p class="muted">{words.loading}</p>;
  const tables = choose(value.comparisons);
  if (tables.length === 0) return <p>{words.none}</p>;
  const { outcomes } = value;
  const rest = listed === undefined ? [] : tables.slice(listed);
  return (
    <>
      <Studies tables={tables.slice(0, listed)} outcomes={outcomes} words={words} />
      {rest.length > 0 && (
        <details>
          <summary>{words.more(rest.length)}</summary>
          <Studies tables={rest} outcomes={outcomes} words={words} />
        </details>
      )}
    </>
  );
}

interface StudiesProps {
  tables: readonly ComparisonTable[];
  outcomes: ComparedStudies["outcomes"];
  words: ComparedWords;
}

function Studies({ tables, outcomes, words }: StudiesProps) {
  return (
    <ul>
      {tables.map((table) => (
        <li key={table.study.id} class="study">
          <details>
            <summary>
              <strong>{table.study.label}</strong>{" "}
              <span class="muted">
                {words.design[table.design]} · {words.contrast[table.contrast]}
              </span>
            </summary>
            <Results table={table} outcomes={outcomes} words={words} />
          </details>
        </li>
      ))}
    </ul>
  );
}

function Results({
  table,
  outcomes,
  words,
}: {
  table: ComparisonTable;
  outcomes: ComparedStudies["outcomes"];
  words: ComparedWords;
}) {
  return (
    <>
      <ul>
        {table.rows.map((row) => (
          <li key={JSON.stringify([row.of.id, row.against?.id, row.outcome, row.definition])}>
            {outcomes[row.outcome] ?? row.outcome}
            {row.definition !== null && `, ${row.definition}`}: {comparedText(row, words)}
          </li>
        ))}
      </ul>
      <p class="muted">
        {comparedRemarks(table, words)}{" "}
        {comparedSources(table).map(({ citation, href }) =>
          href === null ? (
            citation
          ) : (
            <NewTab key={citation} href={href}>
              {citation}
            </NewTab>
          ),
        )}
      </p>
    </>
  );
}
