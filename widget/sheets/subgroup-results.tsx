/**
 * What single studies printed of such patients: for each property that was said one small table, such
 * patients beside the others of the same study; below it all that is printed. Never pooled.
 */
import { Fragment } from "preact";
import {
  holds,
  isOfUnknownKind,
  propertiesOf,
  type Said,
  withinOf,
} from "#core/others/subgroups-of-patient.ts";
import type { OwnPatient } from "#core/question/patient.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import type { ReportedBy, ReportedLevel, ReportedStudy } from "#presentation/statement/patients.ts";
import { Mark } from "#presentation/svg/marks.tsx";
import { className } from "#words/class-names.ts";
import { patient as ofPatient } from "#words/patient.ts";
import { RecordLink } from "../record-link.tsx";
import { NewTab } from "../views/links.tsx";

const { reported: words } = ofPatient;

interface Props {
  reported: readonly ReportedBy[];
  patient: OwnPatient;
}

export function ReportedForPatient({ reported, patient }: Props) {
  const all = propertiesOf(patient).map((said) => {
    const [property, value] = said;
    const names = [property, ...withinOf(property)];
    const own = reported.filter((one) => names.includes(one.property));
    const printed = own.filter((one) => one.property === property).flatMap((one) => one.tables);
    const tables = tablesOf(printed, (of) => holds(of, value) === true);
    // A study of others alone is not of such patients; of two groups set against each other they are one.
    const isOfSuch = ({ of }: ReportedStudy) => of.some((level) => holds(level, value) !== false);
    const studies = own.flatMap((one) => one.studies.filter(isOfSuch));
    const [perhaps] = tablesOf(printed, (of) => isOfUnknownKind(of, value));
    return { property, title: titleOf(said), tables, perhaps, studies };
  });
  const shown = new Set(all.flatMap(({ studies }) => studies));
  return (
    <>
      {all.map(({ property, title, tables, perhaps, studies }) => {
        const [first, ...others] = tables;
        return (
          <section key={property}>
            <h3>{title}</h3>
            {first ? <Table {...first} /> : <p>{words.none}</p>}
            {perhaps && (
              <>
                <h4>{words.kindNotPrinted}</h4>
                <Table {...perhaps} />
              </>
            )}
            {studies.length > 0 && (
              <details class="filter">
                <summary>
                  <span>{words.more}</span>
                </summary>
                {others.map((table) => (
                  <Table key={table.name} {...table} />
                ))}
                <Studies studies={studies} />
              </details>
            )}
          </section>
        );
      })}
      <details class="filter">
        <summary>
          <span>{words.otherGroups}</span>
        </summary>
        {reported
          .map((one) => ({ ...one, studies: one.studies.filter((study) => !shown.has(study)) }))
          .filter(({ studies }) => studies.length > 0)
          .map(({ property, title, studies }) => (
            <details key={property} class="filter">
              <summary>
                <span>{title}</span>
              </summary>
              <Studies studies={studies} />
            </details>
          ))}
      </details>
    </>
  );
}

/** Of each outcome the levels that are meant. */
function tablesOf(
  tables: ReportedBy["tables"],
  isMeant: (of: ReportedLevel["of"]) => boolean,
): ReportedBy["tables"] {
  return tables
    .map(({ name, levels }) => ({ name, levels: levels.filter(({ of }) => isMeant(of)) }))
    .filter(({ levels }) => levels.length > 0);
}

function titleOf(said: Said): string {
  if (said[0] === "age") return words.ofAge(said[1]);
  return said[0] === "prior-bcma" ? words.after(said[1]) : words.title(said[0]);
}

/** The classes one below the other: no study is set against another. */
function Table({ name, levels }: ReportedBy["tables"][number]) {
  return (
    <table class="such" aria-label={name}>
      <thead>
        <tr>
          <th scope="col">{name}</th>
          <th scope="col">{words.such}</th>
          <th scope="col">{words.others}</th>
          <th scope="col">{words.n}</th>
        </tr>
      </thead>
      {therapyClasses
        .map((group) => ({ group, own: levels.filter((one) => one.group === group) }))
        .filter(({ own }) => own.length > 0)
        .map(({ group, own }) => (
          <tbody key={group}>
            <tr>
              <th scope="rowgroup" colSpan={4}>
                <Mark group={group} /> {className[group]}
              </th>
            </tr>
            {own.map((one) => (
              <Level key={one.label + one.level} {...one} />
            ))}
          </tbody>
        ))}
    </table>
  );
}

function Level({ label, cohort, href, level, value, n, others }: ReportedLevel) {
  return (
    <tr>
      <th scope="row">
        <RecordLink cohort={cohort} label={label} publication={href} />
        <small>{level}</small>
      </th>
      <td>
        <strong>{value || "–"}</strong>
      </td>
      <td>
        {others.map((one) => (
          <Fragment key={one.level}>
            {one.value} <small>{one.level}</small>
          </Fragment>
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
