/** One outcome: what is known of its difference, its trials, its checks, its times, and what others found. */

import { linkTo } from "#data/source-link.ts";
import type { StatedTiming, TimingOfClass } from "#presentation/row/timing.ts";
import { Mark } from "#presentation/svg/marks.tsx";
import { drawn } from "#presentation/words/element.ts";
import { joinedClauses } from "#presentation/words/sentences.ts";
import { Checks } from "#widget/row/checks.tsx";
import { Block } from "#widget/row/randomised.tsx";
import { Axis } from "#widget/row/strip.tsx";
import { Fold } from "../kit/fold.tsx";
import { Evidence, trialCounts } from "./evidence.tsx";
import { RecordLink } from "./link.tsx";
import { Cite } from "./references.tsx";
import type { ReportLinks } from "./report-links.ts";
import type { ReportedRow } from "./report-view.ts";

interface Props {
  row: ReportedRow;
  links: Pick<ReportLinks, "forest" | "fitted">;
  /** Of many outcomes or trials each is unfolded by who asks for it. */
  isFolded: boolean;
}

export function Outcome({ row, links, isFolded }: Props) {
  const { outcome, title, lead, asides, tables } = row;
  if (isFolded) {
    return (
      <Fold id={outcome} title={title} aside={trialCounts(tables)}>
        <Lead lead={lead} asides={asides} />
        <Parts row={row} links={links} isLong />
      </Fold>
    );
  }
  return (
    <article id={outcome}>
      <h3>{title}</h3>
      <Lead lead={lead} asides={asides} />
      <Fold
        id={`${outcome}-seen`}
        title="Trials, checks, sources"
        aside={trialCounts(tables)}
        look="narrow"
      >
        <Parts row={row} links={links} />
      </Fold>
    </article>
  );
}

function Lead({ lead, asides }: Pick<ReportedRow, "lead" | "asides">) {
  return (
    <>
      {lead && <p>{lead}</p>}
      {asides.map((text) => (
        <p key={text} class="aside">
          {text}
        </p>
      ))}
    </>
  );
}

interface PartsProps extends Pick<Props, "row" | "links"> {
  /** Of many outcomes paper has the trials and the checks of each, and not every remark. */
  isLong?: boolean;
}

function Parts({ row, links, isLong = false }: PartsProps) {
  const { outcome, label, tables, checks, collected, notes, statistics, beneath } = row;
  const said = [...notes, collected, ...statistics, beneath].filter((text) => text !== "");
  return (
    <div class={tables.length > 0 ? "parts" : undefined}>
      <div>
        <Evidence tables={tables} outcome={label} />
      </div>
      <div>
        {checks && <Checks checks={checks} />}
        <Randomised row={row} />
        <NotPooled row={row} isLong={isLong} />
        <Published row={row} />
        <Timing id={`${outcome}-timing`} classes={row.timing} at={label} />
        {said.length > 0 && (
          <Fold
            id={`${outcome}-notes`}
            title="What to keep in mind"
            aside={said.length}
            look={isLong ? "folded" : undefined}
          >
            <ul class="notes">
              {said.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          </Fold>
        )}
        {tables.length > 0 && (
          <p class="files">
            <a href={links.fitted(outcome)}>Fit again (R script)</a>{" "}
            <a
              class="plot"
              href={links.forest(outcome)}
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

/** Selected trials without a figure that counts, each with the reason. */
function NotPooled({
  row: { outcome, notPooled },
  isLong,
}: Pick<Props, "row"> & { isLong: boolean }) {
  const { count, said, silent } = notPooled;
  if (count === 0) return null;
  return (
    <Fold
      id={`${outcome}-not-counted`}
      title="Not counted, and why"
      aside={count}
      look={isLong ? "folded" : undefined}
    >
      <ul class="notes">
        {said.map(({ cohort, label, text }) => (
          <li key={cohort}>
            {label}: {text}
          </li>
        ))}
        {silent && <li>{silent}</li>}
      </ul>
    </Fold>
  );
}

/** Both arms of each randomised trial, for this outcome. */
function Randomised({ row: { randomised, label } }: Pick<Props, "row">) {
  if (randomised.length === 0) return null;
  return (
    <section class="randomised">
      <h4>Randomised, each against its own control</h4>
      {randomised.some(({ drawings }) => drawings.length > 0) && <Axis />}
      {randomised.map(({ source, ...block }) => (
        <div key={block.texts[0]}>
          <Block block={block} level="h5" />
          {source && (
            <Cite
              of={[{ text: source.citation, href: source.href, tier: source.tier }]}
              at={label}
            />
          )}
        </div>
      ))}
    </section>
  );
}

/** Pools of others, one line a publication. */
function Published({ row: { outcome, published } }: Pick<Props, "row">) {
  const { notes, analyses } = published;
  if (analyses.length === 0) return null;
  return (
    <Fold id={`${outcome}-published`} title="Published pools" aside={analyses.length}>
      {notes.map((text) => (
        <p key={text}>{text}</p>
      ))}
      <ul>
        {analyses.map(({ citation, href, rates, contrast, facts }) => (
          <li key={citation + rates[0]?.group}>
            {rates.map(({ group, ofWhom, rate }) => (
              <span key={group}>
                <Mark group={group} /> <span class="hidden">{drawn.className[group]} </span>
                {[rate.replace(" of 100", ""), ofWhom].filter((text) => text !== "").join(", ")}
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

interface TimingProps {
  id: string;
  classes: readonly TimingOfClass<StatedTiming>[];
  /** What the times are of. */
  at: string;
}

/** How soon and how long, each class by itself, one line a cohort. */
export function Timing({ id, classes, at }: TimingProps) {
  if (classes.length === 0) return null;
  const count = classes.reduce((sum, { lines }) => sum + lines.length, 0);
  return (
    <Fold id={id} title="How soon, how long" aside={count}>
      <ul>
        {classes.flatMap(({ group, lines }) =>
          lines.map(({ cohort, label, said, times }) => (
            <li key={cohort}>
              <Mark group={group} /> <RecordLink cohort={cohort} label={label} />, {said}
              <Cite
                of={times.map(({ source, locator }) => ({
                  text: source.citation,
                  href: linkTo(source),
                  tier: source.tier,
                  locator,
                }))}
                at={at}
              />
            </li>
          )),
        )}
      </ul>
    </Fold>
  );
}
