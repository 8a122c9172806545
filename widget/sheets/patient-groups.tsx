/**
 * Draws groups of patients of single studies in one form: the drug, the patients in words, a mark on the axis of 0 to
 * 100, and the number with its count. The other patients of the same report are a grey square on the same line. Nothing
 * is pooled.
 */

import type { MarkView } from "#presentation/row/plotted.ts";
import { describeGroupsOfOtherQuestions, groupTexts } from "#presentation/views/patient-groups.ts";
import type { GroupPart, ReportedGroup } from "#presentation/views/reported-groups.ts";
import type { GroupList, GroupsOfProperty } from "#presentation/views/select-groups.ts";
import { joinByCommas, joinBySpaces } from "#presentation/words/sentences.ts";
import { AxisHead, StripWithNumber } from "../row/strip.tsx";
import { TrialLink } from "../row/surface.tsx";

export function PatientGroups({ groups }: { groups: readonly GroupsOfProperty[] }) {
  const lists = groups.flatMap(({ first }) => first);
  const isNothing = ({ first, further, outside, missing }: GroupsOfProperty) =>
    first.length + further.length + outside.length === 0 && missing !== groupTexts.onlyOlder;
  const nothing = groups.filter(isNothing).map(({ property }) => property);
  return (
    <>
      {lists.some(hasPlottedGroup) && <AxisHead />}
      {groups
        .filter((of) => !isNothing(of))
        .map((of) => (
          <section key={of.property.name}>
            <GroupLists lists={of.first} />
            <MissingGroups of={of} />
          </section>
        ))}
      {nothing.length > 0 && <p class="note muted">{groupTexts.nothing(nothing)}</p>}
    </>
  );
}

/** States in one paragraph what is not reported, and what another question would hold. */
function MissingGroups({ of }: { of: GroupsOfProperty }) {
  const text = joinBySpaces([of.missing, describeGroupsOfOtherQuestions(of)]);
  return text && <p class="note muted">{text}</p>;
}

const hasPlottedGroup = ({ groups }: GroupList) => groups.some(({ at }) => at !== undefined);

export function GroupLists({ lists }: { lists: readonly GroupList[] }) {
  return (
    <>
      {lists.map(({ title, groups }) => (
        <section key={title}>
          <h3>{title}</h3>
          <ul class="rows">
            {groups.map((group) => (
              <ReportedGroupRow
                key={group.drug + group.name + group.text + group.href}
                {...group}
              />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function ReportedGroupRow({
  group,
  cohort,
  drug,
  name,
  text,
  at,
  number,
  under,
  others,
  href,
}: ReportedGroup) {
  const isDrawn = at !== undefined;
  const unit = isDrawn || number === "" ? under : `months, ${under}`;
  return (
    <li class={`row ${group}`}>
      <div class="head">
        <p class="name">
          <TrialLink cohort={cohort} label={drug} publication={href} />{" "}
          <small>{joinByCommas([name, text])}</small>
        </p>
        <p class="sure">
          {!isDrawn && (
            <span>
              {number && <strong>{number}</strong>} {unit}
            </span>
          )}
          {others.map((other) => (
            <OtherInWords key={other.name} {...other} />
          ))}
        </p>
      </div>
      {isDrawn && (
        <div class="sides">
          <div class="side">
            <StripWithNumber
              group={group}
              side={{
                marks: placeGroupMarks(at, others),
                tails: placeLinesToOtherPatients(at, others),
                filled: false,
                number,
                under,
              }}
            />
          </div>
        </div>
      )}
    </li>
  );
}

/** Writes the other patients of a report in words, after the square that marks them in the drawing. */
function OtherInWords({ name, at, number, under }: GroupPart) {
  return (
    <span>
      {at !== undefined && <span aria-hidden="true">□ </span>}
      {joinBySpaces([`${name}:`, number || under, at !== undefined && `(${under})`])}
    </span>
  );
}

/**
 * Places the marks of a group; the other patients come first, so that the group lies over them.
 */
function placeGroupMarks(at: number, others: readonly GroupPart[]): MarkView[] {
  return [
    ...others.flatMap((other): MarkView[] =>
      other.at === undefined ? [] : [{ at: other.at, kind: "other-patients" }],
    ),
    { at, kind: "figure" },
  ];
}

/** Places the dotted lines that join a group to the other patients of its report. */
function placeLinesToOtherPatients(at: number, others: readonly GroupPart[]): [number, number][] {
  return others.flatMap((other): [number, number][] =>
    other.at === undefined ? [] : [[Math.min(at, other.at), Math.max(at, other.at)]],
  );
}
