/** Draws the summary of findings: what it is not, and a table with one row an outcome. */
import { provenance } from "#data/generated/provenance.ts";
import type { SummaryOfFindings, SummaryRow } from "#presentation/report/summary-of-findings.ts";
import type { CertaintyReason } from "#presentation/row/certainty-reasons.ts";
import type { ApheresedFinding, FindingSide, FoundDifference } from "#presentation/row/finding.ts";
import { InlineClassMark } from "#presentation/svg/marks.tsx";
import { chooseStudyWord, className, type StudyWord } from "#presentation/words/names.ts";
import { formatCountWithNoun, joinBySemicolons, pluralise } from "#presentation/words/sentences.ts";
import type { ClassAnswer } from "../../answers/compute/full-answer.ts";
import { Fold, joinNodes } from "../kit/kit.tsx";
import { describeBiasRating } from "./patients.tsx";

interface ScopeProps {
  answer: Pick<ClassAnswer, "query" | "selection">;
}

/** Says that this is no systematic review, and which ratings of these trials were published. */
export function ScopeOfSummary({ answer: { query, selection } }: ScopeProps) {
  const noun = chooseStudyWord(query);
  const ratings = selection.included.map(({ cohort }) => provenance[cohort]?.ratings ?? []);
  const rated = ratings.filter(({ length }) => length > 0).length;
  return (
    <p>
      This is no systematic review, and no two readers rated the risk of bias of each {noun}.{" "}
      {rated === 0 ? (
        "No published rating was found."
      ) : (
        <>
          <a href="#studies-bias">Published ratings</a> of {rated} of{" "}
          {formatCountWithNoun(ratings.length, "study")}:{" "}
          {[...new Set(ratings.flat().map(describeBiasRating))].join("; ")}.
        </>
      )}
    </p>
  );
}

interface SummaryProps {
  summary: SummaryOfFindings;
  noun: StudyWord;
  /** Returns the link to what is behind a row; `null` if there is none. */
  hrefOf: (row: Pick<SummaryRow, "outcome" | "isElsewhere">) => string | null;
}

export function Summary({ summary, noun, hrefOf }: SummaryProps) {
  const { rows, classes, furtherRows } = summary;
  const isOfBoth = classes.length > 1;
  const columns = classes.length + (isOfBoth ? 4 : 2);
  return (
    <>
      <table class="findings">
        <caption>
          Summary of findings: patients of 100, pooled for a typical {noun} or counted in the only
          one (95 % interval), and counts.
          {isOfBoth &&
            ` Differences, with CAR-T, are fitted between separate ${pluralise(noun)}, not subtracted; analyses make them again with one thing changed; none removes bias.`}
        </caption>
        <thead>
          <tr>
            <th scope="col">Outcome</th>
            {classes.map((group) => (
              <th key={group} scope="col">
                <InlineClassMark group={group} /> {className[group]}, of 100
              </th>
            ))}
            {isOfBoth && <th scope="col">Difference</th>}
            {isOfBoth && <th scope="col">By trial; what would change it</th>}
            <th scope="col">{noun === "trial" ? "Trials" : "Studies"}, patients</th>
          </tr>
        </thead>
        <tbody>
          <tr class="certainty">
            <th scope="row">
              Every outcome <small>unless its row says otherwise</small>
            </th>
            <td colSpan={columns - 1}>
              <Certainty id="every" certainty={summary.certainty} reasons={summary.common} />
            </td>
          </tr>
        </tbody>
        {rows.map((row) => (
          <tbody key={row.outcome}>
            <FindingRow row={row} isOfBoth={isOfBoth} noun={noun} href={hrefOf(row)} />
            {row.apheresed && <ApheresedRow apheresed={row.apheresed} isOfBoth={isOfBoth} />}
            <tr class="certainty">
              <td colSpan={columns}>
                <Certainty id={row.outcome} reasons={row.reasons} />
              </td>
            </tr>
          </tbody>
        ))}
      </table>
      {furtherRows.length > 0 && (
        <p class="muted">
          {formatCountWithNoun(furtherRows.length, "more outcome")} below:{" "}
          {joinNodes(
            furtherRows.map(({ outcome, name }) => {
              const href = hrefOf({ outcome, isElsewhere: false });
              return href === null ? name : <a href={href}>{name}</a>;
            }),
            "; ",
          )}
          .
        </p>
      )}
    </>
  );
}

interface RowProps {
  row: SummaryRow;
  /** True if both classes have a trial, so that there may be a difference. */
  isOfBoth: boolean;
  noun: StudyWord;
  href: string | null;
}

/** Returns text such as "4 v 3 of 5", "4" for one class, "4 v –" where one has none. */
function joinSideTexts(texts: readonly string[]): string {
  return texts.every((text) => text === "") ? "" : texts.map((text) => text || "–").join(" v ");
}

function FindingRow({ row, isOfBoth, noun, href }: RowProps) {
  const { label, detail, sides, difference, notCompared } = row;
  return (
    <tr>
      <th scope="row">
        {href === null ? label : <a href={href}>{label}</a>}
        {detail && <small>{detail}</small>}
      </th>
      {sides.map((side) => (
        <FindingSideCell key={side.group} side={side} />
      ))}
      {isOfBoth && difference && (
        <>
          <td data-label="Difference">
            <Difference {...difference} />
          </td>
          <td data-label="By trial; what would change it">
            {difference.change}
            {difference.byTrial && <small>{difference.byTrial}</small>}
          </td>
        </>
      )}
      {isOfBoth && !difference && (
        <td data-label="Difference" colSpan={2}>
          {notCompared}
        </td>
      )}
      <td data-label={noun === "trial" ? "Trials" : "Studies"}>
        <span>{joinSideTexts(sides.map(({ trials }) => trials))}</span>
        <small>{joinSideTexts(sides.map(({ patients }) => patients))}</small>
      </td>
    </tr>
  );
}

function FindingSideCell({ side: { group, name, number, below } }: { side: FindingSide }) {
  return (
    <td class={group} data-label={className[group]}>
      <span>{name === "" ? number : `${name}: ${number}`}</span>
      {below.length > 0 && <small>{joinBySemicolons(below)}</small>}
    </td>
  );
}

function Difference({ amount, range }: Pick<FoundDifference, "amount" | "range">) {
  return (
    <span>
      {amount} ({range})
    </span>
  );
}

interface ApheresedProps extends Pick<RowProps, "isOfBoth"> {
  apheresed: ApheresedFinding;
}

/** Draws all apheresed of the trials that report both, with the difference if they count. */
function ApheresedRow({ apheresed, isOfBoth }: ApheresedProps) {
  const { number, infused, size, difference, assumption } = apheresed;
  return (
    <tr class="apheresed">
      <th scope="row">All apheresed</th>
      <td class="car-t" data-label={className["car-t"]}>
        <span>
          {number} <small>infused: {infused}</small>
        </span>
      </td>
      {isOfBoth && (
        <>
          <td />
          <td data-label="Difference">{difference && <Difference {...difference} />}</td>
        </>
      )}
      <td data-label="Of" colSpan={isOfBoth ? 2 : 1}>
        <small>{joinBySemicolons([size, assumption])}</small>
      </td>
    </tr>
  );
}

interface CertaintyProps {
  id: string;
  /** The rating of every outcome, in the first line of the table. */
  certainty?: string;
  reasons: readonly CertaintyReason[];
}

/** Draws the certainty with its reasons, which a phone folds. */
function Certainty({ id, certainty, reasons }: CertaintyProps) {
  return (
    <>
      {certainty && <span class="rating">{certainty}.</span>}{" "}
      <Fold id={`${id}-certainty`} title={certainty ? "Why" : "Certainty"} look="narrow">
        {reasons.map(({ name, text }) => (
          <span key={name}>
            <span class="domain">{name}:</span> {text}.{" "}
          </span>
        ))}
      </Fold>
    </>
  );
}
