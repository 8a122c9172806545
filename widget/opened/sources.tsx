/** Where each number of a row was printed, which trials have none that can be pooled, and the row to copy. */

import type { ComponentChildren } from "preact";
import { notPooledOf, type Source, sourcesOf } from "#presentation/statement/sources.ts";
import type { Copying } from "../views/compare/copying.tsx";
import { Share } from "../views/compare/share.tsx";
import { NewTab, RecordLink } from "../views/links.tsx";
import { Mark } from "../views/mark.tsx";
import type { RowProps } from "./row-props.ts";

interface Props extends RowProps {
  /**
   * Set if the answer was computed on this device: sources are still loading, or `failure`
   * says why they could not be loaded.
   */
  uncited?: { failure: ComponentChildren } | null | undefined;
  /** Copies a summary of the row. */
  copy?: Copying | undefined;
}

export function Sources({ row, strings, words, apiBase, uncited, copy }: Props) {
  const sources = sourcesOf(row, words, strings);
  const notPooled = notPooledOf(row, words);
  return (
    <>
      {uncited?.failure ? (
        <>
          <h5>{words.sources.missing}</h5>
          {uncited.failure}
        </>
      ) : (
        uncited && <p class="muted">{words.sources.loading}</p>
      )}
      {sources.length === 0 ? (
        <p>{words.sources.none}</p>
      ) : (
        <ul class="sources">
          {sources.map((source) => (
            <li key={source.key}>
              <OneSource source={source} apiBase={apiBase} />
            </li>
          ))}
        </ul>
      )}
      {notPooled.count > 0 && (
        <details open={sources.length === 0}>
          <summary>{words.notPooledCount(notPooled.count)}</summary>
          <ul>
            {notPooled.said.map(({ cohort, label, text }) => (
              <li key={cohort}>
                <RecordLink apiBase={apiBase} cohort={cohort} label={label} />: {text}
              </li>
            ))}
            {notPooled.silent && <li>{notPooled.silent}</li>}
          </ul>
        </details>
      )}
      {copy && (
        <div class="acts">
          <Share copy={copy} words={words} ways={["summary"]} />
        </div>
      )}
    </>
  );
}

/** One line, which opens on the whole citation. */
function OneSource({ source, apiBase }: { source: Source; apiBase: string }) {
  const { group, cohort, label, publication, number, locator, citation } = source;
  return (
    <details>
      <summary>
        <Mark group={group} /> <strong>{number}</strong> {label}{" "}
        <span class="muted">{locator}</span>
      </summary>
      <p>
        <RecordLink apiBase={apiBase} cohort={cohort} label={label} publication={publication} />
        {": "}
        {[number, locator].filter(Boolean).join(" – ")}
        {citation && (
          <>
            {". "}
            {citation.lead}
            {citation.href ? <NewTab href={citation.href}>{citation.text}</NewTab> : citation.text}
            {citation.tail}
          </>
        )}
      </p>
    </details>
  );
}
