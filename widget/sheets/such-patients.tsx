/** What single studies reported of such patients, by one property: each as a mark on the axis of 0 to 100. Never pooled. */
import { therapyClasses } from "#data/vocabulary.ts";
import { Mark } from "#presentation/svg/marks.tsx";
import { className } from "#words/class-names.ts";
import { patient as ofPatient } from "#words/patient.ts";
import { RecordLink } from "../record-link.tsx";
import { Axis, Plotted } from "../row/strip.tsx";
import {
  type LevelForPatient,
  type OutcomeForPatient,
  type PropertyOfPatient,
  withoutSuch,
} from "./reported-for-patient.ts";

const { reported: words } = ofPatient;

export function SuchPatients(shown: PropertyOfPatient) {
  const { property, such, beside, isBelowAll } = shown;
  const [first] = such;
  const [firstBeside] = beside;
  return (
    <section class="drugs such">
      <h3>{words.title(property, first?.name)}</h3>
      {isBelowAll && !first ? (
        <p>{words.onlyOlder}</p>
      ) : (
        <Levels levels={first?.levels ?? []} of={shown} />
      )}
      {firstBeside && (
        <>
          <h4>
            {words.beside} <small>{firstBeside.name}</small>
          </h4>
          <Levels levels={firstBeside.levels} />
        </>
      )}
    </section>
  );
}

interface LevelsProps {
  levels: OutcomeForPatient["levels"];
  /** Says why a class has no level here; absent beside such patients. */
  of?: PropertyOfPatient;
}

/** The classes one below the other: no study is set against another. */
export function Levels({ levels, of }: LevelsProps) {
  return (
    <>
      {levels.some(({ at, because }) => at !== undefined && !because) && <Axis />}
      <ul>
        {therapyClasses.map((group) => {
          const own = levels.filter((level) => level.group === group);
          if (own.length > 0)
            return own.map((level) => <Level key={level.study + level.text} {...level} />);
          return (
            of && (
              <li key={group} class={`plotted hollow ${group}`}>
                <span>
                  <Mark group={group} /> {className[group]}: {withoutSuch(of, group)}
                </span>
              </li>
            )
          );
        })}
      </ul>
    </>
  );
}

/** A bound, short enough to stand beside a number: "< 75: 53". */
const bound = /^[<≤≥].{1,8}$/;

function Level({
  group,
  cohort,
  name,
  text,
  at,
  value,
  count,
  n,
  others,
  href,
  because,
}: LevelForPatient) {
  const isBound = bound.test(others);
  const about = [text, because && count ? "" : n, others && !isBound && words.others(others)];
  const number = because ? count || value : value;
  return (
    <li class={`plotted ${group}`}>
      <span>
        <Mark group={group} /> <RecordLink cohort={cohort} label={name} publication={href} />{" "}
        <small>{about.filter(Boolean).join(", ")}</small>
      </span>
      <Plotted
        group={group}
        side={{
          marks: at === undefined || because ? [] : [{ at, kind: "figure" }],
          filled: false,
          number: number || "–",
          under: isBound ? others : "",
        }}
      />
    </li>
  );
}
