/** Draws what others found for the outcome of a row: meta-analyses, and studies that compared treatments. */

import type { ComparedStatement } from "#presentation/row/head-to-head.ts";
import type { PublishedView } from "#presentation/row/published-view.ts";
import { InlineClassMark } from "#presentation/svg/marks.tsx";
import type { OpenedRow } from "#presentation/views/opened-row.ts";
import { className, unreported } from "#presentation/words/names.ts";
import { asReported, capitalise, formatCountWithNoun } from "#presentation/words/sentences.ts";
import { NewTab } from "../views/links.tsx";
import { useSurface } from "./surface.tsx";

interface ComparisonsProps {
  row: Pick<OpenedRow, "compared" | "moreCompared">;
  /** Holds the question of the row; `null` if no link holds it. */
  question: string | null;
}

export function PublishedComparisons({
  row: { compared, moreCompared },
  question,
}: ComparisonsProps) {
  const { site } = useSurface();
  return (
    <section class="compared">
      <h4>Randomised and matched comparisons</h4>
      <p class="muted">{asReported}</p>
      {compared.length === 0 && <p>{capitalise(unreported)}.</p>}
      <ComparedStudies studies={compared} />
      {moreCompared > 0 && question !== null && (
        <p class="acts">
          <NewTab href={`${site}/report?${question}#compared`}>
            {formatCountWithNoun(moreCompared, "more study")}, in the report
          </NewTab>
        </p>
      )}
    </section>
  );
}

interface PublishedPoolsProps extends PublishedView {
  /** False if the part has only published pools, so that its own title names them. */
  hasHeading: boolean;
}

export function PublishedPools({ notes, analyses, hasHeading }: PublishedPoolsProps) {
  const { Sources } = useSurface();
  return (
    <section class="published-pools">
      {hasHeading && <h4>Published pools</h4>}
      <p class="muted">
        {analyses.length === 0
          ? "No pool of such patients is known here."
          : "Meta-analyses by others, of studies they chose; never mixed with ours."}{" "}
        {notes.join(" ")}
      </p>
      <ul>
        {analyses.map(({ citation, href, apart, rates, contrast, facts }) => (
          <li key={citation + rates[0]?.group}>
            {rates.map(({ group, ofWhom, rate, size }) => (
              <span key={group} class={apart ? "rate-of apart" : "rate-of"}>
                {ofWhom && `${ofWhom}: `}
                <InlineClassMark group={group} /> <span class="hidden">{className[group]}: </span>
                <strong>{rate}</strong>
                {size && ` (${size})`}{" "}
              </span>
            ))}
            {contrast && <span class="rate-of">{contrast} </span>}
            <span class="muted">
              <Sources of={[{ text: citation, href }]} />
              {facts && ` – ${facts}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Draws studies of others that set treatments against each other. */
export function ComparedStudies({
  studies,
  isOpen = false,
}: {
  studies: readonly ComparedStatement[];
  isOpen?: boolean;
}) {
  return (
    <ul>
      {studies.map(({ label, kind, results, remarks, sources }) => (
        <li key={label} class="study">
          <details open={isOpen}>
            <summary>
              <strong>{label}</strong> <span class="muted">{kind}</span>
            </summary>
            <ul>
              {results.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
            <p class="muted">
              {remarks}{" "}
              {sources.map(({ citation, href }) => (
                <NewTab key={citation} href={href}>
                  {citation}
                </NewTab>
              ))}
            </p>
          </details>
        </li>
      ))}
    </ul>
  );
}
