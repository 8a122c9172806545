/**
 * What single studies print by a property of their patients, whatever their design: each class and
 * each study by itself, never pooled.
 */
import { groups } from "#core/evidence/classes.ts";
import { linkTo } from "#core/evidence/source-link.ts";
import type { TableForPatient } from "#core/evidence/subgroups-of-patient.ts";
import { levelsText, notesOf, tablesByStudy } from "../view/subgroup-text.ts";
import type { Props } from "./report.tsx";

export function Subgroups({ parts, words }: Props) {
  const { reported } = words.patient;
  return (
    <>
      <p>{reported.note}</p>
      {parts.subgroups.map(({ property, tables }) => {
        const studies = tablesByStudy(tables);
        return (
          <details key={property} id={`by-${property}`}>
            <summary>
              {reported.by[property]}{" "}
              <span class="quiet">
                {groups
                  .map(
                    (group) => `${words.screen.className[group]} ${ofClass(studies, group).length}`,
                  )
                  .join(" · ")}
              </span>
            </summary>
            {groups.flatMap((group) =>
              ofClass(studies, group).map((own) => (
                <Study key={own[0]?.study.id} tables={own} parts={parts} words={words} />
              )),
            )}
          </details>
        );
      })}
    </>
  );
}

function ofClass(
  studies: readonly TableForPatient[][],
  group: (typeof groups)[number],
): TableForPatient[][] {
  return studies.filter(([first]) => first?.study.therapyClass === group);
}

function Study({
  tables,
  parts: { outcomeLabel },
  words,
}: Props & { tables: readonly TableForPatient[] }) {
  const [first] = tables;
  if (!first) return null;
  const { label, therapyClass, evidence, cohort } = first.study;
  const { reported } = words.patient;
  const levels = tables.flatMap((table) => table.levels);
  const sources = new Map(
    levels.flatMap(({ source }) => source ?? []).map((source) => [source.citation, source]),
  );
  return (
    <>
      <p>
        <strong>{cohort ? <a href={`/v1/cohorts/${cohort}`}>{label}</a> : label}</strong>{" "}
        <span class="quiet">
          {words.screen.className[therapyClass]} · {reported.evidence[evidence ?? "unknown"]}
        </span>
      </p>
      <ul>
        {tables.map(({ outcome, definition, levels: own }) => (
          <li key={outcome + definition}>
            {[outcomeLabel(outcome), definition].filter(Boolean).join(", ")}:{" "}
            {levelsText(own, reported)}
          </li>
        ))}
      </ul>
      <p class="quiet">
        {notesOf(levels).map((note) => (
          <span key={note}>{note}. </span>
        ))}
        {[...sources.values()].map((source) => {
          const href = linkTo(source);
          return href === null ? (
            `${source.citation} `
          ) : (
            <a key={source.citation} href={href} target="_blank" rel="noopener noreferrer">
              {source.citation}
            </a>
          );
        })}
      </p>
    </>
  );
}
