/** Makes a page of groups other than the two classes side by side: outcome by outcome on one axis, then times. */
import type { Answer } from "#core/answer/answer.ts";
import { makeMedianAndOnsetViews } from "#presentation/row/drug-times.ts";
import { listNamedGroups, makeGroupsRow } from "#presentation/row/groups-in-row.ts";
import { listNotes } from "#presentation/row/notes.ts";
import { makeAbsentDrugsView } from "#presentation/views/absent-drugs.ts";
import {
  describePublishedQuestion,
  describeStudiesLookedFor,
  listNonDefaultRules,
} from "#presentation/views/counting-rules.ts";
import { describeCodedReason } from "#presentation/words/codes.ts";
import { exclusions } from "#presentation/words/exclusions.ts";
import { nameComparedDimension } from "#presentation/words/groups.ts";
import { chooseStudyWord } from "#presentation/words/names.ts";
import { placeFacts } from "#presentation/words/places.ts";
import { joinByCommas, joinBySpaces, uncapitalise } from "#presentation/words/sentences.ts";
import { Drugs } from "#widget/row/drugs.tsx";
import { Notes } from "#widget/row/notes.tsx";
import { gatherProductEvidence } from "../../answers/compute/screen-evidence.ts";
import { Fold, joinNodes, RecordLink, Section } from "../kit/kit.tsx";
import { GroupLines } from "../lines.tsx";
import { HowToCite } from "./method.tsx";
import { References } from "./numbered-references.tsx";
import type { ReportLinks } from "./report-links.ts";
import { renderReportDocument } from "./report-page.tsx";

interface GroupsPage {
  answer: Answer<string>;
  citation: string;
  links: ReportLinks;
}

/**
 * Returns the HTML of the report that has groups of trials side by side.
 *
 * @param linkNote Says that the link was made with other data, if it was.
 */
export function renderGroupsPage(
  { answer, citation, links }: GroupsPage,
  linkNote: string | null,
): string {
  const { query, outcomes, selection } = answer;
  const title = `Side by side: ${uncapitalise(nameComparedDimension(query.compare))}`;
  const groups = listNamedGroups(answer);
  const isOfProducts = query.compare === "product";
  const placed = placeFacts("groups", listNotes(answer, answer), isOfProducts ? [] : ["absent"]);
  const notes = placed("limits");
  const inNoGroup = selection.excluded.filter(({ parameter }) => parameter === "compare");
  return renderReportDocument({
    title,
    description:
      "Groups of trials, each pooled by itself: every number with its trials and sources.",
    linkNote,
    children: (
      <>
        <header>
          <h1>{title}</h1>
          <p>
            {joinBySpaces([
              describePublishedQuestion(answer),
              describeStudiesLookedFor(query),
              ...listNonDefaultRules(query),
            ])}
          </p>
          <p>
            Patients of 100, pooled for a typical {chooseStudyWord(query)} or counted in the only
            one, with 95 % intervals. Each group stands by itself. The groups were other patients in
            other trials: do not rank them by these numbers.
          </p>
          {groups.length === 0 && (
            <p>Nothing can be pooled for this question: there is no number to tell.</p>
          )}
        </header>
        <div class="columns">
          {outcomes
            .map((row) => makeGroupsRow(row, groups, answer))
            .map((row) => (
              <article key={row.outcome} id={row.outcome}>
                <h2>{row.title}</h2>
                <GroupLines row={row} id={row.outcome} />
              </article>
            ))}
        </div>
        {isOfProducts && <DrugTimesAndAbsentDrugs answer={answer} />}
        {notes.length > 0 && (
          <Section title="What to bear in mind">
            <Notes notes={notes} most={notes.length} />
          </Section>
        )}
        {groups.length > 0 && (
          <Section title="Studies of each group">
            {groups.map(({ id, name: group, cohorts }) => (
              <Fold key={id} id={`group-${id}`} title={group} count={cohorts.length}>
                {isOfProducts && (
                  <p class="screen">
                    <a href={`/products/${id}`}>Label, doses and warnings of {group}</a>
                  </p>
                )}
                <p>
                  {joinNodes(
                    cohorts.map((cohort) => <RecordLink key={cohort.cohort} {...cohort} />),
                    "; ",
                  )}
                </p>
              </Fold>
            ))}
          </Section>
        )}
        {inNoGroup.length > 0 && (
          <Section title="Studies in no group">
            <ul>
              {inNoGroup.map(({ cohort, label, reason }) => (
                <li key={cohort}>
                  <RecordLink cohort={cohort} label={label} />:{" "}
                  {describeCodedReason(reason, exclusions)}
                </li>
              ))}
            </ul>
          </Section>
        )}
        <References />
        <HowToCite
          citation={citation}
          answer={answer}
          files={links.files}
          pages={[{ text: "The two classes instead", href: links.classes }]}
        />
      </>
    ),
  });
}

function DrugTimesAndAbsentDrugs({ answer }: Pick<GroupsPage, "answer">) {
  const evidence = gatherProductEvidence(answer);
  const absent = makeAbsentDrugsView(evidence.absent, answer.notes);
  return (
    <>
      <GroupTimes {...makeMedianAndOnsetViews(answer, evidence)} />
      {absent && <p>{absent.text}</p>}
    </>
  );
}

/** Draws times. Medians are open; other times are folded. */
function GroupTimes({
  medians,
  otherTimes: furtherTimes,
}: ReturnType<typeof makeMedianAndOnsetViews>) {
  if (medians.length + furtherTimes.length === 0) return null;
  return (
    <Section title="Medians and timing">
      <div class="columns">
        {medians.map((times) => (
          <article key={times.id}>
            <h3>{joinByCommas([times.label, times.detail])}</h3>
            <Drugs drugs={times.lines} unit={times.unit} end={times.end} />
          </article>
        ))}
        {furtherTimes.map((times) => (
          <Fold
            key={times.id}
            id={`${times.id}-times`}
            title={joinByCommas([times.label, times.detail])}
            count={times.lines.length}
          >
            <Drugs drugs={times.lines} unit={times.unit} end={times.end} />
          </Fold>
        ))}
      </div>
    </Section>
  );
}
