/** Maps each approved file of an answer to a function that writes the answer as lines, for reading in a diff. */

import { dataset } from "#core/dataset.ts";
import { parseQueryTextOrThrow } from "#core/question/parse-query.ts";
import {
  makeQueryForMissingLeadingHarms,
  makeSummaryOfFindings,
} from "#presentation/report/summary-of-findings.ts";
import type { CopiedForms } from "#presentation/views/copied-table.ts";
import type { SentView } from "#presentation/views/format.ts";
import type { OpenedRow } from "#presentation/views/opened-row.ts";
import type { Screen } from "#presentation/views/screen.ts";
import type { Sheets } from "#presentation/views/sheet.ts";
import { answerClassesInFull } from "#server/answers/compute/full-answer.ts";
import { makeClassComparisonScreen } from "#server/answers/compute/screen-evidence.ts";
import { surroundings } from "#widget/page/environment.ts";
import { withoutLines } from "../support/html.ts";
import { answerOf, to } from "../support/in-process.ts";
import { openedRow } from "../support/opened-row.tsx";
import { drawing } from "../support/states/drawing.tsx";
import { type State, states } from "../support/states/states.ts";
import { htmlAsLines, sentencesOf } from "./html-as-lines.ts";
import { jsonAsText } from "./json-as-text.ts";
import { builtPages } from "./pages.ts";
import { type Exploration, withLists } from "./questions.ts";

type Surface = (question: string) => Promise<readonly string[]>;

// The address is that of our own pages; otherwise the element's links would hold the folder of its script.
surroundings.site = "";

/** Asks for each question once, because several tests read the same lines. */
function askedOnce(surface: Surface): Surface {
  const linesByQuestion = new Map<string, ReturnType<Surface>>();
  return (question) => {
    const lines = linesByQuestion.get(question) ?? surface(question);
    linesByQuestion.set(question, lines);
    return lines;
  };
}

const everySurface: Readonly<Record<string, Surface>> = {
  "screen.json": async (question) => {
    const { screen, opened } = await shownView(question);
    // The copied HTML holds the lines of the copied text as paragraphs, so only the text is approved.
    const copied = opened?.copied.text;
    return [jsonAsText({ screen, opened: opened && { ...opened, copied } })];
  },
  "screen.txt": async (question) => {
    const { opened } = await shownView(question);
    return [
      ...pageLines(await textOf("/embed", question)),
      ...(opened ? openedLines(question, opened) : []),
    ];
  },
  "report.txt": async (question) => {
    const lines = htmlAsLines(mainOf(await textOf("/report", question)));
    return withLists.has(question) ? lines : withoutLists(lines);
  },
  "forest.txt": async (question) => {
    const outcome = headlineOf((await shownView(question)).screen);
    return answered(
      await answerOf(to("/v1/forest.svg", withOutcome(question, outcome))),
      svgAsLines,
    );
  },
  "table.txt": async (question) => {
    return answered(await answerOf(to("/v1/screen/copy", question)), (text) => {
      const { summary, table }: CopiedForms = JSON.parse(text).view;
      const lines = summary.text.split("\r\n").flatMap((line) => sentencesOf(line));
      return [...lines, "", ...htmlAsLines(table.html)];
    });
  },
  // The lines are those that programs read, but for the byte order mark and the ends of lines that spreadsheets ask
  // for.
  "comparison.csv": async (question) => {
    const text = await textOf("/v1/comparison.csv", question);
    const lines = text
      .replace(/^\uFEFF/, "")
      .trimEnd()
      .split("\r\n");
    return withLists.has(question) ? lines : lines.filter((line) => !line.startsWith("left-out,"));
  },
};

export const surfaces: typeof everySurface = Object.fromEntries(
  Object.entries(everySurface).map(([file, surface]) => [file, askedOnce(surface)]),
);

/** Returns the summary of findings, the first page of a report, with the leading harms that it adds. */
export function summaryText(question: string): string {
  const answer = answerClassesInFull(parseQueryTextOrThrow(question, dataset));
  const leading = makeQueryForMissingLeadingHarms(answer, dataset.outcomes);
  const harms = leading && answerClassesInFull(leading);
  return jsonAsText(makeSummaryOfFindings(answer, makeClassComparisonScreen(answer), harms));
}

/** Returns the lines of the script for R. */
export async function scriptLines(question: string): Promise<string[]> {
  return (await textOf("/v1/reproduce.R", question)).trimEnd().split("\n");
}

/** Returns the groups of trials, the regression and the published values of an outcome. */
export async function exploredLines({ outcome, compare, moderator, filters = "" }: Exploration) {
  const question = `outcome=${outcome}&compare=${compare}&moderator=${moderator}${filters}`;
  return htmlAsLines(mainOf(await textOf("/explore", question)));
}

/** Returns the lines of a page that takes no question. Pages of the build are made here; the app makes the others. */
export async function sitePageLines(name: string): Promise<string[]> {
  return pageLines(
    builtPages[`${name}.html`] ?? (await textOf(`/${name === "home" ? "" : name}`, "")),
  );
}

/** Returns every filter with its choices, what each leaves and where it leads. */
export async function sheetLines(question: string): Promise<string> {
  return jsonAsText(await asJson<Sheets>("/v1/choices", question));
}

/** Its name and hash change with any line of the element. */
const scriptOfRelease = /\/widget\/[^"]+\.js" integrity="[^"]+"/;

/** Returns the description that other sites show of a page, then the text of the page itself. */
export function pageLines(page: string): string[] {
  const description = /<meta name="description" content="([^"]*)"/.exec(page)?.[1] ?? "";
  return [...htmlAsLines(description), ...htmlAsLines(withoutLines(mainOf(page)))].map((line) =>
    line.replace(scriptOfRelease, '/widget/RELEASE.js" integrity="HASH"'),
  );
}

/** Lists the states that show more than an answer or its opened row; those two are approved by their questions. */
export const ofState: readonly State[] = states.filter(({ drawn: { as, ...more } }) =>
  as === "answer" ? Object.keys(more).some((name) => name !== "open") : as !== "skeleton",
);

/** Returns the lines of a state that the plain answer to its question does not have. */
export async function stateLines(state: State): Promise<string[]> {
  const drawn = async (variant: State) =>
    htmlAsLines((await drawing(variant)).replace(/<\/?template[^>]*>/g, ""));
  const usual =
    state.drawn.as === "answer" ? await drawn({ ...state, drawn: { as: "answer" } }) : [];
  return (await drawn(state)).filter((line) => !usual.includes(line));
}

/**
 * Matches the line from which a section of the report lists studies. The lists fill files and differ little between
 * questions.
 */
const lists: ReadonlyMap<string, RegExp> = new Map([
  ["## Who was in these trials", /^> /],
  ["## Studies left out", /^### /],
  ["## Randomised, matched and in sequence", /^### /],
]);

/**
 * Returns the outcome of the headline: response, or else the first outcome with a difference, or else the first
 * outcome, of survival the first month.
 */
function headlineOf(screen: Screen): string {
  const { rows } = screen;
  const compared = rows.find(({ status }) => status.difference !== undefined);
  const [first] = screen.kind === "survival" ? [...rows, ...screen.months] : rows;
  const isOfResponse = rows.some(({ outcome }) => outcome === "orr");
  return isOfResponse ? "orr" : ((compared ?? first)?.outcome ?? "orr");
}

async function shownView(question: string): Promise<{ screen: Screen; opened: OpenedRow | null }> {
  const screen = await asJson<Screen>("/v1/screen", question);
  if (screen === null) throw new Error(`no question: ${question}`);
  const opened = await asJson<OpenedRow>(`/v1/screen/${headlineOf(screen)}`, question);
  return { screen, opened };
}

function openedLines(question: string, row: OpenedRow): string[] {
  const lines = htmlAsLines(openedRow(row, { query: question }));
  return ["", `# Opened: ${row.outcome}`, ...lines];
}

function withOutcome(question: string, outcome: string): string {
  const parameters = new URLSearchParams(question);
  parameters.set("outcome", outcome);
  return parameters.toString();
}

async function textOf(path: string, question: string): Promise<string> {
  return (await answerOf(to(path, question))).text();
}

async function asJson<T>(path: string, question: string): Promise<T | null> {
  const answer = await answerOf(to(path, question));
  return answer.ok ? ((await answer.json()) as SentView<T>).view : null;
}

/** Reads an answer; a question that the resource does not answer must be refused with a reason. */
async function answered(
  answer: Response,
  asLines: (text: string) => readonly string[],
): Promise<readonly string[]> {
  const text = await answer.text();
  return answer.ok ? asLines(text) : [jsonAsText(JSON.parse(text))];
}

function mainOf(page: string): string {
  return page.slice(page.indexOf("<main"), page.indexOf("</main>"));
}

function withoutLists(lines: readonly string[]): string[] {
  let [list, isIn]: [RegExp | undefined, boolean] = [undefined, false];
  return lines.filter((line) => {
    if (line.startsWith("## ")) [list, isIn] = [lists.get(line), false];
    else isIn ||= list?.test(line) ?? false;
    return !isIn;
  });
}

interface Placed {
  x: number;
  y: number;
  text: string;
}

/** Texts and marks of one line of the plot do not have the same height. */
const sameLine = 9;

/** Returns a forest plot as lines from top to bottom, each from left to right, with where its marks lie. */
function svgAsLines(svg: string): string[] {
  const contentOf = (name: string) =>
    readText(new RegExp(`<${name}[^>]*>([^<]*)`).exec(svg)?.[1] ?? "");
  const lines: Placed[][] = [];
  for (const mark of [...textsIn(svg), ...marksIn(svg)].sort((a, b) => a.y - b.y)) {
    const [first] = lines.at(-1) ?? [];
    if (first && mark.y - first.y < sameLine) lines.at(-1)?.push(mark);
    else lines.push([mark]);
  }
  return [
    `# ${contentOf("title")}`,
    ...sentencesOf(contentOf("desc")),
    "",
    ...lines.map((line) =>
      line
        .sort((a, b) => a.x - b.x)
        .map(({ text }) => text)
        .join(" | "),
    ),
  ];
}

function textsIn(svg: string): Placed[] {
  return [...svg.matchAll(/<text x="([\d.]+)" y="([\d.]+)"[^>]*>(.*?)<\/text>/gs)].map(
    ([, x, y, inner = ""]) => ({ x: Number(x), y: Number(y), text: readText(inner) }),
  );
}

/**
 * Returns the marks of a drawing, in units of the picture: the interval, and where the estimate lies. A hollow mark is
 * `□` or `◇`, one of another outcome `▫`; `↦` and `↤` are bounds, and `→` is a line that goes on beyond the axis.
 */
function marksIn(svg: string): Placed[] {
  return [...svg.matchAll(/<g data-mark="\w+".*?<\/g>/gs)].map(([mark]) => {
    const [, from, height, to] = /"M([\d.]+) ([\d.]+)H([\d.]+)/.exec(mark) ?? [];
    const [shape = "", at, y] =
      /<path transform="translate\(([\d.]+) ([\d.]+)\)"[^>]*>/.exec(mark) ?? [];
    const [, before, after] = /d="M-([\d.]+) 0l[\d.]+-[\d.]+ ([\d.]+) /.exec(shape) ?? [];
    const ofDiamond = [Number(at) - Number(before), Number(at) + Number(after)];
    const [start, end] = before ? ofDiamond.map((x) => x.toFixed(1)) : [from, to];
    const goesOn = mark.includes("v-4l7 4") ? "→" : undefined;
    const texts = [
      start,
      shape && signOf(shape, !mark.includes("#fff")),
      at,
      end && "–",
      end,
      goesOn,
    ];
    return {
      x: Number(start ?? at),
      y: Number(y ?? height),
      text: texts.filter(Boolean).join(" "),
    };
  });
}

function signOf(shape: string, isFilled: boolean): string {
  if (shape.includes('fill="none"')) return shape.includes("H13") ? "↦" : "↤";
  if (shape.includes(" 0l")) return isFilled ? "◆" : "◇";
  return isFilled ? "■" : shape.includes("dasharray") ? "▫" : "□";
}

const readText = (markup: string): string =>
  htmlAsLines(markup.replace(/<tspan/g, " <tspan")).join(" ");
