/**
 * What single studies reported of such patients: for each property that was said one small table, such
 * patients with the others of the same study; then levels that may hold the patient and are not counted;
 * below all that is reported. Never pooled.
 */
import type { ComponentChildren } from "preact";
import type { Lines } from "#core/question/for-patient.ts";
import type { OwnPatient } from "#core/question/patient.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import type { ReportedBy, ReportedStudy } from "#presentation/statement/patients.ts";
import { Mark } from "#presentation/svg/marks.tsx";
import { className } from "#words/class-names.ts";
import { patient as ofPatient } from "#words/patient.ts";
import { RecordLink } from "../record-link.tsx";
import { NewTab } from "../views/links.tsx";
import {
  type LevelForPatient,
  type OutcomeForPatient,
  type PropertyOfPatient,
  reportedForPatient,
  withoutSuch,
} from "./reported-for-patient.ts";

const { reported: words } = ofPatient;

interface Props {
  reported: readonly ReportedBy[];
  patient: OwnPatient;
  /** Those of the question that is asked for the patient. */
  lines: Lines;
}

export function ReportedForPatient({ reported, patient, lines }: Props) {
  const all = reportedForPatient(reported, { ...patient, lines });
  const shown = new Set(all.flatMap(({ studies }) => studies));
  return (
    <>
      {all.map((one) => (
        <Property key={one.property.name} {...one} />
      ))}
      <Fold title={words.otherGroups}>
        {reported
          .map((one) => ({ ...one, studies: one.studies.filter((study) => !shown.has(study)) }))
          .filter(({ studies }) => studies.length > 0)
          .map(({ property, title, studies }) => (
            <Fold key={property} title={title}>
              <Studies studies={studies} />
            </Fold>
          ))}
      </Fold>
    </>
  );
}

export function Fold({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <details class="filter">
      <summary>{title}</summary>
      {children}
    </details>
  );
}

function Property({ property, such, beside, isBelowAll: isBelow, studies }: PropertyOfPatient) {
  const [first, ...others] = such;
  const [firstBeside] = beside;
  const none = (group: TherapyClass) => withoutSuch({ property, such, beside }, group);
  return (
    <section>
      <h3>{words.title(property)}</h3>
      {first ? (
        <Table {...first} none={none} />
      ) : isBelow ? (
        <p>{words.onlyOlder}</p>
      ) : (
        therapyClasses.map((group) => (
          <p key={group}>
            <Mark group={group} /> {className[group]}: {none(group)}
          </p>
        ))
      )}
      {firstBeside && (
        <>
          <h4>{words.beside}</h4>
          <Table {...firstBeside} />
        </>
      )}
      {studies.length > 0 && (
        <Fold title={words.more}>
          {others.map((table) => (
            <Table key={table.name} {...table} none={none} />
          ))}
          <Studies studies={studies} />
        </Fold>
      )}
    </section>
  );
}

interface TableProps extends OutcomeForPatient {
  /** What is said of a class without a level here; absent beside such patients. */
  none?: (group: TherapyClass) => string;
}

/** The classes one below the other: no study is set against another. */
function Table({ name, levels, none }: TableProps) {
  return (
    <table class="such" aria-label={name}>
      <thead>
        <tr>
          <th scope="col">{name}</th>
          <th scope="col">{none ? words.such : words.all}</th>
          <th scope="col">{words.others}</th>
          <th scope="col">{words.n}</th>
        </tr>
      </thead>
      {therapyClasses
        .map((group) => ({ group, own: levels.filter(({ study }) => study.group === group) }))
        .filter(({ own }) => own.length > 0 || none)
        .map(({ group, own }) => (
          <tbody key={group}>
            <tr>
              <th scope="rowgroup" colSpan={4}>
                <Mark group={group} /> {className[group]}
                {own.length === 0 && none && `: ${none(group)}`}
              </th>
            </tr>
            {own.map((one) => (
              <Level key={one.study.label + one.text} {...one} />
            ))}
          </tbody>
        ))}
    </table>
  );
}

function Level({ study, source, text, value, count, n, others, because }: LevelForPatient) {
  return (
    <tr>
      <th scope="row">
        <RecordLink {...study} publication={study.sources[source]?.href} />
        <small>{text}</small>
      </th>
      <td>{because ? count || value || "–" : <strong>{value || "–"}</strong>}</td>
      <td>
        {others.map((one) => (
          <small key={one.level}>
            {one.value} {one.level}
          </small>
        ))}
        {others.length === 0 && "–"}
      </td>
      <td>{n || "–"}</td>
    </tr>
  );
}

function Studies({ studies }: Pick<ReportedBy, "studies">) {
  return (
    <>
      {studies.map((study) => (
        <Study key={study.label + study.outcomes[0]?.name} {...study} />
      ))}
    </>
  );
}

function Study({ label, group, design, cohort, outcomes, sources }: ReportedStudy) {
  return (
    <section class="study">
      <h4>
        <Mark group={group} /> <RecordLink cohort={cohort} label={label} />{" "}
        <span class="tag">{design}</span>
      </h4>
      <ul>
        {outcomes.map(({ name, text }) => (
          <li key={name + text}>
            <strong>{name}</strong> – {text}
          </li>
        ))}
      </ul>
      {sources.map(({ citation, href }) => (
        <p key={citation} class="muted note">
          {href === null ? (
            words.sourceAt(citation)
          ) : (
            <NewTab href={href}>{words.sourceAt(citation)}</NewTab>
          )}
        </p>
      ))}
    </section>
  );
}
