/**
 * What single studies report by age or prior lines: levels of one study side by side, never pooled.
 */
import { useCallback } from "preact/hooks";
import { groups } from "#core/evidence/classes.ts";
import type { SubgroupLevel, SubgroupTable } from "#core/evidence/subgroups.ts";
import { outcomeLabels } from "#data/generated/sheet-data.ts";
import { linkTo } from "#presentation/view/source-link.ts";
import type { DrawnWords } from "#presentation/words/contract/screen.ts";
import type { SheetWords } from "#presentation/words/contract/sheets.ts";
import { comparisonClient } from "../answers/client.ts";
import { useLoaded } from "../answers/use-loaded.ts";
import { NewTab } from "../views/links.tsx";
import { Mark } from "../views/mark.tsx";
import { FailureState } from "../views/states.tsx";

interface Props {
  variable: "age" | "prior-lines";
  apiBase: string;
  strings: DrawnWords;
  sheets: SheetWords;
}

/**
 * Cache of the tables, which do not depend on the question. A request is not aborted if the sheet
 * is closed.
 */
const reported = new Map<string, Promise<readonly SubgroupTable[]>>();

function reportedBy(variable: Props["variable"], apiBase: string) {
  const known = reported.get(apiBase + variable);
  if (known) return known;
  const tables = comparisonClient(apiBase).subgroups({ variable });
  reported.set(apiBase + variable, tables);
  tables.catch(() => reported.delete(apiBase + variable));
  return tables;
}

export function SubgroupEvidence({ variable, apiBase, strings, sheets }: Props) {
  const words = sheets.subgroups;
  const load = useCallback((name: typeof variable) => reportedBy(name, apiBase), [apiBase]);
  const { value: tables, failure, retry } = useLoaded(variable, load);
  return (
    <section class="subgroups">
      <h4>{words.title[variable]}</h4>
      <p class="muted note">{words.note}</p>
      {failure && (
        <FailureState
          failure={failure}
          strings={strings}
          beside="part"
          onRetry={retry}
          onReset={retry}
        />
      )}
      {tables === null
        ? !failure && <p class="muted">{words.loading}</p>
        : groups.map((group) => {
            const own = byStudy(tables.filter(({ study }) => study.therapyClass === group));
            return own.length === 0 ? (
              <p key={group}>{words.none(group)}</p>
            ) : (
              own.map((study) => <Study key={study[0]?.study.id} tables={study} sheets={sheets} />)
            );
          })}
    </section>
  );
}

function byStudy(tables: readonly SubgroupTable[]): SubgroupTable[][] {
  const studies = [...new Set(tables.map(({ study }) => study.id))];
  return studies.map((id) => tables.filter(({ study }) => study.id === id));
}

function Study({ tables, sheets }: { tables: readonly SubgroupTable[]; sheets: SheetWords }) {
  const [first] = tables;
  if (!first) return null;
  const { label, therapyClass } = first.study;
  const sources = new Map(
    tables
      .flatMap(({ levels }) => levels.flatMap(({ source }) => source ?? []))
      .map((source) => [source.citation, source]),
  );
  return (
    <details class="filter">
      <summary>
        <span class={therapyClass}>
          <Mark group={therapyClass} /> {label}
        </span>
      </summary>
      <ul>
        {tables.map(({ outcome, definition, levels }) => (
          <li key={outcome + definition}>
            <strong>{outcomeLabels[outcome] ?? outcome}</strong>{" "}
            {levels.map((level) => levelText(level, sheets)).join(" · ")}
          </li>
        ))}
      </ul>
      {notesOf(tables.flatMap(({ levels }) => levels)).map((note) => (
        <p key={note} class="muted note">
          {readable(note)}
        </p>
      ))}
      {[...sources.values()].map((source) => {
        const href = linkTo(source);
        return (
          <p key={source.citation} class="muted note">
            {href === null ? (
              sheets.subgroups.sourceAt(source.citation)
            ) : (
              <NewTab href={href}>{sheets.subgroups.sourceAt(source.citation)}</NewTab>
            )}
          </p>
        );
      })}
    </details>
  );
}

/** `≥65: 65 of 75, 86.7 %`, or an effect between two levels with its interval. */
function levelText(level: SubgroupLevel, { subgroups: words }: SheetWords): string {
  const { events, n, percentPrinted, medianMonths, effect } = level;
  const figures = [
    events !== null && n !== null && words.counted(events, n),
    percentPrinted !== null && words.percent(percentPrinted),
    medianMonths !== null && words.median(medianMonths),
    effect !== null &&
      words.effect(
        effect.measure,
        effect.value,
        effect.interval,
        readable(effect.of),
        readable(effect.against),
      ),
  ].filter((text) => text !== false);
  const text = figures.length > 0 ? figures.join(", ") : words.notPrinted;
  return effect === null ? `${readable(level.level)}: ${text}` : text;
}

function readable(level: string): string {
  return level
    .replaceAll(">=", "≥ ")
    .replaceAll("<=", "≤ ")
    .replace(/^([<>])(?=\d)/, "$1 ");
}

/** The notes of a study on its own figures, each once. */
function notesOf(levels: readonly SubgroupLevel[]): string[] {
  return [...new Set(levels.flatMap(({ note, oddity }) => [note, oddity]))].filter(
    (text) => text !== null,
  );
}
