/**
 * What single studies printed of such patients: for each property that was said one small table, such
 * patients beside the others of the same study; below it all that is printed. Never pooled.
 */
import { holds, propertiesOf, withinOf } from "#core/others/subgroups-of-patient.ts";
import type { OwnPatient } from "#core/question/patient.ts";
import type { ReportedBy, ReportedLevel, ReportedStudy } from "#presentation/statement/patients.ts";
import { Mark } from "#presentation/svg/marks.tsx";
import { patient as ofPatient } from "#words/patient.ts";
import { RecordLink } from "../record-link.tsx";
import { NewTab } from "../views/links.tsx";

const { reported: words } = ofPatient;

interface Props {
  reported: readonly ReportedBy[];
  patient: OwnPatient;
}

export function ReportedForPatient({ reported, patient }: Props) {
  const said = propertiesOf(patient);
  const shown = said.flatMap(([property]) => [property, ...withinOf(property)]);
  return (
    <>
      {said.map(([property, value]) => {
        const own = reported.find((one) => one.property === property);
        const tables = (own?.tables ?? []).flatMap(({ name, levels }) => {
          const such = levels.filter(({ of }) => holds(of, value));
          return such.length > 0 ? [{ name, levels, such }] : [];
        });
        const [first, ...others] = tables;
        const ages = tables.flatMap(({ such }) => such.map(({ of }) => lowestIn(of)));
        const lowest = Math.min(...ages);
        const studies = [property, ...withinOf(property)].flatMap(
          (name) => reported.find((one) => one.property === name)?.studies ?? [],
        );
        return (
          <section key={property}>
            <h3>
              {property === "age"
                ? words.ofAge(Number(value), Number.isFinite(lowest) ? lowest : null)
                : words.title(property)}
            </h3>
            {first ? <Table {...first} /> : <p>{words.none}</p>}
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
          <span>{words.otherProperties}</span>
        </summary>
        {reported
          .filter(({ property, studies }) => !shown.includes(property) && studies.length > 0)
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

/** Minus infinity for a group that is not open above. */
function lowestIn(of: ReportedLevel["of"]): number {
  return typeof of === "object" && of.max === null ? (of.min ?? -Infinity) : -Infinity;
}

interface TableProps {
  name: string;
  levels: readonly ReportedLevel[];
  such: readonly ReportedLevel[];
}

function Table({ name, levels, such }: TableProps) {
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
      <tbody>
        {such.map(({ label, group, cohort, level, value, n }) => (
          <tr key={label + level}>
            <th scope="row">
              <Mark group={group} /> {cohort ? <RecordLink cohort={cohort} label={label} /> : label}
              {level && <small>{level}</small>}
            </th>
            <td>
              <strong>{value || "–"}</strong>
            </td>
            <td>
              {levels
                .filter((one) => one.label === label && !such.includes(one) && one.value)
                .map((one) => one.value)
                .join(", ") || "–"}
            </td>
            <td>{n || "–"}</td>
          </tr>
        ))}
      </tbody>
    </table>
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
        <Mark group={group} /> {cohort ? <RecordLink cohort={cohort} label={label} /> : label}{" "}
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
