/** What others found for the outcome of a row: meta-analyses, and studies that compared treatments. */

import { Mark } from "#presentation/svg/marks.tsx";
import { className } from "#presentation/words/class-names.ts";
import { asReported, counted } from "#presentation/words/counts.ts";
import { surroundings } from "../page/environment.ts";
import { NewTab } from "../views/links.tsx";
import { ComparedStudies } from "./compared-studies.tsx";
import type { PartProps } from "./opened-row.tsx";

type OfOthers = PartProps["row"]["sources"];

export function Others({ row: { sources }, question }: PartProps) {
  const { published, compared, moreCompared } = sources;
  return (
    <>
      <section class="compared">
        <h4>Randomised and matched comparisons</h4>
        <p class="muted">{asReported}</p>
        {compared.length === 0 && <p>None known here.</p>}
        <ComparedStudies studies={compared} />
        {moreCompared > 0 && question !== null && (
          <p class="acts">
            <NewTab href={`${surroundings.site}/report?${question}#compared`}>
              {counted(moreCompared, "more study")}, in the report
            </NewTab>
          </p>
        )}
      </section>
      {published && <Published {...published} />}
    </>
  );
}

function Published({ note, analyses }: NonNullable<OfOthers["published"]>) {
  return (
    <section class="published-pools">
      <h4>Published pools</h4>
      {note && <p class="muted">{note}</p>}
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
