/**
 * Draws drugs side by side: each drug with its label and a line for each outcome, on a wide screen a column for each;
 * then the drugs that the question leaves out, and what precedes a treatment.
 */

import { groupBy } from "#data/lists-and-objects.ts";
import { nameTrialOrDrug } from "#presentation/row/names.ts";
import type { AbsentView } from "#presentation/views/absent-drugs.ts";
import type { DrugResult, DrugWithOutcomes, OutcomeOfDrugs } from "#presentation/views/by-drug.ts";
import type { ScreenOf } from "#presentation/views/screen.ts";
import { elementTexts } from "#presentation/words/element.ts";
import { capitalise } from "#presentation/words/sentences.ts";
import { makePermalink } from "../question.ts";
import { DrugName } from "../row/drugs.tsx";
import { Paragraphs } from "../row/notes.tsx";
import { Opener, UnreportedOutcomes } from "../row/opener.tsx";
import { AxisHead, StripWithNumber } from "../row/strip.tsx";
import { ComparedStudies } from "../row/studies-of-others.tsx";
import { Headline } from "./headline.tsx";
import { InPlaceLink } from "./links.tsx";
import type { ViewParts, ViewProps } from "./shell.tsx";

type ByDrugProps = ViewProps<ScreenOf<"products">>;

export const byDrugView: ViewParts<"products"> = { Head: Headline, Body: DrugByDrug };

/** With more outcomes than this there are no columns, and each drug folds its further lines. */
const mostLines = 8;

function DrugByDrug(props: ByDrugProps) {
  const { view, stale = false } = props;
  const { outcomes, drugs, furtherDrugs, key, notes, absent, between } = view.byDrug;
  const drawn = (drug: DrugWithOutcomes) => <Drug key={drug.product} {...props} drug={drug} />;
  return (
    <>
      <div
        class={outcomes.length > mostLines ? "by-drug" : "by-drug matrix"}
        aria-busy={stale || undefined}
      >
        {outcomes.length > 0 && <OutcomeNames outcomes={outcomes} />}
        {drugs.map(drawn)}
        {furtherDrugs.length > 0 && (
          <details>
            <summary>{furtherDrugs.length} more drugs</summary>
            {furtherDrugs.map(drawn)}
          </details>
        )}
      </div>
      {absent && <AbsentDrugsLine {...props} absent={absent} />}
      {outcomes.length > 0 && (
        <div class="key">
          <Paragraphs texts={[key, ...notes]} />
        </div>
      )}
      <UnreportedOutcomes {...props} />
      {between && (
        <section class="compared">
          <h3>{between.title}</h3>
          {between.note && <p class="muted">{between.note}</p>}
          <ComparedStudies studies={between.studies} isOpen />
        </section>
      )}
    </>
  );
}

/** Names the drugs that the question leaves out, each with why; a fold has the question that counts each. */
function AbsentDrugsLine({
  absent: { text, offers },
  site,
  act,
  linkTo = makePermalink,
}: ByDrugProps & { absent: AbsentView }) {
  return (
    <div class="absent muted">
      <p>{text}</p>
      <details>
        <summary>{elementTexts.addDrug}</summary>
        <ul>
          {offers.map(({ name, query }) => (
            <li key={name}>
              <InPlaceLink href={linkTo(site, query)} go={act && (() => act.choose(query))}>
                {name}
              </InPlaceLink>
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}

const monthTicks = [0, 12, 24, 36];

/** Draws the axis above all lines, and on a wide screen the names of the columns, each with its own axis, instead. */
function OutcomeNames({ outcomes }: { outcomes: readonly OutcomeOfDrugs[] }) {
  return (
    <>
      <AxisHead />
      <ul class="outcome-names" aria-hidden="true">
        {outcomes.map(({ id, label, unit }) => (
          <li key={id}>
            {label} <small>{unit === elementTexts.of100 ? unit : "median"}</small>
            <AxisHead of="" ticks={unit === elementTexts.of100 ? undefined : monthTicks} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Drug({ drug, ...props }: ByDrugProps & { drug: DrugWithOutcomes }) {
  const { outcomes } = props.view.byDrug;
  const results = drug.results.flatMap((result, index) => {
    const outcome = outcomes[index];
    return outcome ? [{ outcome, result }] : [];
  });
  const isLong = results.length > mostLines;
  const known = results.filter(({ result: { lines, beneath } }) => lines.length > 0 || beneath);
  const shown = isLong ? known.slice(0, mostLines) : results;
  const further = isLong ? known.slice(mostLines) : [];
  const without = isLong ? results.filter((entry) => !known.includes(entry)) : [];
  const linesOf = (entries: typeof results) => (
    <ul>
      {entries.map((entry) => (
        <OutcomeOfDrug key={entry.outcome.id} {...props} {...entry} drug={drug} />
      ))}
    </ul>
  );
  return (
    <section class={`drug ${drug.group}${drug.trials.length > 0 ? " in-order" : ""}`}>
      <div>
        <h3>
          <DrugName drug={drug} />
        </h3>
        {drug.label && <p class="muted">{drug.label}</p>}
        {drug.trials.length > 0 && (
          <p class="muted order">
            {drug.trials.length} rows: {drug.trials.join(", then ")}.
          </p>
        )}
      </div>
      {linesOf(shown)}
      {further.length > 0 && (
        <details>
          <summary>{further.length} more outcomes</summary>
          {linesOf(further)}
        </details>
      )}
      {groupBy(without, ({ result }) => result.none ?? "").map((of) => (
        <p key={of[0].result.none} class="muted">
          {capitalise(of[0].result.none ?? "")}: {of.map(({ outcome }) => outcome.label).join(", ")}
          .
        </p>
      ))}
    </section>
  );
}

interface OutcomeOfDrugProps extends ByDrugProps {
  drug: DrugWithOutcomes;
  outcome: OutcomeOfDrugs;
  result: DrugResult;
}

function OutcomeOfDrug({ drug, outcome, result, openRow, act }: OutcomeOfDrugProps) {
  const { lines, none, beneath, heard } = result;
  const isOpen = outcome.outcome === openRow;
  const isSeveral = lines.length > 1;
  const axis = outcome.unit === elementTexts.of100 ? "" : " in-months";
  return (
    <li
      class={`row result${isOpen ? " open" : ""}${axis}${isSeveral ? " by-trial" : ""}`}
      part="row"
      data-outcome={outcome.outcome}
    >
      <Opener
        class="opener"
        outcome={outcome.outcome}
        open={isOpen}
        onToggle={act && (() => act.toggleRow(outcome.outcome))}
      >
        <span class="name" aria-hidden="true">
          {outcome.brief ?? outcome.label}
        </span>
        <span class="hidden">
          {drug.name}, {outcome.brief && `${outcome.brief}, `}
          {outcome.label}: {heard}
        </span>
      </Opener>
      <div class="places" aria-hidden="true">
        {lines.map((line, index) => {
          const drawing = (
            <StripWithNumber
              key={index}
              group={line.group}
              side={line}
              hasAxis={hasPlaceOnAxis(line)}
            />
          );
          if (!isSeveral) return drawing;
          return (
            <div key={index}>
              <small>{nameTrialOrDrug(line)}</small>
              {drawing}
            </div>
          );
        })}
        {none && (
          <p class="number part">
            <span>{none}</span>
          </p>
        )}
      </div>
      {beneath && <small aria-hidden="true">{beneath}</small>}
    </li>
  );
}

function hasPlaceOnAxis({ marks, tails }: DrugResult["lines"][number]): boolean {
  return marks.length > 0 || tails !== undefined;
}
