/**
 * Makes the course of a treatment: for each lane by itself, in order of time, what happens to those for whom it is
 * chosen. Nothing is compared, so there is no difference and no axis. Each number says of whom it is.
 */

import type { Answer, Row } from "#core/answer/answer.ts";
import { splitSeriesIntoProductSlugs } from "#core/evidence/grouping.ts";
import { listChosenRegions } from "#core/evidence/regimen-labels.ts";
import type { TrialMonths } from "#core/evidence/survival-months.ts";
import type { TimingLine } from "#core/evidence/timing-lines.ts";
import type { NotInfused } from "#core/others/not-infused.ts";
import type { ProductCourse, ProductCourses } from "#data/cited-times.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import {
  type CourseEntry,
  describeOrigins,
  describeStart,
  enlarge,
  gap,
  isCombined,
  joinEnds,
  type LaneRows,
  listSides,
  makeProgressionFreeCell,
  makeResponseCell,
  makeRowCell,
  makeTrialsCell,
  shareTexts,
} from "../row/course-cells.ts";
import { hasTreatedPatientsOnly } from "../row/figures.ts";
import { joinLabelAndDetail, nameWholeTrial } from "../row/names.ts";
import { makeTimingTextWithSources } from "../row/timing-of-row.ts";
import { className, classPlural, keyOfUnreported } from "../words/names.ts";
import { nameOutcome } from "../words/outcome-names.ts";
import { nameProduct, nameProductWithRegimen } from "../words/product-name.ts";
import { shortenRegion } from "../words/properties.ts";
import { joinByCommas, joinBySemicolons, joinBySpaces } from "../words/sentences.ts";

export interface CourseView {
  readonly lanes: readonly Pick<Lane, "group" | "name" | "from">[];
  /** Lists the steps in order of time; the last one, which is folded, has further lines. */
  readonly steps: readonly CourseStep[];
  readonly key: string;
}

export interface CourseStep {
  readonly title: string;
  readonly lines: readonly CourseLine[];
  readonly isFolded?: true;
}

export interface CourseLine {
  /** Names the line; empty for the only one of its step. */
  readonly label: string;
  /** Names the outcome whose row is opened; absent where labels or times of the treatment say what the line says. */
  readonly outcome?: string;
  /** Holds a cell for each lane. */
  readonly cells: readonly (readonly CourseEntry[])[];
}

/** Holds what is known of the treatment beside the answers. */
export interface TreatmentFacts {
  /** Lists times of the treatment in all trials. */
  readonly timing: readonly TimingLine[];
  /** Lists patients of all randomised trials who were not infused as planned. */
  readonly notInfused: readonly NotInfused[];
  readonly courses: ProductCourses;
}

/** Holds what is known of one lane. */
export interface LaneEvidence {
  readonly group: TherapyClass;
  /** Is the slug of the drug whose lane it is; absent for a class. */
  readonly product?: string;
  /** Answers the question about the short set of outcomes. */
  readonly answer: Answer;
  /** Answers the same question about the further outcomes of the course. */
  readonly further: Answer;
  /** Lists the trials with their survival without progression. */
  readonly trials: readonly TrialMonths[];
  /** Lists the times of CRS in these trials. */
  readonly onsets: readonly TimingLine[];
}

interface Lane extends LaneEvidence, LaneRows {
  readonly name: string;
  /** States from when its patients are counted. */
  readonly from: string;
  readonly find: (outcome: string) => Row | undefined;
  readonly labels: readonly ProductFacts[];
  readonly waiting: readonly TimingLine[];
  readonly failed: readonly NotInfused[];
}

type ProductFacts = Pick<ProductCourse, "once" | "lymphodepletion" | "stays" | "hospital"> &
  Pick<ProductCourse, "full" | "intervals" | "until"> & { readonly name: string };

/** Returns the headline of the course; `null` for a single lane. */
export function describeCourseHeadline(
  { lanes: [one, other] }: CourseView,
  isRandomised: boolean,
): string | null {
  if (!one || !other) return null;
  const nameInText = ({ group, name }: typeof one) =>
    name === className[group] ? classPlural[group] : name;
  return joinBySpaces([
    !isRandomised && `No randomised trial compares ${nameInText(one)} with ${nameInText(other)}.`,
    "Here is each by itself, in order of time; do not compare the columns.",
  ]);
}

/**
 * Returns what the overview says of the course: "Of 100 apheresed 85 were infused, after 7–11 weeks"; empty where no
 * trial counts the infused.
 */
export function describeInfusedShare(evidence: LaneEvidence, facts: TreatmentFacts): string {
  const { find, waiting } = prepareLane(evidence, facts);
  const shares = listSides(find("infused"), "car-t").flatMap(({ number, name }) => {
    if (number === "") return [];
    const share = number.includes(" of ") ? `${number} apheresed` : `Of 100 apheresed ${number}`;
    return `${name && `${name}: `}${share} were infused`;
  });
  const weeks = describeWeeks(waiting);
  return shares.length === 0
    ? ""
    : joinByCommas([joinBySemicolons(shares), weeks && `after ${weeks}`]);
}

/** Makes the course of each lane beside the other. */
export function makeCourseView(
  evidence: readonly LaneEvidence[],
  facts: TreatmentFacts,
): CourseView {
  const lanes = evidence.map((lane) => prepareLane(lane, facts));
  const line = (
    label: string,
    cellOf: (lane: Lane) => readonly CourseEntry[],
    outcome?: string,
  ) => ({
    ...{ label, ...(outcome && { outcome }) },
    cells: lanes.map((lane) => cellOf(lane).map((entry) => dropName(entry, lane.name))),
  });
  const ofRow = (id: string, label?: string, cellOf = makeRowCell): CourseLine[] => {
    const [row] = lanes.flatMap(({ find }) => find(id) ?? []);
    if (!row || !lanes.some(({ group }) => row.appliesTo.includes(group))) return [];
    const makeCell = (lane: Lane) => {
      const own = lane.find(id);
      if (!own || id === "infused") return own ? makeStartedCell(own, lane) : [gap];
      return own.appliesTo.includes(lane.group) ? cellOf(own, lane) : [{ text: own.notFor ?? "" }];
    };
    return [line(label ?? joinLabelAndDetail(row), makeCell, id)];
  };
  const origins = describeOrigins(lanes.flatMap(({ trials }) => trials));
  const steps: CourseStep[] = [
    {
      title: "Until treatment",
      lines: lanes.some(({ group }) => group === "car-t")
        ? [...ofRow("infused", "Started treatment"), line("Wait", makeWaitCell)]
        : [],
    },
    {
      title: "First weeks",
      lines: [
        line("Given", makeGivenCell),
        line("In hospital", makeHospitalCell),
        ...ofRow("crs-3", "Severe CRS, by trial", makeTrialsCell),
        ...ofRow("icans"),
      ],
    },
    { title: nameOutcome("orr"), lines: ofRow("orr", "", makeResponseCell) },
    {
      title: "Following months",
      lines: [line("Treatment", makeTreatmentCell), ...ofRow("infection-3")],
    },
    {
      title: `Progression-free 12 months after ${origins}, by trial`,
      lines: ofRow("pfs-12", "", makeProgressionFreeCell),
    },
    { title: "Deaths other than of myeloma", lines: ofRow("nrm", "") },
    {
      ...{ title: "More", isFolded: true },
      lines: [
        ...ofRow("bridging"),
        ...ofRow("manufacturing-failure"),
        line("Randomised, not infused as planned", listNotInfused),
        line("Waits by report", ({ waiting }) => listTimes(waiting, null)),
        line("CRS by trial", ({ onsets }) => listTimes(onsets, "crs"), "crs"),
        ...ofRow("neutropenia-3"),
        ...ofRow("immunoglobulin-replacement"),
        line("By label: full dose on day", ({ labels }) => listByDrug(labels, describeFullDoses)),
        line("By label: weeks between doses", ({ labels }) =>
          listByDrug(labels, ({ intervals }) => intervals.map(({ weeks }) => `${weeks}`)),
        ),
        line("By label: given", ({ labels }) =>
          listByDrug(labels, ({ until }) => until.map(({ text }) => text)),
        ),
        line("Days in hospital by series", ({ labels }) =>
          listByDrug(labels, ({ stays }) =>
            stays.map(({ medianDays, whose }) => `${medianDays}, ${whose}`),
          ),
        ),
      ],
    },
  ];
  return {
    lanes: lanes.map(({ group, name, from }) => ({ group, name, from })),
    steps: lanes.length > 0 ? steps.filter(({ lines }) => lines.length > 0) : [],
    key: `${keyOfUnreported} Small: 95 % interval.`,
  };
}

/** Drops the name of the drug that the head of its lane or row has. */
const dropName = ({ before = "", ...entry }: CourseEntry, name: string): CourseEntry => ({
  ...entry,
  before: before === name ? "" : before.replace(`${name}, `, ""),
});

/** Writes a cell in one line, for programs that show only text. */
export function writeCell(cell: readonly CourseEntry[]): string {
  return joinBySemicolons(
    cell.map(({ gap: missing, before, number, text, aside, trial }) =>
      joinBySpaces([...[missing, before, number, text], aside && `(${aside})`, trial?.label]),
    ),
  );
}

function prepareLane(evidence: LaneEvidence, facts: TreatmentFacts): Lane {
  const { group, answer, further, product: asked } = evidence;
  const find = (id: string) =>
    [...answer.outcomes, ...further.outcomes].find(({ outcome }) => outcome === id);
  const response = find("orr");
  const isWithOthers = isCombined(response, group);
  // A series of several drugs is none of them.
  const ofGroup = answer.selection.included.filter(
    ({ therapyClass, product }) =>
      therapyClass === group && splitSeriesIntoProductSlugs(product).length === 1,
  );
  const products = asked ? [asked] : [...new Set(ofGroup.map(({ product }) => product))].sort();
  const [only = "", another] = products;
  const isOfDrug = ({ product }: { readonly product: string }) => products.includes(product);
  return {
    ...{ ...evidence, find, products },
    name:
      only && !another
        ? nameProductWithRegimen(only, isWithOthers ? "combination" : "monotherapy")
        : className[group],
    from: `counted from ${describeStart(response, group)}`,
    labels: products.flatMap((product) =>
      selectLabels(product, isWithOthers, listChosenRegions(answer.query), facts.courses),
    ),
    // A waiting time belongs to the drug, so any trial of it counts.
    waiting: facts.timing.filter(isOfDrug).flatMap(({ times, ...rest }) => {
      const waits = times.filter(({ what, hold }) => what === "apheresis-to-infusion" && !hold);
      return waits.length > 0 ? { ...rest, times: waits } : [];
    }),
    failed: facts.notInfused.filter((count) => group === "car-t" && isOfDrug(count)),
  };
}

// The following cells hold what labels and series say.

/** Selects what holds in the regions of the question, and for the drug alone or combined. */
function selectLabels(
  product: string,
  isWithOthers: boolean,
  regions: readonly string[],
  courses: ProductCourses,
): ProductFacts[] {
  const course = courses[product];
  if (!course) return [];
  const isAsked = ({ region }: { readonly region: string | null }) =>
    region === null || regions.length === 0 || regions.includes(region);
  const isOfRegimen = ({ schedule }: { readonly schedule: string | null }) =>
    (schedule?.startsWith("with ") ?? false) === isWithOthers;
  return [
    {
      ...{ ...course, name: nameProduct(product) },
      full: course.full.filter((dose) => isAsked(dose) && isOfRegimen(dose)),
      intervals: course.intervals.filter((entry) => isAsked(entry) && isOfRegimen(entry)),
      until: course.until.filter(isAsked),
      hospital: course.hospital.filter(isAsked),
    },
  ];
}

/** Writes what labels and series say of a drug alone in any region, in the lines of the course. */
export function listLabelLines(product: string, courses: ProductCourses) {
  const lane = { labels: selectLabels(product, false, [], courses) };
  const name = nameProduct(product);
  const cells = {
    Given: makeGivenCell,
    "In hospital": makeHospitalCell,
    Treatment: makeTreatmentCell,
  };
  return Object.entries(cells).map(([label, cellOf]) => ({
    label,
    text: writeCell(cellOf(lane).map((entry) => dropName(entry, name))),
  }));
}

type LaneLabels = Pick<Lane, "labels">;

function makeStartedCell(row: Row, lane: Lane): readonly CourseEntry[] {
  if (lane.group === "car-t") return makeRowCell(row, lane).map(enlarge);
  const response = lane.find("orr");
  const isOfTreated = response && hasTreatedPatientsOnly(response, lane.group);
  return [{ ...gap, ...(isOfTreated && { aside: "all dosed" }) }];
}

function makeWaitCell({ waiting }: Lane): readonly CourseEntry[] {
  const number = describeWeeks(waiting);
  const aside = waiting.length > 1 ? `${waiting.length} medians` : "one median";
  return number ? [{ number, aside }] : [gap];
}

/** Returns the range of the medians in weeks, as in "7–11 weeks"; empty unless all are in days. */
function describeWeeks(waiting: readonly TimingLine[]): string {
  const times = waiting.flatMap((line) => line.times);
  if (times.length === 0 || times.some(({ unit }) => unit !== "days")) return "";
  return `${joinEnds(times.map(({ median }) => Math.round(median / 7)))} weeks`;
}

function makeGivenCell({ labels }: LaneLabels): readonly CourseEntry[] {
  const number = joinEnds(labels.flatMap(({ full }) => full.map(({ day }) => day)));
  if (number) return [{ before: "step-up; full dose on day", number }];
  return isEvery(labels, ({ once, lymphodepletion }) => once && lymphodepletion)
    ? [{ text: "lymphodepletion, one infusion" }]
    : [gap];
}

const isEvery = <T>(list: readonly T[], is: (entry: T) => boolean) =>
  list.length > 0 && list.every(is);

function makeTreatmentCell({ labels }: LaneLabels): readonly CourseEntry[] {
  if (isEvery(labels, ({ once }) => once)) return [{ text: "none planned" }];
  const intervals = labels.flatMap((label) => label.intervals);
  const weeks = intervals.map((entry) => entry.weeks);
  const later = joinEnds(weeks.filter((number) => number > 1));
  // Schedules of one label are a choice; the phases of one schedule follow each other.
  const isChoice = new Set(intervals.flatMap(({ schedule }) => schedule ?? [])).size > 1;
  const text = joinByCommas([
    isEvery(labels, ({ until }) => until.length > 0) && "continuous",
    joinBySpaces([
      weeks.includes(1) && (later ? `weekly${isChoice ? " or" : ", then"}` : "weekly"),
      later && `every ${later} weeks`,
    ]),
  ]);
  return text ? [{ text }] : [gap];
}

/**
 * Returns hours in hospital as the labels print them, because no label prints their sum; of CAR-T the days that series
 * counted. Drugs without either are named.
 */
function makeHospitalCell({ labels }: LaneLabels): readonly CourseEntry[] {
  const entries = labels.flatMap(({ name, hospital, stays }): CourseEntry[] => {
    const days = joinEnds(stays.map(({ medianDays }) => medianDays));
    const ofSeries = days ? { number: days, text: "days, series" } : gap;
    const printed = hospital.map(({ region, hours }) => {
      const every = hours.find(({ after }) => after === "every");
      const label = region ? `, ${shortenRegion(region)}` : "";
      return {
        number: every ? `${every.hours}` : hours.map((of) => of.hours).join(", "),
        text: `h after ${every ? "each dose to the first full one" : "doses 1, 2"}${label}`,
      };
    });
    return (printed.length > 0 ? printed : [ofSeries]).map((entry) => ({ before: name, ...entry }));
  });
  return entries.some(({ number }) => number) ? shareTexts(entries) : [gap];
}

/** Returns the days of the first full dose; those of several schedules are named. */
function describeFullDoses({ full }: Pick<ProductFacts, "full">): string[] {
  const days = new Set(full.map(({ day }) => day));
  return full.map(({ schedule, day }) =>
    days.size > 1 ? joinBySpaces([schedule, `day ${day}`]) : `${day}`,
  );
}

/** Lists for each drug what is known of it, each once. */
function listByDrug(
  labels: readonly ProductFacts[],
  textsOf: (facts: ProductFacts) => readonly string[],
): readonly CourseEntry[] {
  const entries = labels.flatMap((facts) => {
    const texts = [...new Set(textsOf(facts))];
    return texts.length > 0 ? { before: facts.name, number: texts.join("; ") } : [];
  });
  if (isEvery(labels, ({ once }) => once) && entries.length === 0)
    return [{ text: "one infusion" }];
  return entries.length > 0 ? entries : [gap];
}

// The following cells hold times and counts of single reports.

const nameTrial = ({ cohort, label }: Pick<TimingLine, "cohort" | "label">) => ({
  cohort,
  label: nameWholeTrial(label),
});

function listTimes(lines: readonly TimingLine[], outcome: string | null): readonly CourseEntry[] {
  const entries = lines.map((line) => ({
    text: makeTimingTextWithSources(line, outcome).text,
    trial: nameTrial(line),
  }));
  return entries.length > 0 ? entries : [gap];
}

const notInfusedTexts: Readonly<Record<NotInfused["reason"], string>> = {
  "death-before-treatment": "died untreated",
  "infused-after-progression": "progressed first, infused later",
};

/** Returns counts of randomised arms, which may have enrolled after other lines than those of the question. */
function listNotInfused({ group, failed, find }: Lane): readonly CourseEntry[] {
  if (group === "bsab") return [{ text: find("infused")?.notFor ?? "" }];
  const entries = failed.map((trial) => ({
    before: nameProduct(trial.product),
    number: `${trial.events} of ${trial.n}`,
    text: notInfusedTexts[trial.reason],
    trial: nameTrial(trial),
  }));
  return entries.length > 0 ? entries : [gap];
}
