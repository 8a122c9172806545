/** Draws the evidence profile: one table of facts that a guideline panel rates, and the notes below it. */
import { Fragment } from "preact";
import { profileStyles } from "#generated/styles.ts";
import {
  domainNames,
  type EvidenceProfile,
  evidenceProfile,
  type ProfiledRow,
  type ProfileLine,
} from "#presentation/views/evidence-profile.ts";
import { className } from "#presentation/words/class-names.ts";
import { dateText } from "#presentation/words/dates.ts";
import { elementTexts } from "#presentation/words/element.ts";
import { uncapitalised, withCommas } from "#presentation/words/sentences.ts";
import { widening } from "#presentation/words/widen-filters.ts";
import { type FullAnswer, ofClasses } from "../../../answers/compute/full-answer.ts";
import { sitePage } from "../../html/site-frame.tsx";
import { RecordLink, Section, WithAdded } from "../../kit/kit.tsx";
import { HowToCite } from "../method.tsx";
import { Cite, ReferenceList, ReferencesOf, referenceOf } from "../references.tsx";
import { type ReportLinks, reportLinks } from "../report-links.ts";
import { type CitedBlock, randomisedOf } from "../report-view.ts";

interface ProfileProps {
  full: FullAnswer;
  citation: string;
}

export const profileTitle = "Evidence profile";

/** @param linkNote Says that the link was made with other data, if it was. */
export function profilePage(props: ProfileProps, linkNote: string | null): string {
  return sitePage({
    title: profileTitle,
    description:
      "A table for guideline authors: each outcome with both rates, the difference, and the facts by GRADE domain; nothing is rated.",
    styles: profileStyles,
    current: "report",
    content: (
      <main class="page profile">
        {linkNote !== null && <p role="note">{linkNote}</p>}
        <Profile {...props} hasFile />
      </main>
    ),
  });
}

/** @param hasFile True if a link leads to the same profile as a file for a word processor. */
export function Profile({ full, citation, hasFile }: ProfileProps & { hasFile?: boolean }) {
  const answer = ofClasses(full);
  const blocks = new Map(answer.outcomes.map((row) => [row.outcome, randomisedOf(row, answer)]));
  const profile = evidenceProfile(answer, ({ outcome }) => blocks.get(outcome) ?? []);
  const links = reportLinks(answer);
  return (
    <ReferencesOf.Provider value={new Map()}>
      <header class="text">
        <h1>{profileTitle}</h1>
        <p>{profile.question}</p>
        <p>
          {elementTexts.dataDate(dateText(answer.dataDate))}, version {answer.answerVersion}.{" "}
          {answer.review.statement} {elementTexts.footer.audience}{" "}
          {hasFile && <FileLink links={links} />}
        </p>
        <WithAdded labels={answer.added} />
      </header>
      <ProfileTable profile={profile} />
      <UnderTable profile={profile} blocks={blocks} />
      <HowToCite
        citation={citation}
        answer={answer}
        files={links.files}
        pages={[
          { text: "Everything behind it: the report", href: links.part("whole") },
          { text: "Change the question: Compare", href: links.files.compare },
        ]}
      />
    </ReferencesOf.Provider>
  );
}

function FileLink({ links: { files } }: { links: ReportLinks }) {
  if (files.doc === null) return null;
  return (
    <a class="file" href={files.doc} download="evidence-profile.doc">
      For a word processor (DOC)
    </a>
  );
}

/** Lists the columns with the share of the width that each needs, in percent. */
const columns: readonly (readonly [name: string, width: number])[] = [
  ["Outcome", 8],
  ["Trials and patients", 8],
  [`${className["car-t"]}, of 100 (95 % interval)`, 8],
  [`${className.bsab}, of 100 (95 % interval)`, 8],
  ["Difference of 100 with CAR-T (95 % interval)", 8],
  [domainNames.design, 10],
  [domainNames.inconsistency, 13],
  [domainNames.indirectness, 13],
  [domainNames.imprecision, 9],
  [domainNames.reporting, 9],
  ["Certainty (to be rated by the panel)", 6],
];

/** Word processors draw no lines and centre the content of a row unless these old attributes are set. */
const ofTable = { border: 1, cellspacing: "0", cellpadding: "3", width: "100%" };
const ofRow = { valign: "top" };

function ProfileTable({ profile: { rows } }: { profile: EvidenceProfile }) {
  if (rows.length === 0) return <p>{widening.empty}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls is reached by the keyboard
    <section class="scrolling" aria-label={profileTitle} tabIndex={0}>
      <table {...ofTable}>
        <thead>
          <tr>
            {columns.map(([name, width]) => (
              <th key={name} scope="col" align="left" {...{ width: `${width}%` }}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <OutcomeRow key={row.outcome} row={row} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function OutcomeRow({ row }: { row: ProfiledRow }) {
  const { outcome, label, definition, sides, difference, cells } = row;
  return (
    <tr id={outcome} {...ofRow}>
      <th scope="row" align="left">
        <p>
          <strong>{label}</strong>
        </p>
        {definition && <p>{definition}</p>}
      </th>
      <td>
        {sides
          .filter(({ trials }) => trials.length > 0)
          .map(({ group, trials, listedTrials }) => (
            <p key={group}>
              <em>{className[group]}:</em> {trials.join("; ")}
              <Cite of={listedTrials.flatMap(({ citations }) => citations)} at={label} />
            </p>
          ))}
      </td>
      {sides.map(({ group, rates }) => (
        <Lines key={group} texts={rates} />
      ))}
      <Lines texts={difference} />
      {cells.map(({ domain, lines }) => (
        <td key={domain}>
          {lines.map((line, index) => (
            <p key={index}>
              <Facts {...line} />
            </p>
          ))}
        </td>
      ))}
      <td />
    </tr>
  );
}

function Lines({ texts }: { texts: readonly string[] }) {
  return (
    <td>
      {texts.map((text) => (
        <p key={text}>{text}</p>
      ))}
    </td>
  );
}

function Facts({ lead, facts }: ProfileLine) {
  return (
    <>
      {lead && <em>{lead}: </em>}
      {facts.map(({ text, letter }, index) => (
        <Fragment key={text}>
          {index > 0 && "; "}
          {text}
          {letter && (
            <sup>
              <a href={`#explanation-${letter}`}>{letter}</a>
            </sup>
          )}
        </Fragment>
      ))}
    </>
  );
}

interface UnderTableProps {
  profile: EvidenceProfile;
  /** Lists what randomised trials reported of each outcome. */
  blocks: ReadonlyMap<string, readonly CitedBlock[]>;
}

function UnderTable({ profile, blocks }: UnderTableProps) {
  const { rows, notes, explanations, abbreviations } = profile;
  return (
    <>
      <Section id="notes" title="For all outcomes">
        <ul>
          {notes.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </Section>
      {explanations.length > 0 && (
        <Section id="explanations" title="Explanations">
          {explanations.map(({ letter, text }) => (
            <p key={letter} id={`explanation-${letter}`}>
              <sup>{letter}</sup> {text}
            </p>
          ))}
        </Section>
      )}
      {rows.length > 0 && (
        <Section id="trials" title="Trials of each outcome">
          {rows.map((row) => (
            <TrialsOfOutcome key={row.outcome} row={row} blocks={blocks.get(row.outcome) ?? []} />
          ))}
        </Section>
      )}
      <Section id="abbreviations" title="Abbreviations">
        <p>{abbreviations.join("; ")}.</p>
      </Section>
      <Section id="references" title="Sources">
        <ReferenceList />
      </Section>
    </>
  );
}

interface TrialsProps {
  row: ProfiledRow;
  blocks: readonly CitedBlock[];
}

function TrialsOfOutcome({ row: { label, sides }, blocks }: TrialsProps) {
  return (
    <>
      <h3>{label}</h3>
      {sides
        .filter(({ listedTrials }) => listedTrials.length > 0)
        .map(({ group, listedTrials }) => (
          <p key={group}>
            <em>{className[group]}:</em>{" "}
            {listedTrials.map(({ cohort, label: trial, product, text, citations }, index) => (
              <Fragment key={index}>
                {index > 0 && "; "}
                {product}, <RecordLink cohort={cohort} label={trial} />
                {text && ` ${text}`}
                <Cite of={citations} at={label} />
              </Fragment>
            ))}
          </p>
        ))}
      {blocks.map(({ title, texts, drawings, source }) => (
        <p key={title + texts[0]}>
          <em>
            Randomised, {withCommas([title, ...drawings.map(({ name }) => uncapitalised(name))])}:
          </em>{" "}
          {texts.join(" ")}
          <Cite of={source ? [referenceOf(source)] : []} at={label} />
        </p>
      ))}
    </>
  );
}
