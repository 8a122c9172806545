/** Every figure of a record: its number, of whom and when, its definition, its source and its place there. */
import { dataset } from "#core/dataset.ts";
import { recordOutcomes } from "#data/generated/record-outcomes.ts";
import { partsOfDefinition } from "#data/named-source.ts";
import type { Figure } from "#data/schema.ts";
import { populations } from "#words/populations.ts";
import {
  folded,
  line,
  type Piece,
  type Row,
  type Section,
  type Table,
} from "../../document/document.ts";
import { catalogue } from "../../words/catalogue.ts";
import { capitalised } from "../../words/sentences.ts";
import { tierWords } from "../source-tier.ts";
import type { RecordedCohort } from "./cohort.ts";
import { figurePlace, medianPlace } from "./places.ts";

const { screen } = catalogue;
const {
  gradingWords,
  landmarkName,
  medianName,
  months,
  originWords,
  otherCut,
  percent,
  proportion,
  tables: words,
  unknown,
} = catalogue.record;
const { refusals } = catalogue.codes;

interface RecordLine extends Row {
  readonly isPrimary: boolean;
}

type Measured = Pick<Figure, "population" | "cut" | "followUpMonths" | "timeOrigin" | "source"> &
  Partial<Pick<Figure, "hold" | "definition">> & { locator: string | null };

const outcomes = [...dataset.outcomes, ...recordOutcomes];

/** In the order in which outcomes are shown everywhere; the primary cut at once, others folded. */
export function figureSections(record: RecordedCohort): Section[] {
  const { figures, landmarks, medians } = record;
  const counted = (["efficacy", "toxicity", "survival"] as const).map((group) =>
    sectionOf(
      group,
      outcomes
        .filter((outcome) => outcome.group === group)
        .flatMap(({ id }) => figures.filter(({ outcome }) => outcome === id))
        .map((figure) => countLine(figure, record)),
    ),
  );
  return [
    ...counted,
    sectionOf(
      "landmarks",
      landmarks.map((one) => landmarkLine(one, record)),
    ),
    sectionOf(
      "medians",
      medians.map((one) => medianLine(one, record)),
    ),
  ].filter(({ blocks }) => blocks.length > 0);
}

function sectionOf(
  id: "efficacy" | "toxicity" | "survival" | "landmarks" | "medians",
  lines: readonly RecordLine[],
): Section {
  const { title, columns } = words[id];
  const table = (label: string, rows: readonly Row[]): Table[] =>
    rows.length === 0
      ? []
      : [{ kind: "table", look: "facts", label, columns, groups: [{ rows }], none: unknown }];
  const primary = lines.filter(({ isPrimary }) => isPrimary);
  const others = lines.filter(({ isPrimary }) => !isPrimary);
  return {
    id,
    title,
    blocks: [
      ...table(title, primary),
      ...folded(`${id}-others`, words.others, table(words.othersOf(title), others), others.length),
    ],
  };
}

/** `Source 3 (trade news)`; of a paper, a label or a regulator nothing is added. */
export function sourceLink(index: number, { sources }: RecordedCohort): Piece[] {
  const tier = sources[index]?.tier ?? 1;
  const link = { text: `Source ${index}`, href: `#source-${index}` };
  return tier > 1 ? [link, ` (${tierWords(tier, catalogue)})`] : [link];
}

function lineOf(
  measured: Measured,
  record: RecordedCohort,
  { id, name, cells }: Pick<Row, "id" | "cells"> & { readonly name: string },
  more: readonly (string | null | false)[] = [],
): RecordLine {
  const { population, cut, followUpMonths, timeOrigin, source, locator } = measured;
  const { hold = null, definition = null } = measured;
  const isPrimary = cut === "primary";
  const about = [
    isPrimary ? null : otherCut(cut),
    populations[population],
    words.followUp(followUpMonths),
    timeOrigin && originWords[timeOrigin],
    ...more,
  ];
  const held =
    hold === null
      ? []
      : [{ text: words.held(refusals.held({ code: "held", hold })), mark: "strong" as const }, " "];
  return {
    ...(id !== undefined && { id }),
    name: line(name),
    cells,
    isPrimary,
    below: [
      ...held,
      `${capitalised(about.filter(Boolean).join("; "))}. `,
      ...(definition === null ? [] : [words.definition, ...definitionWords(definition), ". "]),
      ...sourceLink(source, record),
      `: ${locator ?? words.noPlace}`,
    ],
  };
}

/** The sources that a definition names are links; a rule of the data says that they exist. */
function definitionWords(definition: string): Piece[] {
  return partsOfDefinition(definition).map((part) =>
    typeof part === "string"
      ? part
      : { text: `source ${part.source}`, href: `#source-${part.source}` },
  );
}

function countLine(figure: RecordedCohort["figures"][number], record: RecordedCohort): RecordLine {
  const { outcome, cut, events, n, percentPrinted, derived, derivedRange, grading, grades } =
    figure;
  const known = outcomes.find(({ id }) => id === outcome);
  return lineOf(
    figure,
    record,
    {
      id: figurePlace(outcome, cut),
      name: [known?.label ?? outcome, grades && screen.gradesOfFigure[grades], known?.detail]
        .filter(Boolean)
        .join(", "),
      cells: [words.counted(events, n), percentPrinted === null ? null : percent(percentPrinted)],
    },
    [
      derived && words.derived,
      derivedRange && words.derivedRange(derivedRange),
      gradingWords[grading],
    ],
  );
}

function landmarkLine(
  landmark: RecordedCohort["landmarks"][number],
  record: RecordedCohort,
): RecordLine {
  const { family, month, cut, survival, interval, n, atRisk } = landmark;
  return lineOf(
    landmark,
    record,
    {
      id: figurePlace(`${family}-${month}`, cut),
      name: landmarkName(landmark),
      cells: [
        `${proportion(survival)} %`,
        interval && words.interval(proportion(interval[0]), proportion(interval[1])),
      ],
    },
    [n !== null && words.patients(n), atRisk !== null && words.atRisk(atRisk)],
  );
}

function medianLine(median: RecordedCohort["medians"][number], record: RecordedCohort): RecordLine {
  const { family, cut, interval } = median;
  return lineOf(median, record, {
    id: medianPlace(family, cut),
    name: medianName(family),
    cells: [months(median.months), interval && words.interval(interval[0], interval[1])],
  });
}
