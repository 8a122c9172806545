/** Results of meta-analyses for the outcome of the row, each with its source. */

import { Abbreviated } from "#presentation/screen/abbreviated.tsx";
import { publishedOf } from "#presentation/statement/published.ts";
import { NewTab } from "../views/links.tsx";
import { Mark } from "../views/mark.tsx";
import type { RowProps } from "./row-props.ts";

export function PublishedPools({
  row: { published },
  strings,
  words: { published: words, abbreviations },
}: Omit<RowProps, "apiBase">) {
  // Not known, if the answer was made without the part of the script that has them.
  if (published === null) return null;
  const analyses = publishedOf(published, words, strings.numbers);
  const held = words.held(published.held, analyses.length > 0);
  return (
    <section class="published-pools">
      <h5>{words.heading}</h5>
      {analyses.length > 0 && (
        <p class="muted">
          {words.note} {published.direction !== null && words.direction[published.direction]}{" "}
          {published.outside.map(words.outside).join(". ")}
        </p>
      )}
      <ul>
        {analyses.map(({ citation, href, apart, rates, contrast, facts }) => (
          <li key={citation + rates[0]?.group}>
            {rates.map(({ group, ofWhom, rate, size }) => (
              <span key={group} class={apart ? "rate-of apart" : "rate-of"}>
                {ofWhom && `${ofWhom}: `}
                <Mark group={group} /> <span class="hidden">{strings.className[group]}: </span>
                <strong>{rate}</strong>
                {size && ` (${size})`}{" "}
              </span>
            ))}
            {contrast && <span class="rate-of">{contrast} </span>}
            <span class="muted">
              {href ? <NewTab href={href}>{citation}</NewTab> : citation}{" "}
              <Abbreviated text={`– ${facts}`} names={abbreviations} />
            </span>
          </li>
        ))}
      </ul>
      {held !== null && <p class="muted">{held}</p>}
    </section>
  );
}
