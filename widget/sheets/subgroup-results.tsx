/**
 * Results of single studies by the properties of their patients, first by what was said of the
 * reader's: levels of one study side by side, never pooled.
 */
import { holds, propertiesOf, withinOf } from "#core/others/subgroups-of-patient.ts";
import type { OwnPatient } from "#core/question/patient.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import type { ReportedBy, ReportedStudy } from "#presentation/statement/patients.ts";
import { Mark } from "#presentation/svg/marks.tsx";
import { patient as ofPatient } from "#words/patient.ts";
import { sheet } from "#words/sheet.ts";
import { RecordLink } from "../record-link.tsx";
import { NewTab } from "../views/links.tsx";

const { reported: words } = ofPatient;

interface Props {
  reported: readonly ReportedBy[];
  patient: OwnPatient;
}

/** Whether a level is of such patients; `null` where that cannot be said, and nothing is left out. */
type IsTheirs = (level: ReportedStudy["outcomes"][number]["levels"][number]) => boolean | null;

interface Listed {
  title: string;
  studies: readonly Told[];
}

/** A study with the levels of such patients told from those of others alone. */
interface Told extends Omit<ReportedStudy, "outcomes"> {
  outcomes: readonly { name: string; text: string; isOfSuch: boolean }[];
}

export function ReportedForPatient({ reported, patient }: Props) {
  const said = propertiesOf(patient);
  const shown = said.flatMap(([property, value]) => [property, ...withinOf(property, value)]);
  const studiesBy = (names: readonly string[], isTheirs: IsTheirs) =>
    reported
      .filter(({ property }) => names.includes(property))
      .flatMap(({ studies }) => studies.map((study) => toldOf(study, isTheirs)));
  const own = said.map(([property, value]): Listed => {
    const studies = joined([
      ...studiesBy([property], ({ of }) => holds(of, value)),
      ...studiesBy(withinOf(property, value), () => null),
    ]);
    return {
      title: reported.find((one) => one.property === property)?.title ?? "",
      studies: suchFirst(studies, ({ outcomes }) => outcomes.some(({ isOfSuch }) => isOfSuch)),
    };
  });
  const others = reported
    .filter(({ property, studies }) => !shown.includes(property) && studies.length > 0)
    .map(({ property, title }) => ({ title, studies: studiesBy([property], () => null) }));
  return (
    <>
      {own.map((one) => (
        <Property key={one.title} {...one} />
      ))}
      <details class="filter">
        <summary>
          <span>{words.others}</span>
        </summary>
        {others.map((one) => (
          <Property key={one.title} {...one} />
        ))}
      </details>
    </>
  );
}

function toldOf({ outcomes, ...study }: ReportedStudy, isTheirs: IsTheirs): Told {
  return {
    ...study,
    outcomes: outcomes.map(({ name, levels }) => {
      const found = levels.map(isTheirs);
      const text = (isWanted: (theirs: boolean | null) => boolean) =>
        levels
          .filter((_, index) => isWanted(found[index] ?? null))
          .map((level) => level.text)
          .join(" · ");
      const others = text((theirs) => theirs === false);
      return {
        name,
        // The levels of such patients come first.
        text: [text((theirs) => theirs !== false), others && `${words.otherLevels} ${others}`]
          .filter(Boolean)
          .join(". "),
        // Alone, or among others.
        isOfSuch: found.some(Boolean) || found.every((theirs) => theirs === null),
      };
    }),
  };
}

/** A study that prints several properties which are shown together stands there once. */
function joined(studies: readonly Told[]): Told[] {
  const byStudy = new Map<string, Told>();
  for (const study of studies) {
    const before = byStudy.get(study.label);
    const sources = [...(before?.sources ?? []), ...study.sources];
    byStudy.set(study.label, {
      ...study,
      outcomes: suchFirst(
        [...(before?.outcomes ?? []), ...study.outcomes],
        ({ isOfSuch }) => isOfSuch,
      ),
      sources: [...new Map(sources.map((source) => [source.citation, source])).values()],
    });
  }
  return [...byStudy.values()];
}

function suchFirst<T>(all: readonly T[], isOfSuch: (one: T) => boolean): T[] {
  return [...all.filter(isOfSuch), ...all.filter((one) => !isOfSuch(one))];
}

function Property({ title, studies }: Listed) {
  if (studies.length === 0) {
    return (
      <p class="none">
        {title}: {words.none}
      </p>
    );
  }
  const ofClass = therapyClasses.map((of) => studies.filter(({ group }) => group === of));
  const [carT = [], bsab = []] = ofClass;
  return (
    <details class="filter">
      <summary>
        <span>{title}</span>
        <span class="muted">{sheet.leaves(carT.length, bsab.length)}</span>
      </summary>
      {ofClass.flat().map((study) => (
        <Study key={study.label} {...study} />
      ))}
    </details>
  );
}

function Study({ label, group, design, cohort, outcomes, sources }: Told) {
  return (
    <section class="study">
      <h4>
        <Mark group={group} /> {cohort ? <RecordLink cohort={cohort} label={label} /> : label}{" "}
        <span class="tag plain">{design}</span>
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
