/** Draws one outcome: its difference, its trials, its analyses, its times, and published results. */

import { Mark } from "#presentation/svg/marks.tsx";
import { className } from "#presentation/words/class-names.ts";
import { joinedClauses, withCommas } from "#presentation/words/sentences.ts";
import { Analyses } from "#widget/row/analyses.tsx";
import { Notes } from "#widget/row/notes.tsx";
import { TrialBlock } from "#widget/row/randomised.tsx";
import { AxisHead } from "#widget/row/strip.tsx";
import { Fold } from "../kit/kit.tsx";
import { Evidence } from "./evidence.tsx";
import { Cite, referenceOf } from "./references.tsx";
import type { ReportLinks } from "./report-links.ts";
import type { ReportedRow } from "./report-view.ts";
import { TimesInRow } from "./timing.tsx";

interface OutcomeProps {
  row: ReportedRow;
  links: Pick<ReportLinks, "forest" | "fitted">;
  /**
   * True if the report has many outcomes or trials: each is then folded until a reader opens it, and paper leaves out
   * some remarks.
   */
  isFolded: boolean;
}

export function ReportedOutcome({ row, links, isFolded }: OutcomeProps) {
  const { outcome, title } = row;
  const { view, lead, asides } = row.head;
  const head = (
    <>
      {!view.difference && lead && <p>{lead}</p>}
      {asides.map((text) => (
        <p key={text} class="aside">
          {text}
        </p>
      ))}
    </>
  );
  const parts = <Parts row={row} links={links} isFolded={isFolded} />;
  if (isFolded) {
    return (
      <Fold id={outcome} title={title}>
        {head}
        {parts}
      </Fold>
    );
  }
  return (
    <article id={outcome}>
      <h3>{title}</h3>
      {head}
      <Fold id={`${outcome}-seen`} title="Trials, analyses, sources" look="narrow">
        {parts}
      </Fold>
    </article>
  );
}

function Parts({ row, links, isFolded }: OutcomeProps) {
  const { outcome, head, tables, analyses, computed, times } = row;
  const look = isFolded ? "folded" : undefined;
  const [fitted, forest] = [links.fitted(outcome), links.forest(outcome)];
  const notes = [...row.notes.map(({ text }) => text), ...computed, head.beneath].filter(
    (text) => text !== "",
  );
  return (
    <div class={tables.length > 0 ? "parts" : undefined}>
      <Evidence tables={tables} outcome={head.view.label} />
      <div>
        {analyses && <Analyses analyses={analyses} />}
        <Randomised row={row} />
        <NotCounted row={row} look={look} />
        <Published row={row} />
        <TimesInRow row={outcome} classes={times} />
        <Fold id={`${outcome}-notes`} title="What to keep in mind" count={notes.length} look={look}>
          <Notes notes={notes} most={notes.length} />
        </Fold>
        {tables.length > 0 && fitted && forest && (
          <p class="files">
            <a href={fitted}>Fit again (R script)</a>{" "}
            <a
              class="plot"
              href={forest}
              data-label="Save as PNG"
              data-failed="Could not be saved: try again"
            >
              Forest plot (SVG)
            </a>
          </p>
        )}
      </div>
    </div>
  );
}

interface OutcomePartProps extends Pick<OutcomeProps, "row"> {
  look?: "folded" | undefined;
}

/** Lists selected trials without a figure that counts, each with the reason. */
function NotCounted({ row: { outcome, notPooled }, look }: OutcomePartProps) {
  const { count, reasons, silent } = notPooled;
  const texts = [...reasons.map(({ label, text }) => `${label}: ${text}`), silent];
  return (
    <Fold id={`${outcome}-not-counted`} title="Not counted, and why" count={count} look={look}>
      <Notes notes={texts.filter((text) => text !== "")} most={count} />
    </Fold>
  );
}

/** Draws both arms of each randomised trial for this outcome. */
function Randomised({ row: { randomised, head } }: OutcomePartProps) {
  if (randomised.length === 0) return null;
  return (
    <section class="randomised">
      <h4>Randomised, each against its own standard</h4>
      {randomised.some(({ drawings }) => drawings.length > 0) && <AxisHead />}
      {randomised.map(({ source, texts, ...block }) => (
        <TrialBlock
          key={texts[0]}
          level="h5"
          block={{
            ...block,
            texts: [
              <>
                {texts.join(" ")}
                <Cite of={source ? [referenceOf(source)] : []} at={head.view.label} />
              </>,
            ],
          }}
        />
      ))}
    </section>
  );
}

/** Draws published pools, one line for each publication. */
function Published({ row: { outcome, published } }: OutcomePartProps) {
  if (!published || published.analyses.length === 0) return null;
  const { notes, analyses } = published;
  return (
    <Fold id={`${outcome}-published`} title="Published pools" count={analyses.length}>
      {notes.map((text) => (
        <p key={text}>{text}</p>
      ))}
      <ul>
        {analyses.map(({ citation, href, rates, contrast, facts }) => (
          <li key={citation + rates[0]?.group}>
            {rates.map(({ group, ofWhom, rate }) => (
              <span key={group}>
                <Mark group={group} /> <span class="hidden">{className[group]} </span>
                {withCommas([rate.replace(" of 100", ""), ofWhom])}
                {"; "}
              </span>
            ))}
            {joinedClauses([contrast, facts])}
            <Cite of={[{ text: citation, href }]} />
          </li>
        ))}
      </ul>
    </Fold>
  );
}
