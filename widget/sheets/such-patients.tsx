/**
 * Draws what single studies reported of such patients, by one property: each as a mark on the axis of 0 to 100.
 * Nothing is pooled.
 */
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import { Mark } from "#presentation/svg/marks.tsx";
import type { LevelText, ReportedLevel } from "#presentation/views/reported-tables.ts";
import { className } from "#presentation/words/class-names.ts";
import { patientTexts as ofPatient } from "#presentation/words/patient.ts";
import { notFound } from "#presentation/words/source-tier.ts";
import { AxisHead, StripWithNumber } from "../row/strip.tsx";
import { SiteTrialLink } from "../site-trial-link.tsx";
import { formOf, type PropertyOfPatient, withoutSuch } from "./reported-for-patient.ts";

const { reported: words } = ofPatient;

export function SuchPatients(props: PropertyOfPatient) {
  const { property, tables, notCounted, isBelowAll } = props;
  const [first] = tables;
  const [firstNotCounted] = notCounted;
  return (
    <section class="drugs such">
      <h3>{words.title(property, first?.name)}</h3>
      {isBelowAll && !first ? (
        <p>{words.onlyOlder}</p>
      ) : (
        <LevelLines levels={first?.levels ?? []} none={(group) => withoutSuch(props, group)} />
      )}
      {firstNotCounted && (
        <>
          <h4>
            Beside them, not counted as such patients <small>{firstNotCounted.name}</small>
          </h4>
          <LevelLines levels={firstNotCounted.levels} />
        </>
      )}
    </section>
  );
}

interface LevelLinesProps {
  levels: readonly ReportedLevel[];
  /** Says why a class has no level here; absent from the list of what is not counted. */
  none?: (group: TherapyClass) => string;
}

/** The classes one below the other: no study is set against another. */
export function LevelLines({ levels, none }: LevelLinesProps) {
  const form = formOf(levels);
  return (
    <>
      {levels.some(({ at, isUncounted }) => at !== undefined && !isUncounted) && <AxisHead />}
      <ul>
        {therapyClasses.map((group) => {
          const levelsOfGroup = levels.filter((level) => level.group === group);
          if (levelsOfGroup.length > 0)
            return levelsOfGroup.map((level) => (
              <LevelLine key={level.name + level.text} {...level} {...level[form]} />
            ));
          return (
            none && (
              <li key={group} class={`plotted hollow ${group}`}>
                <span>
                  <Mark group={group} /> {className[group]}: {none(group)}
                </span>
              </li>
            )
          );
        })}
      </ul>
    </>
  );
}

function LevelLine(level: ReportedLevel & LevelText) {
  const { group, cohort, name, text, at, number, under, about, href, isUncounted } = level;
  return (
    <li class={`plotted ${group}`}>
      <span>
        <Mark group={group} /> <SiteTrialLink cohort={cohort} label={name} publication={href} />{" "}
        <small>{[text, about].filter(Boolean).join(", ")}</small>
      </span>
      <StripWithNumber
        group={group}
        side={{
          marks: at === undefined || isUncounted ? [] : [{ at, kind: "figure" }],
          filled: false,
          number: number || notFound,
          under,
        }}
      />
    </li>
  );
}
