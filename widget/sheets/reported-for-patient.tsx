/**
 * Results of single studies by the properties of their patients, first by what was said of the
 * reader's: levels of one study side by side, never pooled.
 */
import type { SubgroupTable } from "#core/evidence/subgroups.ts";
import {
  type ReportedByProperty,
  subgroupsByOther,
  subgroupsOfPatient,
  type TableForPatient,
} from "#core/evidence/subgroups-of-patient.ts";
import type { OwnPatient } from "#core/question/patient.ts";
import { outcomeLabels } from "#data/generated/sheet-data.ts";
import { linkTo } from "#data/source-link.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import { Abbreviated } from "#presentation/screen/abbreviated.tsx";
import {
  levelsText,
  notesOf,
  propertiesIn,
  tablesByStudy,
} from "#presentation/statement/subgroups.ts";
import type { PatientWords, SheetWords } from "#presentation/words/catalogue.ts";
import { NewTab, RecordLink } from "../views/links.tsx";
import { Mark } from "../views/mark.tsx";

interface Props {
  tables: readonly SubgroupTable[];
  patient: OwnPatient;
  words: PatientWords["reported"];
  sheets: SheetWords;
  apiBase: string;
}

export function ReportedForPatient({ tables, patient, ...words }: Props) {
  const listed = (all: readonly ReportedByProperty[]) =>
    all.map((reported) => <Property key={reported.property} reported={reported} {...words} />);
  return (
    <>
      {listed(subgroupsOfPatient(tables, patient))}
      <details class="filter">
        <summary>
          <span>{words.words.others}</span>
        </summary>
        {listed(subgroupsByOther(tables, patient, propertiesIn(words.words)))}
      </details>
    </>
  );
}

type Said = Omit<Props, "tables" | "patient">;

function Property({
  reported,
  words,
  sheets,
  apiBase,
}: Said & {
  reported: ReportedByProperty;
}) {
  const title = words.by[reported.property];
  const studies = tablesByStudy(reported.tables);
  if (studies.length === 0) {
    return (
      <p class="none">
        {title}: {words.none}
      </p>
    );
  }
  const count = (group: TherapyClass) =>
    studies.filter(([first]) => first?.study.therapyClass === group).length;
  return (
    <details class="filter">
      <summary>
        <span>
          <Abbreviated text={title} names={sheets.abbreviations} />
        </span>
        <span class="muted">{sheets.leaves(count("car-t"), count("bsab"))}</span>
      </summary>
      {therapyClasses.flatMap((group) =>
        studies
          .filter(([first]) => first?.study.therapyClass === group)
          .map((own) => (
            <Study
              key={own[0]?.study.id}
              tables={own}
              words={words}
              sheets={sheets}
              apiBase={apiBase}
            />
          )),
      )}
    </details>
  );
}

function Study({ tables, words, sheets, apiBase }: Said & { tables: readonly TableForPatient[] }) {
  const [first] = tables;
  if (!first) return null;
  const { label, therapyClass, evidence, cohort } = first.study;
  const levels = tables.flatMap((table) => table.levels);
  const sources = new Map(
    levels.flatMap(({ source }) => source ?? []).map((source) => [source.citation, source]),
  );
  return (
    <section class="study">
      <h5>
        <Mark group={therapyClass} />{" "}
        {cohort ? <RecordLink apiBase={apiBase} cohort={cohort} label={label} /> : label}{" "}
        <span class="tag plain">{words.evidence[evidence ?? "unknown"]}</span>
      </h5>
      <ul>
        {tables.map(({ variable, outcome, definition, levels: own }) => (
          <li key={variable + outcome + definition}>
            <strong>
              <Abbreviated
                text={[outcomeLabels[outcome] ?? outcome, definition].filter(Boolean).join(", ")}
                names={sheets.abbreviations}
              />
            </strong>{" "}
            – {levelsText(own, words)}
          </li>
        ))}
      </ul>
      {notesOf(levels).map((note) => (
        <p key={note} class="muted note">
          {note}
        </p>
      ))}
      {[...sources.values()].map((source) => {
        const href = linkTo(source);
        return (
          <p key={source.citation} class="muted note">
            {href === null ? (
              words.sourceAt(source.citation)
            ) : (
              <NewTab href={href}>{words.sourceAt(source.citation)}</NewTab>
            )}
          </p>
        );
      })}
    </section>
  );
}
