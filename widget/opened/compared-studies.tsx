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
} from "#presentation/statement/compared.ts";
import type { ComparedWords, DetailWords, DrawnWords } from "#presentation/words/catalogue.ts";
import { type ComparedStudies, comparedStudies } from "../answers/of-opened-rows.ts";
import { useLoaded } from "../answers/use-loaded.ts";
import { NewTab } from "../views/links.tsx";
import { FailureState } from "../views/states.tsx";

/**
 * A survival row has dozens of studies; those that set the classes against each other come first.
 * `open` are the first ones with their results, `listed` those with their names.
 */
const nearest = { open: 2, listed: 6 };
const folded = { open: 0, listed: Number.POSITIVE_INFINITY };

interface Props {
  outcome: string;
  /** The question, as text. */
  query: string;
  strings: DrawnWords;
  words: DetailWords;
  apiBase: string;
}

export function StudiesThatCompared(props: Props) {
  const { words, outcome, query } = props;
  const [all, setAll] = useState(false);
  return (
    <section class="remarks compared">
      <h5>{words.compared.heading}</h5>
      <p class="muted note">{words.compared.note}</p>
      <List
        {...props}
        of={`row=${outcome}`}
        {...nearest}
        choose={(tables) => relevantTables(tables, askedIn(query))}
      />
      <details
        class="filter"
        onToggle={(event) =>
          setAll(event.currentTarget instanceof HTMLDetailsElement && event.currentTarget.open)
        }
      >
        <summary>{words.compared.all}</summary>
        {all && <List {...props} of="contrast=between" {...folded} choose={(tables) => tables} />}
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
  open,
  listed,
  choose,
  strings,
  words: { compared: words },
  apiBase,
}: Props & {
  of: string;
  open: number;
  listed: number;
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
  const rest = tables.slice(listed);
  return (
    <>
      <Studies tables={tables.slice(0, listed)} open={open} outcomes={outcomes} words={words} />
      {rest.length > 0 && (
        <details>
          <summary>{words.more(rest.length)}</summary>
          <Studies tables={rest} open={0} outcomes={outcomes} words={words} />
        </details>
      )}
    </>
  );
}

interface StudiesProps {
  tables: readonly ComparisonTable[];
  /** How many of the first show their results at once. */
  open: number;
  outcomes: ComparedStudies["outcomes"];
  words: ComparedWords;
}

function Studies({ tables, open, outcomes, words }: StudiesProps) {
  return (
    <ul>
      {tables.map((table, index) => (
        <li key={table.study.id} class="study">
          <details open={index < open}>
            <summary>
              <strong>{table.study.label}</strong>{" "}
              <span class="tag plain">{words.design[table.design]}</span>{" "}
              <span class="tag plain">{words.contrast[table.contrast]}</span>
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
      <p class="muted note">
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
