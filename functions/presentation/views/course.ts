/**
 * Makes the course of a treatment: for each class by itself, in order of time, what happens to those for whom it is
 * chosen. Nothing is compared, so there is no difference and no axis. Each number says of whom it is.
 */

import type { Answer, Row } from "#core/answer/answer.ts";
import { splitSeriesIntoProductSlugs } from "#core/evidence/grouping.ts";
import { listChosenRegions } from "#core/evidence/regimen-labels.ts";
import type { FamilyMonths } from "#core/evidence/survival-months.ts";
import {
  groupComparableTimes,
  type LikeTimes,
  type TimingLine,
} from "#core/evidence/timing-lines.ts";
import type { NotInfused } from "#core/others/not-infused.ts";
import {
  normaliseTimingStart,
  type ProductCourse,
  type ProductCourses,
} from "#data/cited-times.ts";
import { groupBy } from "#data/lists-and-objects.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import {
  type CourseEntry,
  describeOrigins,
  describeStart,
  enlarge,
  gap,
  isCombined,
  joinEnds,
  listSides,
  makeCellByTrial,
  makeProgressionFreeCell,
  makeResponseCell,
  makeRowCell,
  nameSide,
} from "../row/course-cells.ts";
import type { DrugOnScreen } from "../row/drugs-view.ts";
import { hasTreatedPatientsOnly } from "../row/figures.ts";
import { joinLabelAndDetail, nameWholeTrial } from "../row/names.ts";
import { chooseSingularOrPluralUnit } from "../words/dates-and-times.ts";
import { className, keyOfUnreported, unreported } from "../words/names.ts";
import { formatPlainNumber } from "../words/numbers.ts";
import { nameOutcome } from "../words/outcome-names.ts";
import { nameProduct, nameProductWithRegimen } from "../words/product-name.ts";
import { shortenRegion } from "../words/properties.ts";
import {
  formatCountWithNoun,
  joinByCommas,
  joinBySemicolons,
  joinBySpaces,
  joinWithConjunction,
  writeSentence,
} from "../words/sentences.ts";
import { findShownHarmTime } from "./harm-groups.ts";
import { hasRandomisedComparison } from "./verdict.ts";

export interface CourseView {
  readonly lanes: readonly Lane[];
  readonly steps: readonly CourseStep[];
  /** Lists further lines, which are folded. */
  readonly folded: readonly CourseLine[];
  readonly key: string;
  /** Lists counts and times of single reports, each kind by itself; the page of a trial has their sources. */
  readonly times: readonly CourseTimes[];
  /** Lists sentences on why patients were not infused, and on what labels say drug by drug. */
  readonly notes: readonly string[];
}

interface Lane {
  readonly group: TherapyClass;
  readonly name: string;
  /** States from when its patients are counted. */
  readonly from: string;
}

interface CourseStep {
  readonly title: string;
  readonly lines: readonly CourseLine[];
}

export interface CourseLine {
  /** Names the line; empty for the only one of its step. */
  readonly label: string;
  /** Names the outcome whose row is opened; absent where labels or times of the treatment say what the line says. */
  readonly outcome?: string;
  /** Holds a cell for each lane. */
  readonly cells: readonly (readonly CourseEntry[])[];
}

/** Holds counts or times that may be compared by eye, because they share their kind of source. */
interface CourseTimes {
  /** States what they are, as in "Apheresis to infusion, median, real-world". */
  readonly title: string;
  readonly lines: readonly CourseTime[];
}

export interface CourseTime extends DrugOnScreen {
  readonly cohort: string;
  readonly label: string;
  /** States the median, as in "74 days", or a count, as in "17 of 254". */
  readonly number: string;
  /** States the range, the quartiles, or what a count is of, and whose time it is. */
  readonly aside: string;
}

/** Holds what a course is made from. */
export interface CourseEvidence {
  /** Answers the question about the short set of outcomes. */
  readonly answer: Answer;
  /** Answers the same question about the further outcomes of the course. */
  readonly further: Answer;
  /** Lists times of the treatment in all trials. */
  readonly timing: readonly TimingLine[];
  /** Lists patients of all randomised trials who were not infused as planned. */
  readonly notInfused: readonly NotInfused[];
  readonly courses: ProductCourses;
  readonly progressionFree: Pick<FamilyMonths, "trials">;
  /** Lists the times of a harm in the trials of the answer. */
  readonly timesOfHarm: (outcome: string) => readonly TimingLine[];
}

/** Returns the headline of the course; `null` where only one class has a trial, so that nothing could be compared. */
export function describeCourseHeadline(answer: Answer): string | null {
  if (listLanes(answer).length < therapyClasses.length) return null;
  return joinBySpaces([
    !hasRandomisedComparison(answer) && "No randomised trial compares CAR-T with bispecifics.",
    "Here is each by itself, in order of time; do not compare the columns.",
  ]);
}

/**
 * Returns what the overview says of the course: "Of 100 apheresed 85 were infused, after 7–11 weeks"; empty where no
 * trial counts the infused.
 */
export function describeInfusedShare({
  answer,
  further,
  timing,
}: Pick<CourseEvidence, "answer" | "further" | "timing">): string {
  const row = further.outcomes.find(({ outcome }) => outcome === "infused");
  const shares = listSides(row, "car-t").flatMap(({ number, ...side }) => {
    if (number === "") return [];
    const share = number.includes(" of ")
      ? `${number} apheresed were infused`
      : `of 100 apheresed ${number} were infused`;
    const name = nameSide(side);
    return name ? `${name}: ${share}` : share;
  });
  const weeks = describeWeeks(listWaiting(timing, listDrugs(answer)));
  return shares.length === 0
    ? ""
    : writeSentence(joinByCommas([joinBySemicolons(shares), weeks && `after ${weeks}`])).slice(
        0,
        -1,
      );
}

/** Makes the course of both classes, or of the only one that has a trial. */
export function makeCourseView(evidence: CourseEvidence): CourseView {
  const { answer, further, timing, courses } = evidence;
  const { trials } = evidence.progressionFree;
  const lanes = listLanes(answer);
  const drugs = listDrugs(answer);
  const waiting = listWaiting(timing, drugs);
  const stays = groupComparableTimes(filterByDrugs(timing, drugs), "hospital-stay", null);
  const failed = filterByDrugs(evidence.notInfused, drugs);
  const labels = makeLabels(answer, courses, drugs);
  const find = (id: string) =>
    [...answer.outcomes, ...further.outcomes].find(({ outcome }) => outcome === id);
  const names = lanes.map((group) => nameLane(answer, group));
  const line = (label: string, cellOf: CellOfLane, outcome?: string): CourseLine => ({
    ...{ label, ...(outcome && { outcome }) },
    // The head of a lane of one drug names it.
    cells: lanes.map((group, index) =>
      cellOf(group).map(({ before = "", ...entry }) =>
        before === "" || before === names[index] ? entry : { before, ...entry },
      ),
    ),
  });
  const ofRow = (id: string, cellOf: CellOfRow = makeRowCell, label?: string): CourseLine[] => {
    const row = find(id);
    if (!row || !lanes.some((group) => row.appliesTo.includes(group))) return [];
    const makeCell = (group: TherapyClass) =>
      row.appliesTo.includes(group) ? cellOf(row, group, answer) : [{ text: row.notFor ?? "" }];
    return [line(label ?? row.label, makeCell, id)];
  };
  const response = find("orr");
  const isOnlyTreated = response && hasTreatedPatientsOnly(response, "bsab");
  const wait = (group: TherapyClass): CourseEntry[] =>
    group === "car-t" && describeWeeks(waiting)
      ? [
          {
            number: describeWeeks(waiting),
            aside: describeReports(waiting),
          },
        ]
      : [gap];
  const steps: readonly CourseStep[] = [
    {
      title: "Until treatment",
      lines: lanes.includes("car-t")
        ? [
            ...ofRow("infused", makeRowCell, "Started treatment").map((started) => ({
              ...started,
              cells: lanes.map((group, index) =>
                group === "bsab"
                  ? [{ ...gap, ...(isOnlyTreated && { aside: "all counted got a dose" }) }]
                  : (started.cells[index] ?? []).map(enlarge),
              ),
            })),
            line("Wait from apheresis", wait),
            ...ofRow("bridging", makeRowCell, "Bridging therapy"),
          ]
        : [],
    },
    {
      title: "First weeks",
      lines: [
        line("Given", labels.given),
        line("In hospital", labels.inHospital),
        ...ofRow("crs-3", makeCellByTrial, "Severe CRS, by trial"),
        ...ofRow("icans", makeRowCell, joinLabelAndDetail(find("icans") ?? { label: "ICANS" })),
      ],
    },
    {
      title: nameOutcome("orr"),
      lines: ofRow("orr", makeResponseCell, ""),
    },
    {
      title: "Following months",
      lines: [line("Treatment", labels.treatment), ...ofRow("infection-3")],
    },
    {
      title: `Progression-free 12 months after ${describeOrigins(trials)}, by trial`,
      lines: ofRow(
        "pfs-12",
        (row, group) => makeProgressionFreeCell(row, group, trials, drugs),
        "",
      ),
    },
    { title: "Deaths other than of myeloma", lines: ofRow("nrm", makeRowCell, "") },
  ];
  return {
    lanes: lanes.map((group) => ({
      group,
      name: nameLane(answer, group),
      from: `counted from ${describeStart(response, group)}`,
    })),
    steps: lanes.length > 0 ? steps.filter(({ lines }) => lines.length > 0) : [],
    folded: [
      ...ofRow("manufacturing-failure"),
      line(
        "CRS starts, lasts: median",
        (group) => makeOnsetCell(evidence.timesOfHarm("crs"), group),
        "crs",
      ),
      ...ofRow("neutropenia-3"),
      ...ofRow("immunoglobulin-replacement"),
    ],
    key: `${keyOfUnreported} Small ranges: 95 % interval.`,
    times: [
      ...(failed.length > 0 ? [makeCountsOfNotInfused(failed)] : []),
      ...sortTrialsBeforeRealWorld(waiting).map((like) =>
        makeTitledTimes("Apheresis to infusion", like),
      ),
      ...sortTrialsBeforeRealWorld(stays).map((like) => makeTitledTimes("In hospital", like)),
    ],
    notes: [
      describeReasonsNotInfused(find, groupBy(failed, ({ cohort }) => cohort).length),
      ...labels.notes,
    ].filter((note) => note !== ""),
  };
}

/** Writes a cell in one line, for programs that show only text. */
export function writeCell(cell: readonly CourseEntry[]): string {
  return joinBySemicolons(
    cell.map(({ gap: missing, before, number, text, aside }) =>
      joinBySpaces([missing, before, number, text, aside && `(${aside})`]),
    ),
  );
}

type CellOfLane = (group: TherapyClass) => readonly CourseEntry[];
type CellOfRow = (row: Row, group: TherapyClass, answer: Answer) => readonly CourseEntry[];

function listLanes({ selection }: Pick<Answer, "selection">): TherapyClass[] {
  return therapyClasses.filter((group) => selection.cohorts[group] > 0);
}

/** Lists the drugs of the selected trials, CAR-T first. */
function listDrugs({ selection }: Answer): DrugOnScreen[] {
  return therapyClasses.flatMap((group) => {
    const products = selection.included
      .filter(({ therapyClass }) => therapyClass === group)
      .map(({ product }) => product)
      // A series of several drugs is none of them.
      .filter((product) => splitSeriesIntoProductSlugs(product).length === 1);
    return [...new Set(products)]
      .sort()
      .map((product) => ({ group, product, name: nameProduct(product) }));
  });
}

function filterByDrugs<L extends { readonly product: string }>(
  lines: readonly L[],
  drugs: readonly DrugOnScreen[],
): L[] {
  return lines.filter((line) => drugs.some(({ product }) => product === line.product));
}

const findResponse = ({ outcomes }: Answer) => outcomes.find(({ role }) => role === "response");

/** Names the class, or its only drug with its regimen. */
function nameLane(answer: Answer, group: TherapyClass): string {
  const [only, another] = listDrugs(answer).filter((drug) => drug.group === group);
  const regimen = isCombined(findResponse(answer), group) ? "combination" : "monotherapy";
  return only && another === undefined
    ? nameProductWithRegimen(only.product, regimen)
    : className[group];
}

/** Returns for each trial with times of a harm when it began and how long it lasted, as printed. */
function makeOnsetCell(lines: readonly TimingLine[], group: TherapyClass): readonly CourseEntry[] {
  const entries = lines
    .filter(({ therapyClass }) => therapyClass === group)
    .flatMap((line): CourseEntry[] => {
      const [onset, duration] = (["onset", "duration"] as const).map((what) =>
        findShownHarmTime(line, what, "crs"),
      );
      if (!onset && !duration) return [];
      const write = (time: typeof onset) =>
        time
          ? `${formatPlainNumber(time.median)} ${chooseSingularOrPluralUnit(time.median, time.unit)}`
          : unreported;
      const start = onset && (normaliseTimingStart(onset) ?? `when: ${unreported}`);
      return [
        {
          before: nameProduct(line.product),
          number: `${write(onset)}, ${write(duration)}`,
          aside: joinByCommas([nameWholeTrial(line.label), start && `from ${start}`]),
        },
      ];
    });
  return entries.length > 0 ? entries : [gap];
}

// What labels and series say drug by drug.

/** Returns the cells that labels fill, and sentences on single drugs. */
function makeLabels(answer: Answer, courses: ProductCourses, drugs: readonly DrugOnScreen[]) {
  const regions = listChosenRegions(answer.query);
  const isAsked = ({ region }: { readonly region: string | null }) =>
    region === null || regions.length === 0 || regions.some((asked) => asked === region);
  const ofDrugs = drugs.flatMap((drug) => {
    const course = courses[drug.product];
    const isWithOthers = isCombined(findResponse(answer), drug.group);
    const isOfRegimen = ({ schedule }: { readonly schedule: string | null }) =>
      (schedule?.startsWith("with ") ?? false) === isWithOthers;
    if (!course) return [];
    const full = course.full.filter((dose) => isAsked(dose) && isOfRegimen(dose));
    return {
      ...{ drug, ...course, full },
      intervals: course.intervals.filter((entry) => isAsked(entry) && isOfRegimen(entry)),
      until: course.until.filter(isAsked),
      hospital: course.hospital.filter(isAsked),
    };
  });
  const ofLane = (group: TherapyClass) => ofDrugs.filter(({ drug }) => drug.group === group);
  const list = (
    title: string,
    textOf: (of: (typeof ofDrugs)[number]) => string,
    end = "",
  ): string => {
    const texts = ofDrugs.flatMap((of) => {
      const text = textOf(of);
      return text ? `${of.drug.name} ${text}` : [];
    });
    return texts.length > 0 ? `${title}: ${texts.join("; ")}${end}.` : "";
  };
  return {
    given: (group: TherapyClass): CourseEntry[] => {
      const all = ofLane(group);
      const days = all.flatMap(({ full }) => full.map(({ day }) => day));
      if (days.length > 0)
        return [
          { before: "stepped up; full dose on day", number: joinEnds(days), aside: "by label" },
        ];
      return all.length > 0 && all.every(({ once, lymphodepletion }) => once && lymphodepletion)
        ? [{ text: "lymphodepletion, then one infusion" }]
        : [gap];
    },
    inHospital: (group: TherapyClass) =>
      makeHospitalCell(
        ofLane(group),
        drugs.filter((drug) => drug.group === group),
      ),
    treatment: (group: TherapyClass): CourseEntry[] => {
      const all = ofLane(group);
      if (all.length > 0 && all.every(({ once }) => once)) return [{ text: "none planned" }];
      const weeks = all.flatMap(({ intervals }) => intervals.map((entry) => entry.weeks));
      const later = joinEnds(weeks.filter((number) => number > 1));
      const often = joinByCommas([
        weeks.includes(1) && "weekly",
        later && `then every ${later} weeks`,
      ]);
      return all.length > 0 && all.every(({ until }) => until.length > 0)
        ? [{ text: joinBySemicolons(["continuous", often]), aside: "by label" }]
        : [gap];
    },
    notes: [
      list(
        "Day of first full dose by the label",
        ({ full }) => joinWithConjunction(describeFullDoses(full), "or"),
        " (first dose: day 1)",
      ),
      list("Weeks between doses by the label", ({ intervals }) =>
        [...new Set(intervals.map(({ weeks }) => weeks))].sort((a, b) => a - b).join(", "),
      ),
      list("Given by the label", ({ until }) =>
        groupBy(until, ({ text }) => text)
          .map(
            (same) => `${same[0].text} (${nameLabels(same.flatMap(({ region }) => region ?? []))})`,
          )
          .join(", "),
      ),
      list("Days in hospital as series counted them, median", ({ stays }) =>
        stays.map(writeStay).join("; "),
      ),
    ],
  };
}

const nameLabels = (regions: readonly string[]) =>
  regions.length === 0
    ? ""
    : `${joinWithConjunction([...new Set(regions)].map(shortenRegion))} label`;

const writeStay = ({ medianDays, rangeDays, whose, n }: ProductCourse["stays"][number]) =>
  joinByCommas([
    `${formatPlainNumber(medianDays)} days`,
    rangeDays && `${rangeDays[0]}–${rangeDays[1]}`,
    whose,
    n !== null && `n ${n}`,
  ]);

/** Returns the days of the first full dose; those of several schedules are named. */
function describeFullDoses(full: ProductCourse["full"]): string[] {
  const doses = [...full].sort((a, b) => a.day - b.day);
  const schedules = doses.filter(({ day }, index) => day !== doses[index - 1]?.day);
  return schedules.map(({ schedule, day }) =>
    schedules.length > 1 ? joinBySpaces([schedule, `day ${day}`]) : `${day}`,
  );
}

type OfDrug = Pick<ProductCourse, "hospital" | "stays"> & { readonly drug: DrugOnScreen };

/**
 * Returns hours in hospital as the labels print them, because no label prints their sum; of CAR-T the days that series
 * counted. Drugs without either are named.
 */
function makeHospitalCell(
  ofLane: readonly OfDrug[],
  drugs: readonly DrugOnScreen[],
): CourseEntry[] {
  const hours = ofLane.flatMap(({ drug, hospital }) => hospital.map((of) => ({ ...of, drug })));
  const byLabel = groupBy(hours, ({ region }) => region).flatMap((same): CourseEntry[] => {
    const isNumbered = same.some((of) => of.hours.some(({ after }) => after !== "every"));
    return [
      ...same.map((of) => ({ before: of.drug.name, ...writeHours(of) })),
      {
        aside: joinByCommas([isNumbered && "hours after doses 1, 2", nameLabels([same[0].region])]),
      },
    ];
  });
  const ofSeries = ofLane.flatMap(({ drug, hospital, stays }) => {
    const days = joinEnds(stays.map(({ medianDays }) => medianDays));
    return hospital.length > 0 || days === ""
      ? []
      : { before: drug.name, number: days, text: "days", aside: "medians of series" };
  });
  const silent = drugs.filter(
    ({ product }) =>
      !ofLane.some((of) => of.drug.product === product && of.hospital.length + of.stays.length > 0),
  );
  const entries = [...byLabel, ...ofSeries];
  return entries.length === 0
    ? [gap]
    : [...entries, ...silent.map(({ name }) => ({ before: name, ...gap }))];
}

function writeHours({ hours }: ProductCourse["hospital"][number]): CourseEntry {
  const every = hours.find(({ after }) => after === "every");
  return every
    ? { number: `${every.hours}`, text: "hours after each dose to the first full one" }
    : { number: hours.map((of) => of.hours).join(", ") };
}

// Times and counts of single reports.

/** Returns the times from apheresis to infusion: a waiting time belongs to the drug, so any trial of it counts. */
function listWaiting(timing: readonly TimingLine[], drugs: readonly DrugOnScreen[]): LikeTimes[] {
  return groupComparableTimes(filterByDrugs(timing, drugs), "apheresis-to-infusion", null);
}

/** Returns the range of the medians in weeks, as in "7–11 weeks"; empty unless all are in days. */
function describeWeeks(waiting: readonly LikeTimes[]): string {
  const times = waiting.flatMap((like) => like.times.map(({ time }) => time));
  if (times.length === 0 || times.some(({ unit }) => unit !== "days")) return "";
  return `${joinEnds(times.map(({ median }) => Math.round(median / 7)))} weeks`;
}

function describeReports(waiting: readonly LikeTimes[]): string {
  const count = waiting.reduce((sum, { times }) => sum + times.length, 0);
  return count === 1 ? "median of one report" : `medians of ${count} reports`;
}

function sortTrialsBeforeRealWorld(kinds: readonly LikeTimes[]): LikeTimes[] {
  const isOfTrials = ({ evidence }: LikeTimes) => evidence === "trial";
  return [...kinds.filter(isOfTrials), ...kinds.filter((like) => !isOfTrials(like))];
}

/** Returns medians of one kind of source, a line for each cohort, under a title that begins with `what`. */
function makeTitledTimes(what: string, { evidence, times }: LikeTimes): CourseTimes {
  const source = evidence === "trial" ? "in trials" : "real-world";
  return {
    title: joinByCommas([what, "median", source]),
    lines: times.map(({ line, time: { median, unit, range, quartiles, definition } }) => {
      const ends = range ?? quartiles;
      const spread = ends ? `${formatPlainNumber(ends[0])}–${formatPlainNumber(ends[1])}` : "";
      const size = line.n === null ? "" : `${formatPlainNumber(line.n)} patients`;
      return {
        group: line.therapyClass,
        product: line.product,
        name: nameProduct(line.product),
        cohort: line.cohort,
        label: nameWholeTrial(line.label),
        number: `${formatPlainNumber(median)} ${chooseSingularOrPluralUnit(median, unit)}`,
        aside: joinByCommas([
          spread && range === null ? `quartiles ${spread}` : spread,
          definition ?? size,
        ]),
      };
    }),
  };
}

/**
 * Makes a line for each arm that reports patients who were not infused as planned. The line names the trial, which may
 * have enrolled after other lines than those of the question.
 */
function makeCountsOfNotInfused(failed: readonly NotInfused[]): CourseTimes {
  return {
    title: "Randomised, not infused as planned",
    lines: groupBy(failed, ({ cohort }) => cohort).map((ofArm) => {
      const [{ events, n, cohort, label, product }] = ofArm;
      const reasons = ofArm.map((entry, index) =>
        joinBySpaces([index > 0 && `${entry.events}`, notInfusedTexts[entry.reason]]),
      );
      return {
        ...{ group: "car-t", product, name: nameProduct(product), cohort },
        label: nameWholeTrial(label),
        number: `${events} of ${n}`,
        aside: joinBySemicolons(reasons),
      };
    }),
  };
}

const notInfusedTexts: Readonly<Record<NotInfused["reason"], string>> = {
  "death-before-treatment": "died untreated",
  "infused-after-progression": "progressed first, infused later",
};

/**
 * Returns text such as "Why 15 of 100 were not infused: reported in part (manufacturing failure; 2 trials below).", or that
 * it is not reported; empty without a count of the infused.
 */
function describeReasonsNotInfused(
  find: (outcome: string) => Row | undefined,
  trialsBelow: number,
): string {
  const numbers = listSides(find("infused"), "car-t").flatMap(({ number }) => number || []);
  const [infused, another] = numbers;
  if (infused === undefined) return "";
  // Of both trials of one drug no common number is known.
  const others = another === undefined ? 100 - Number(infused) : 0;
  const [failed] = listSides(find("manufacturing-failure"), "car-t");
  const known = joinBySemicolons([
    failed && !["", "0"].includes(failed.number) && "manufacturing failure",
    trialsBelow > 0 && `${formatCountWithNoun(trialsBelow, "trial")} here`,
  ]);
  return writeSentence(
    `why ${others > 0 ? `${others} of 100` : "the others"} were not infused: ${known ? `reported in part (${known})` : unreported}`,
  );
}
