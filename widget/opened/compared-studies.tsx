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
} from "#presentation/view/compared-text.ts";
import type { ComparedWords } from "#presentation/words/contract/compared.ts";
import type { DetailWords } from "#presentation/words/contract/detail.ts";
import type { DrawnWords } from "#presentation/words/contract/screen.ts";
import { type ComparedStudies, comparedStudies } from "../answers/compared.ts";
import { useLoaded } from "../answers/use-loaded.ts";
import { NewTab } from "../views/links.tsx";
import { FailureState } from "../views/states.tsx";

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
        choose={(tables) => relevantTables(tables, askedIn(query))}
      />
      <details
        class="filter"
        onToggle={(event) =>
          setAll(event.currentTarget instanceof HTMLDetailsElement && event.currentTarget.open)
        }
      >
        <summary>{words.compared.all}</summary>
        {all && <List {...props} of="contrast=between" choose={(tables) => tables} />}
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
  choose,
  strings,
  words: { compared: words },
  apiBase,
}: Props & {
  of: string;
  choose: (tables: readonly ComparisonTable[]) => readonly ComparisonTable[];
}) {
  const load = useCallback((key: string) => comparedStudies(key, apiBase), [apiBase]);
  const { value, failure, retry } = useLoaded(of, load);
  if (failure) {
    return (
      <FailureState
        failure={failure}
        strings={strings}
        beside="part"
        onRetry={retry}
        onReset={retry}
      />
    );
  }
  if (value === null) return <p class="muted">{words.loading}</p>;
  const tables = choose(value.comparisons);
  if (tables.length === 0) return <p>{words.none}</p>;
  return (
    <ul>
      {tables.map((table) => (
        <Study key={table.study.id} table={table} outcomes={value.outcomes} words={words} />
      ))}
    </ul>
  );
}

function Study({
  table,
  outcomes,
  words,
}: {
  table: ComparisonTable;
  outcomes: ComparedStudies["outcomes"];
  words: ComparedWords;
}) {
  const { study, design, contrast, rows } = table;
  return (
    <li>
      <strong>{study.label}</strong> <span class="tag plain">{words.design[design]}</span>{" "}
      <span class="tag plain">{words.contrast[contrast]}</span>
      <ul>
        {rows.map((row) => (
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
    </li>
  );
}
