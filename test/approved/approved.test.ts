/**
 * Tests what readers and programs get for each question against approved files, whose diff a person reads. The answers
 * rest on the data of `test/collection/`, so only a change of code or words changes them. `npm run accept` writes them
 * anew.
 */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, it, vi } from "vitest";
import {
  analysisNames,
  analysisObstacles,
  analysisStatuses,
  contrastStatuses,
} from "#core/answer/difference-codes.ts";
import { poolStatuses } from "#core/answer/schema/parts.ts";
import { dataset } from "#core/dataset.ts";
import { parameterNames, parameters } from "#core/question/parameters.ts";
import { parseQueryTextOrThrow } from "#core/question/parse-query.ts";
import type { ScreenKind } from "#presentation/views/screen.ts";
import { describeCodedReason, makeNoteInWords } from "#presentation/words/codes.ts";
import {
  exclusions as exclusionWords,
  refusals as refusalWords,
} from "#presentation/words/exclusions.ts";
import { makeShortAndLongGroupName } from "#presentation/words/groups.ts";
import { notes as noteWords } from "#presentation/words/notes.ts";
import { regressionRemarks as remarkWords } from "#presentation/words/regression-remarks.ts";
import { addAnalyses, answerInFull } from "#server/answers/compute/full-answer.ts";
import { makeApiComparison } from "#server/answers/render/answers.ts";
import { sizeLimits } from "../../.dev/check/bundle-size.ts";
import { advice } from "../support/advice.ts";
import { textOf } from "../support/html.ts";
import { answerOf } from "../support/in-process.ts";
import { drawing } from "../support/states/drawing.tsx";
import { states } from "../support/states/states.ts";
import { samplesAsText } from "./json-as-text.ts";
import { exclusions, notes, notesOfGroup, refusals, regressionRemarks } from "./made-up/codes.ts";
import { drugs } from "./made-up/drugs.ts";
import { patientGroups } from "./made-up/patient-groups.ts";
import { classes, openedRows, rows } from "./made-up/rows.ts";
import { headlines, texts } from "./made-up/texts.ts";
import { pages, sitePages } from "./pages.ts";
import { patientLines, patients } from "./patients.ts";
import { explored, filtered, questions, reproduced, summarised } from "./questions.ts";
import {
  exploredLines,
  ofState,
  pageLines,
  scriptLines,
  sheetLines,
  sitePageLines,
  stateLines,
  summaryText,
  surfaces,
} from "./surfaces.ts";

const folder = join(import.meta.dirname, "answers");
/** Collects the files that the tests above the last ones compared. */
const compared = new Set<string>();

/** Expects that a text, or the text of these lines, is that of an approved file. */
function expectApproved(lines: string | readonly string[], ...path: readonly string[]) {
  compared.add(join(...path));
  return expect(`${[lines].flat().join("\n")}\n`).toMatchFileSnapshot(join(folder, ...path));
}

// No answer depends on the day; should one ever do so, it is this day.
vi.setSystemTime("2026-12-01");
afterAll(() => {
  vi.useRealTimers();
});

describe.each(Object.entries(questions))("%s", (name, question) => {
  it.each(Object.entries(surfaces))("%s", async (file, asLines) => {
    await expectApproved(await asLines(question), name, file);
  });
});

it.each(Object.entries(explored))("explore: %s", async (name, exploration) => {
  await expectApproved(await exploredLines(exploration), "explore", `${name}.txt`);
});

it.each(Object.entries(filtered))("sheets: %s", async (name, question) => {
  await expectApproved(await sheetLines(question), "sheets", `${name}.json`);
});

it.each(Object.entries(pages))("page: %s", async (name, page) => {
  await expectApproved(pageLines(page), "pages", `${name}.txt`);
});

it.each(sitePages)("page of the site: %s", async (name) => {
  await expectApproved(await sitePageLines(name), "pages/site", `${name}.txt`);
});

it.each(reproduced)("script of %s", async (name) => {
  await expectApproved(await scriptLines(questions[name] ?? ""), name, "reproduce.R");
});

it.each(Object.entries(summarised))("summary of findings: %s", async (name, question) => {
  await expectApproved(summaryText(question), "summaries", `${name}.json`);
});

it("the report is small enough to be sent at once, whatever trials are added", async () => {
  const page = await (await answerOf("/report")).text();
  expect(gzipSync(page).length).toBeLessThan(sizeLimits.reportPage);
});

it.each(ofState)("state: $id", async (state) => {
  await expectApproved(await stateLines(state), "states", `${state.id}.txt`);
});

// New data move no words, and each state has a name of its own.
it.each(states)("$id is shown by its own words", async (state) => {
  expect(textOf(await drawing(state))).toContain(textOf(state.shows));
  expect(states.filter(({ id }) => id === state.id)).toEqual([state]);
});

it("patients", async () => {
  const lines = await Promise.all(patients.map((patient) => patientLines(...patient)));
  await expectApproved(lines.flat().slice(0, -1), "patients.txt");
});

/**
 * Texts that no approved answer shows, because no data lead to them: other values of a code, and made-up rows, headlines
 * and drugs. Each sample is approved under the name of what it decides.
 */
const nameOf = (group: string) => makeShortAndLongGroupName(group, "therapy-class");
const noteTexts = notes.map((note) => makeNoteInWords(note, nameOf, "trial"));
const reasons = [
  ...exclusions.map((reason) => describeCodedReason(reason, exclusionWords)),
  ...refusals.map((reason) => describeCodedReason(reason, refusalWords)),
  ...regressionRemarks.map((reason) => describeCodedReason(reason, remarkWords)),
];

const madeUp = {
  codes: [
    ...noteTexts.map(({ code, label, text }) => `${code}: ${label}\n  ${text}`),
    "",
    ...reasons,
    "",
  ].join("\n"),
  ...Object.fromEntries(
    Object.entries({
      classes,
      rows,
      "opened-rows": openedRows,
      headlines,
      drugs,
      texts,
      "patient-groups": patientGroups,
    }).map(([name, groups]) => [name, samplesAsText(groups)]),
  ),
};

describe.each(Object.entries(madeUp))("made-up %s", (name, text) => {
  it("are approved", async () => {
    await expectApproved(text.trimEnd(), "made-up", `${name}.txt`);
  });

  it("hold no value that was never turned into words, and advise nothing", () => {
    // Three phrases are allowed: recommended doses of labels, the cut that the asker chose, and that trials choose
    // their patients.
    const ours = text.replace(/[Rr]ecommended doses|choice of who asked|trials choose/g, "…");
    for (const line of ours.split("\n")) {
      expect(line.replace(/^##? .*/, "")).not.toMatch(/undefined|NaN|Infinity|\[object/);
      expect(line.replace(/^##? .*/, "")).not.toMatch(advice);
    }
  });
});

it.each([...noteTexts.flatMap(({ label, text }) => [label, text]), ...reasons])(
  "every value is in words: %s",
  (text) => {
    expect(text).not.toMatch(/null| {2}/);
  },
);

it.each(notesOfGroup)(
  "of which group $code is stands in it, also where both hold the same",
  (note) => {
    const byLines = (group: string) => makeShortAndLongGroupName(group, "prior-lines:6");
    const [under, from] = ["under-6", "from-6"].map((group) =>
      makeNoteInWords({ ...note, group }, byLines, "trial"),
    );
    expect(under?.text).not.toBe(from?.text);
  },
);

it("there are no files of other questions", () => {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const files = paths.filter((path) => /\.\w+$/.test(path));
  expect(files.sort()).toEqual([...compared].sort());
});

interface Codes {
  all: readonly string[];
  /** Returns the codes that one approved answer has. */
  codesIn: (approved: Approved) => readonly string[];
  /** Lists the codes that no question about this collection gives. */
  never?: readonly string[];
}

type Approved = Awaited<ReturnType<typeof approvedOf>>;

const screenKinds = Object.keys({
  classes: true,
  survival: true,
  products: true,
  course: true,
} satisfies Record<ScreenKind, true>);

/** Lists every code that the core can give, and finds those that the approved answers have. */
const codes: Readonly<Record<string, Codes>> = {
  "kind of screen": {
    all: screenKinds,
    codesIn: ({ text }) => screenKinds.filter((kind) => text.includes(`"kind": "${kind}"`)),
  },
  parameter: {
    all: parameterNames,
    codesIn: ({ question }) => [...new URLSearchParams(question).keys()],
  },
  model: { all: parameters.model.words, codesIn: ({ answer }) => [answer.query.model] },
  "group of outcomes": {
    all: [...new Set(dataset.outcomes.map(({ group }) => group))],
    codesIn: ({ answer }) => answer.query.outcome,
  },
  note: {
    all: Object.keys(noteWords),
    codesIn: ({ apiAnswer: { notes, outcomes }, text }) => [
      ...notes.filter((note) => text.includes(note.text)).map(({ code }) => code),
      // A row says some notes in short.
      ...outcomes
        .flatMap((row) => row.notes)
        .filter((note) => text.includes(note.text) || text.includes(note.label))
        .map(({ code }) => code),
    ],
    // Each labelled drug of the data has a trial; the offer to count trials that were left out names them instead.
    never: ["labelled-without-trial", "left-out-for-label"],
  },
  "reason to leave a study out": {
    all: Object.keys(exclusionWords),
    codesIn: ({ answer, apiAnswer, text }) =>
      answer.selection.excluded
        .filter((_, index) => text.includes(apiAnswer.selection.excluded[index]?.reason ?? " "))
        .map(({ reason }) => reason.code),
    // An answer about one class does not list each study of the other.
    never: ["other-class"],
  },
  "reason not to pool a figure": {
    all: Object.keys(refusalWords),
    codesIn: ({ pools }) =>
      pools.flatMap(({ notPooled, notReported }) => [
        ...notPooled.map(({ reason }) => reason.code),
        ...notReported.map(() => "not-reported"),
      ]),
  },
  "end of a pool": {
    all: poolStatuses,
    codesIn: ({ pools }) => pools.map(({ status }) => status),
    // A test of the model makes up data that no prior allows.
    never: ["prior-conflict"],
  },
  "end of a difference": {
    all: contrastStatuses,
    codesIn: ({ contrasts }) => contrasts.map(({ status }) => status),
  },
  analysis: {
    all: analysisNames.flatMap((name) =>
      analysisStatuses
        .filter((status) => status !== "scenario" || name === "apheresed")
        .map((status) => `${name} ${status}`),
    ),
    codesIn: ({ analyses }) => analyses.map(({ analysis, status }) => `${analysis} ${status}`),
    // Without one of its products or trials a row has other figures; another model and equal age fit those figures
    // anew. Each side with a difference has two products, and no difference is of trials that all count all apheresed.
    never: [
      ...["trial same", "product same", "product-once cannot-be-made", "apheresed same"],
      ...["model same", "equal-age same"],
    ],
  },
  "obstacle to an analysis": {
    all: analysisObstacles,
    codesIn: ({ analyses }) => analyses.flatMap(({ obstacle }) => obstacle ?? []),
    // With these trials every such model finds its maximum, and where the ages of the classes overlap they differ;
    // four trials of a class with an age have five events.
    never: ["no-fit", "few-events", "few-ages", "close-ages", "none-within"],
  },
};

let answers: Promise<Approved[]> | undefined;

/** Returns every approved answer in codes, in words and on all surfaces. The answers are made once. */
function approved(): Promise<Approved[]> {
  answers ??= Promise.all(Object.values(questions).map(approvedOf));
  return answers;
}

async function approvedOf(question: string) {
  const texts = await Promise.all(Object.values(surfaces).map((asLines) => asLines(question)));
  const { comparison } = answerInFull(parseQueryTextOrThrow(question, dataset));
  const answer = addAnalyses(comparison);
  const { outcomes } = answer;
  const contrasts = outcomes.flatMap((row) => row.contrasts);
  return {
    question,
    answer,
    apiAnswer: makeApiComparison(answer),
    pools: outcomes.flatMap((row) => Object.values(row.pools)),
    contrasts,
    analyses: contrasts.flatMap((contrast) => contrast.analyses ?? []),
    // A text of several sentences stands in several lines; what is drawn has hyphens at which no line ends.
    text: texts.flat().join(" ").replace(/\s+/g, " ").replaceAll("\u2011", "-"),
  };
}

// A new code asks for a question that has it.
it("every code that there is stands in some answer, but for those that are named", async () => {
  const answers = await approved();
  for (const [name, { all, codesIn, never = [] }] of Object.entries(codes)) {
    const occurring = new Set(answers.flatMap(codesIn));
    expect(
      all.filter((code) => !occurring.has(code)),
      name,
    ).toEqual(never);
  }
});

it("the label of every note has at most eight words, and its text is of sentences", async () => {
  const allNotes = (await approved()).flatMap(({ apiAnswer }) => [
    ...apiAnswer.notes,
    ...apiAnswer.outcomes.flatMap(({ notes }) => notes),
  ]);
  expect(allNotes.length).toBeGreaterThan(100);
  for (const { label, text } of allNotes) {
    // The list of products without a number makes a label longer, so it does not count.
    const shortLabel = label.replace(/, not .*/, "");
    expect(shortLabel.split(" ").length, label).toBeLessThanOrEqual(8);
    expect(text).toMatch(/^[\p{Lu}\d].*\.$/u);
  }
});
