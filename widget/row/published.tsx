/** Draws what others found for the outcome of a row: meta-analyses, and studies that compared treatments. */

import { Mark } from "#presentation/svg/marks.tsx";
import { className } from "#presentation/words/class-names.ts";
import { asReported, withNoun } from "#presentation/words/counts.ts";
import { surroundings } from "../page/environment.ts";
import { NewTab, ReportLink } from "../views/links.tsx";
import { ComparedStudies } from "./compared-studies.tsx";
import type { RowPartProps } from "./opened-row.tsx";

export function PublishedResults({ row, question }: RowPartProps) {
  const { published, compared, moreCompared } = row;
  return (
    <>
      <section class="compared">
        <h4>Randomised and matched comparisons</h4>
        <p class="muted">{asReported}</p>
        {compared.length === 0 && <p>None known here.</p>}
        <ComparedStudies studies={compared} />
        {moreCompared > 0 && question !== null && (
          <p class="acts">
            <ReportLink
              href={`${surroundings.site}/report?${question}#compared`}
              open={surroundings.openReport}
            >
              {withNoun(moreCompared, "more study")}, in the report
            </ReportLink>
          </p>
        )}
      </section>
      {published && <PublishedPools {...published} />}
    </>
  );
}

function PublishedPools({ notes, analyses }: NonNullable<RowPartProps["row"]["published"]>) {
  return (
    <section class="published-pools">
      <h4>Published pools</h4>
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
                <Mark group={group} /> <span class="hidden">{className[group]}: </span>
                <strong>{rate}</strong>
                {size && ` (${size})`}{" "}
              </span>
            ))}
            {contrast && <span class="rate-of">{contrast} </span>}
            <span class="muted">
              <NewTab href={href}>{citation}</NewTab>
              {facts && ` – ${facts}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
