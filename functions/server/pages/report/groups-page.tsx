/** Groups other than the two classes side by side, as a page: outcome by outcome on one axis, then times. */
import type { ComponentChildren } from "preact";
import {
  type DimensionName,
  partsOfDimension,
  type ThresholdName,
} from "#core/question/dimensions.ts";
import type { DrugTimes } from "#presentation/row/drug-times.ts";
import type { GroupLine, GroupsRow } from "#presentation/row/groups-in-row.ts";
import { Mark } from "#presentation/svg/marks.tsx";
import type { GroupsAtLength } from "#presentation/views/groups-at-length.ts";
import { counted } from "#presentation/words/counts.ts";
import { Drugs } from "#widget/row/drugs.tsx";
import { Axis, Plotted } from "#widget/row/strip.tsx";
import { Fold } from "../kit/fold.tsx";
import { RecordLink } from "./link.tsx";
import { HowToCite } from "./method.tsx";
import { Cite, ReferencesOf } from "./references.tsx";
import type { ReportLinks } from "./report-links.ts";
import { OlderData, page, References } from "./report-page.tsx";

export interface GroupsPage {
  readonly groups: GroupsAtLength;
  /** What the groups are: `product`, `prior-lines:3`. */
  readonly compare: string;
  readonly answer: { readonly dataDate: string; readonly answerVersion: string };
  /** Where the groups are products: medians of survival, and all other times. */
  readonly times: {
    readonly medians: readonly DrugTimes[];
    readonly others: readonly DrugTimes[];
  } | null;
  readonly citation: string;
  readonly links: ReportLinks;
}

const titles: Readonly<Record<DimensionName | ThresholdName, string>> = {
  product: "Products side by side",
  target: "Targets side by side",
  "dual-target": "One target and two, side by side",
  evidence: "Trials and real-world studies, side by side",
  lines: "Early and late lines side by side",
  "binding-domain": "Binding domains side by side",
  costimulation: "Costimulatory domains side by side",
  vector: "Vectors side by side",
  expansion: "Expansion of the cells, side by side",
  lymphodepletion: "Lymphodepletion side by side",
  "prior-lines": "Fewer and more prior lines, side by side",
  age: "Younger and older studies, side by side",
  "high-risk": "Less and more high-risk cytogenetics, side by side",
};

/** @param older The date of the data that the link was made with, if they were older. */
export function groupsPage(parts: GroupsPage, older: string | null): string {
  const { name } = partsOfDimension(parts.compare);
  const title = titles[name as DimensionName | ThresholdName];
  return page({
    title,
    description: "Groups of studies, each by itself, with every number and its studies.",
    content: (
      <ReferencesOf.Provider value={new Map()}>
        <main class="page report">
          <OlderData date={older} />
          <div class="root">
            <Groups title={title} parts={parts} />
          </div>
        </main>
      </ReferencesOf.Provider>
    ),
  });
}

function Groups({ title, parts }: { title: string; parts: GroupsPage }) {
  const { groups: view, times, links, citation, answer } = parts;
  const { question, groups, rows, notes, inNoGroup, isOfProducts } = view;
  return (
    <>
      <header>
        <h1>{title}</h1>
        <p>{question.join(" ")}</p>
        <p>
          Patients of 100, pooled for a typical study or counted in the only one, with 95 %
          intervals. Each group stands by itself. The groups were other patients in other trials: do
          not rank them by these numbers.
        </p>
        {groups.length === 0 && (
          <p>Nothing can be pooled for this question: there is no number to tell.</p>
        )}
      </header>
      <div class="blocks">
        {rows.map((row) => (
          <Row key={row.outcome} row={row} />
        ))}
      </div>
      {times && <Times {...times} />}
      {notes.length > 0 && (
        <Section title="What to bear in mind">
          <ul class="notes">
            {notes.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </Section>
      )}
      {groups.length > 0 && (
        <Section title="Studies of each group">
          {groups.map(({ id, name, cohorts }) => (
            <Fold key={id} id={`group-${id}`} title={name} aside={cohorts.length}>
              {isOfProducts && (
                <p class="screen">
                  <a href={`/products/${id}`}>Approval, doses and warnings of {name}</a>
                </p>
              )}
              <p>
                {cohorts.map(({ cohort, label }, index) => [
                  index > 0 && "; ",
                  <RecordLink key={cohort} cohort={cohort} label={label} />,
                ])}
              </p>
            </Fold>
          ))}
        </Section>
      )}
      {inNoGroup.length > 0 && (
        <Section title="Studies in no group">
          <ul>
            {inNoGroup.map(({ cohort, label, reason }) => (
              <li key={cohort}>
                <RecordLink cohort={cohort} label={label} />: {reason}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <References />
      <HowToCite
        citation={citation}
        ris={null}
        answer={answer}
        files={[
          { text: "The two classes instead", href: links.classes },
          { text: "All numbers as a table (CSV)", href: links.files.csv },
          {
            text: "The answer as data (JSON), with differences between the groups",
            href: links.files.json,
          },
          { text: "Fit again (R script)", href: links.files.r },
        ]}
      />
    </>
  );
}

function Section({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

function Row({ row }: { row: GroupsRow }) {
  const { outcome, title, lines, none, notes, notPooled } = row;
  const remarks = notes.length + notPooled.length;
  return (
    <section id={outcome}>
      <h2>{title}</h2>
      {lines.length > 0 && (
        <div class="evidence">
          <Axis />
          <ul>
            {lines.map((line) => (
              <Line key={line.id + line.name} line={line} at={title} />
            ))}
          </ul>
        </div>
      )}
      {none.length > 0 && <p class="muted">No number: {none.join(", ")}.</p>}
      {remarks > 0 && (
        <Fold id={`${outcome}-remarks`} title={counted(remarks, "note")} look="folded">
          <ul class="notes">
            {notes.map((text) => (
              <li key={text}>{text}</li>
            ))}
            {notPooled.map(({ cohort, label, figure, reason }) => (
              <li key={cohort}>
                <RecordLink cohort={cohort} label={label} />:{" "}
                {[figure, reason].filter((text) => text !== "").join(" – ")}
              </li>
            ))}
          </ul>
        </Fold>
      )}
    </section>
  );
}

function Line({ line, at }: { line: GroupLine; at: string }) {
  const { group, name, beneath, citations, ...side } = line;
  return (
    <li class={`plotted ${group ?? "control"}`}>
      <span>
        {group && <Mark group={group} />} <strong>{name}</strong>{" "}
        <small>
          {beneath}
          <Cite of={citations} at={at} />
        </small>
      </span>
      <Plotted group={group ?? "control"} side={side} />
    </li>
  );
}

/** Medians stand open; other times are unfolded by who asks for them. */
function Times({ medians, others }: NonNullable<GroupsPage["times"]>) {
  if (medians.length + others.length === 0) return null;
  return (
    <Section title="Medians and timing">
      <div class="blocks">
        {medians.map((times) => (
          <article key={times.id}>
            <h3>{nameOfTimes(times)}</h3>
            <Drugs drugs={times.lines} unit={times.unit} end={times.end} />
          </article>
        ))}
      </div>
      <div class="blocks">
        {others.map((times) => (
          <Fold
            key={times.id}
            id={`${times.id}-times`}
            title={nameOfTimes(times)}
            aside={times.lines.length}
          >
            <Drugs drugs={times.lines} unit={times.unit} end={times.end} />
          </Fold>
        ))}
      </div>
    </Section>
  );
}

function nameOfTimes({ label, detail }: DrugTimes): string {
  return [label, detail].filter((text) => text !== "").join(", ");
}
