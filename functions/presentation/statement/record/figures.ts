/** Every figure of a record: its number, of whom and when, its definition, its source and its place there. */
import { dataset } from "#core/dataset.ts";
import { recordOutcomes } from "#data/generated/record-outcomes.ts";
import type { Figure } from "#data/schema.ts";
import { catalogue } from "../../words/catalogue.ts";
import { capitalised } from "../../words/sentences.ts";
import type { RecordedCohort } from "./cohort.ts";
import { figurePlace, medianPlace } from "./places.ts";

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
} = catalogue.record;
const { populations } = catalogue.report.cohorts;
const { refusals } = catalogue.codes;

export interface RecordLine {
  /** Where others lead to. */
  place: string;
  name: string;
  isPrimary: boolean;
  /** The number, and the percentage or interval as printed; `null` if our sources have none. */
  numbers: readonly [string, string | null];
  /** Of whom, when, and how it was counted. */
  about: string;
  /** Why it is not pooled; `null` if that is not the matter. */
  held: string | null;
  definition: string | null;
  source: number;
  locator: string;
}

export interface RecordTable {
  id: string;
  title: string;
  columns: readonly [name: string, number: string, as: string];
  lines: readonly RecordLine[];
}

type Measured = Pick<Figure, "population" | "cut" | "followUpMonths" | "timeOrigin" | "source"> &
  Partial<Pick<Figure, "hold" | "definition">> & { locator: string | null };

const outcomes = [...dataset.outcomes, ...recordOutcomes];

/** In the order in which outcomes are shown everywhere; those without a line are left out. */
export function recordTables(record: RecordedCohort): RecordTable[] {
  const counted = (["efficacy", "toxicity", "survival"] as const).map(
    (group): RecordTable => ({
      id: group,
      ...words[group],
      lines: outcomes
        .filter((outcome) => outcome.group === group)
        .flatMap(({ id }) => record.figures.filter((figure) => figure.outcome === id))
        .map(countLine),
    }),
  );
  const tables: RecordTable[] = [
    ...counted,
    { id: "landmarks", ...words.landmarks, lines: record.landmarks.map(landmarkLine) },
    { id: "medians", ...words.medians, lines: record.medians.map(medianLine) },
  ];
  return tables.filter(({ lines }) => lines.length > 0);
}

function lineOf(
  measured: Measured,
  of: Pick<RecordLine, "place" | "name" | "numbers">,
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
  return {
    ...of,
    isPrimary,
    about: capitalised(about.filter(Boolean).join("; ")),
    held: hold === null ? null : words.held(refusals.held({ code: "held", hold })),
    definition,
    source,
    locator: locator ?? words.noPlace,
  };
}

function countLine(figure: RecordedCohort["figures"][number]): RecordLine {
  const { outcome, cut, events, n, percentPrinted, derived, derivedRange, grading, grades } =
    figure;
  const known = outcomes.find(({ id }) => id === outcome);
  return lineOf(
    figure,
    {
      place: figurePlace(outcome, cut),
      name: [known?.label ?? outcome, known?.detail].filter(Boolean).join(", "),
      numbers: [words.counted(events, n), percentPrinted === null ? null : percent(percentPrinted)],
    },
    [
      derived && words.derived,
      derivedRange && words.derivedRange(derivedRange),
      gradingWords[grading],
      grades && words.grades(grades),
    ],
  );
}

function landmarkLine(landmark: RecordedCohort["landmarks"][number]): RecordLine {
  const { family, month, cut, survival, interval, n, atRisk } = landmark;
  return lineOf(
    landmark,
    {
      place: figurePlace(`${family}-${month}`, cut),
      name: landmarkName(landmark),
      numbers: [
        `${proportion(survival)} %`,
        interval && words.interval(proportion(interval[0]), proportion(interval[1])),
      ],
    },
    [n !== null && words.patients(n), atRisk !== null && words.atRisk(atRisk)],
  );
}

function medianLine(median: RecordedCohort["medians"][number]): RecordLine {
  const { family, cut, interval } = median;
  return lineOf(median, {
    place: medianPlace(family, cut),
    name: medianName(family),
    numbers: [months(median.months), interval && words.interval(interval[0], interval[1])],
  });
}
