/** Requests for a patient, and what the element makes of the answers. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { dataset } from "#core/dataset.ts";
import { choosePatientQuestion } from "#core/question/for-patient.ts";
import {
  anyone,
  type EarlierKinds,
  earlierKinds,
  type PatientWithTraits,
} from "#core/question/patient.ts";
import type { Screen } from "#presentation/views/screen.ts";
import { nameProduct } from "#presentation/words/product-name.ts";
import { makeCachedRequests } from "#widget/ask.ts";
import { surroundings } from "#widget/page/environment.ts";
import { type KnownAnswers, requestAnswerForPatient } from "#widget/patient.ts";
import * as patientView from "#widget/patient-view.ts";
import { makeQuestionAboutOutcome } from "#widget/question.ts";
import { fitFor, patient } from "../../support/for-patient.ts";
import { answerOf, read, to } from "../../support/in-process.ts";
import { eighthOf, isWhole } from "../../support/sample.ts";

const site = "https://here.example";

/** Holds all requests that leave the browser, in their order: address and options, without the signal. */
let requests: string[] = [];

const answers = new Map<string, Promise<string>>();

function textAt(address: string): Promise<string> {
  const text = answers.get(address) ?? answerOf(address).then((answer) => answer.text());
  answers.set(address, text);
  return text;
}

beforeEach(() => {
  requests = [];
  // In place of the network: the script is an asset of the build.
  vi.spyOn(surroundings, "loadPatientView").mockResolvedValue(patientView);
  vi.stubGlobal("fetch", async (address: string, { signal: _, ...how }: RequestInit) => {
    requests.push(`${address} ${JSON.stringify(how)}`);
    const headers = { "content-type": "application/json" };
    return new Response(await textAt(address), { headers });
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** Asks by an element of its own, which remembers nothing of another. */
async function answerTo(
  question: string,
  person: PatientWithTraits,
  { known = new Map(), isRenewed = false }: { known?: KnownAnswers; isRenewed?: boolean } = {},
) {
  requests = [];
  return requestAnswerForPatient(question, person, makeCachedRequests(site), { known, isRenewed });
}

const old = patient({ age: 73, priorLines: 5 });
const ofNoQuestion = patient({ age: 73, priorLines: 0, priorBcma: ["car-t"] });

describe("for a patient", () => {
  it.each([
    ["", old, ""],
    ["outcome=orr&age=60-", patient({ priorLines: 2 }), "outcome=orr&lines=2"],
    ["", ofNoQuestion, ""],
  ])(
    "of %j two things are asked, of one question, and kept nowhere",
    async (question, person, questionKept) => {
      await answerTo(question, person);
      expect(requests.map((request) => request.split(" ")[0])).toEqual([
        `${site}${to("/v1/screen", questionKept)}`,
        `${site}${to("/v1/screen/patients", questionKept)}`,
      ]);
      for (const request of requests) {
        expect(request).toContain('"credentials":"omit","referrerPolicy":"no-referrer"');
        expect(request).toContain('"cache":"no-store"');
      }
    },
  );

  it.each(eighthOf(["outcome=orr", "outcome=orr&lines=2", "outcome=orr&evidence=all&age=60-"]))(
    "the answer to %j has the numbers of the question that holds them, and says which trials hold the patient",
    async (question) => {
      const { view, forPatient } = await answerTo(question, old);
      const fit = fitFor(question, old);
      const screen = await read<Screen>(to("/v1/screen", fit.question ?? ""));
      const { question: of, verdict, doubt, rows, ...numbers } = view;
      expect(screen).toMatchObject(numbers);
      // Only what a trial that carries a row says of ages is added.
      expect(rows.map(({ carried: _, ...row }) => row)).toEqual(
        screen.rows.map(({ carried: _, ...row }) => row),
      );
      // Labels, and whom the trials enrolled, stand above.
      expect(doubt).toEqual(screen.doubt && { ...screen.doubt, more: [] });
      // The headline never reads as if it were the patient's.
      const harms = expect.stringMatching(/^median ages \d+–\d+$/);
      expect(verdict).toEqual({ lead: "All patients of these trials", harms, last: "" });
      expect(of.title).toMatch(/^Patient: /);
      // The trials are the same whichever outcomes are shown: those with a figure in the summary.
      const summary = await read<Screen>(
        to("/v1/screen", makeQuestionAboutOutcome(fit.question ?? "", "summary")),
      );
      expect(forPatient?.fit.trials).toBe(Number.parseInt(summary.trials, 10));
    },
  );
});

it("beside a patient the overview opens with its first rows, and holds the others folded", async () => {
  const { view } = await answerTo("", old);
  const screen = await read<Screen>(to("/v1/screen", ""));
  if (view.kind !== "classes") throw new Error("another view");
  expect(view.rows.map(({ outcome }) => outcome)).toEqual(["orr", "crs-3", "infection-3"]);
  const outcomesOf = (rows: Screen["rows"]) => rows.map(({ outcome }) => outcome);
  expect(outcomesOf([...view.rows, ...(view.foldedRows ?? [])]).sort()).toEqual(
    outcomesOf(screen.rows).sort(),
  );
  const { view: harms } = await answerTo("outcome=toxicity", old);
  expect("foldedRows" in harms).toBe(false);
});

it.each(["", "target=any", "product=talquetamab&target=any"])(
  "after GPRC5D-directed therapy no headline and no group of %j is of a drug against GPRC5D",
  async (question) => {
    const drugs = dataset.products
      .filter(({ targets }) => targets.includes("gprc5d"))
      .map(({ slug }) => nameProduct(slug));
    const kinds: EarlierKinds[] = [["gprc5d"], ["car-t", "gprc5d"], ["bispecific", "gprc5d"]];
    for (const priorBcma of kinds) {
      for (const priorLines of [1, 2, 5, null]) {
        const { view, forPatient } = await answerTo(question, patient({ priorLines, priorBcma }));
        const said = [view.verdict.lead, JSON.stringify(forPatient?.groups)].join(" ");
        expect(drugs.filter((drug) => said.includes(drug))).toEqual([]);
      }
    }
    expect(drugs).toContain("talquetamab");
  },
);

it("a change of the age or of a finding asks nothing again, and no earlier patient is kept with the answer", async () => {
  const known: KnownAnswers = new Map();
  await answerTo("", old, { known });
  expect(requests).toHaveLength(2);
  const younger = patient({ age: 61, priorLines: 4, traits: ["frailty"] });
  const { forPatient } = await answerTo("", younger, { known });
  expect(requests).toEqual([]);
  expect(forPatient?.patient).toBe(younger);
  expect(forPatient?.heading).not.toContain("73");
  // What is kept was the service's before any patient was entered.
  expect([...known.keys()]).toEqual([""]);
  expect((await known.get(""))?.view).toEqual(await read<Screen>("/v1/screen"));
  await answerTo("", younger, { known, isRenewed: true });
  expect(requests).toHaveLength(2);
});

it("a change while the answer is on its way asks nothing again, and a failed answer is asked again", async () => {
  const known: KnownAnswers = new Map();
  requests = [];
  const ask = makeCachedRequests(site);
  const options = { known, isRenewed: false };
  await Promise.all(
    [61, 62, 63].map((age) => requestAnswerForPatient("", patient({ age }), ask, options)),
  );
  expect(requests).toHaveLength(2);
  const failing = { ...ask, patients: () => Promise.reject(new Error("no network")) };
  const early = patient({ priorLines: 1 });
  await expect(requestAnswerForPatient("", early, failing, options)).rejects.toThrow("no network");
  await requestAnswerForPatient("", early, ask, options);
  expect([...known.keys()]).toEqual(["", "lines=1"]);
});

it("a script of the view that does not load is a failure as of any request, and is asked for again", async () => {
  vi.spyOn(surroundings, "loadPatientView").mockRejectedValueOnce(new TypeError("not loaded"));
  await expect(answerTo("", old)).rejects.toMatchObject({ failure: { kind: "failed" } });
  expect(requests).toEqual([]);
  const { forPatient } = await answerTo("", old);
  expect(forPatient?.patient).toBe(old);
});

it.each(eighthOf(["", "outcome=survival", "compare=product", "evidence=all&outcome=efficacy"]))(
  "a patient whom no question holds sees no number of %j, but why, and is offered no question of others",
  async (question) => {
    const { view, forPatient } = await answerTo(question, ofNoQuestion);
    expect(view).toMatchObject({ kind: "classes", doubt: null, rows: [], leftOut: null });
    const { dataDate, dataVersion, answerVersion, canonical, reset, ...shownView } = view;
    const { verdict, question: inWords, trials, review, ...otherParts } = shownView;
    // The survival and the products of the question are drawn by no view of classes.
    const {
      survival: _s,
      byDrug: _p,
      months: _m,
      cohorts,
      ...left
    } = { survival: 0, byDrug: 0, months: 0, ...otherParts };
    expect(JSON.stringify(left)).not.toMatch(/\d/);
    expect(cohorts).toEqual({ "car-t": 0, bsab: 0 });
    expect(verdict).toEqual({
      lead: "Every trial here is of patients treated before.",
      harms: "",
      last: "",
    });
    expect(inWords.detail).toMatch(/^after CAR-T\b/);
    expect(forPatient?.fit.question).toBeNull();
    expect(forPatient?.fit.trials).toBe(0);
  },
);

it("what may be asked instead is nothing that would change nothing for this one", async () => {
  const after = patient({ priorLines: 2, priorBcma: ["car-t"] });
  const { view } = await answerTo(
    "age=110-&lines=2&exclude=karmma-3-ide-cel&product=anito-cel",
    after,
  );
  for (const { query } of view.leftOut?.offers ?? []) {
    expect(choosePatientQuestion(query, after).question).not.toBe(view.canonical);
  }
});

describe.runIf(isWhole)("of all patients of a list", () => {
  const kinds: readonly (EarlierKinds | null)[] = [
    null,
    [],
    "some",
    ...earlierKinds.map((kind) => [kind]),
    ["adc", "car-t"],
    [...earlierKinds],
  ];
  const traits: readonly PatientWithTraits["traits"][] = [
    [],
    ["extramedullary-disease"],
    ["cytogenetic-risk", "renal-function", "refractoriness", "lenalidomide-refractory"],
  ];
  const patients = [null, 18, 54, 73, 110].flatMap((age) =>
    [null, 0, 1, 2, 3, 4, 5, 6, 30].flatMap((priorLines) =>
      kinds.flatMap((priorBcma) =>
        traits.map(
          (patientTraits): PatientWithTraits => ({
            ...anyone,
            age,
            priorLines,
            priorBcma,
            traits: patientTraits,
          }),
        ),
      ),
    ),
  );

  /** Returns the requests for each patient, by the row of the table that the patient is of. */
  async function askedByRow(question: string): Promise<Map<string, Set<string>>> {
    const queriesByRow = new Map<string, Set<string>>();
    for (const person of patients) {
      await answerTo(question, person);
      const { priorLines, priorBcma } = person;
      const lines = priorLines === null || priorLines < 3 ? priorLines : "3+";
      const row = `${lines} ${priorBcma && String(priorBcma)}`;
      queriesByRow.set(row, (queriesByRow.get(row) ?? new Set()).add(requests.join("\n")));
    }
    return queriesByRow;
  }

  it.each(["", "outcome=orr&age=60-&availability=us", "set=yang-2021", "prior-bcma=selected"])(
    "no more is asked from %j than the table has rows, and of two in a row the same in the same order",
    async (question) => {
      expect(patients.length).toBeGreaterThan(1000);
      const queriesByRow = await askedByRow(question);
      expect([...queriesByRow.values()].map(({ size }) => size)).toEqual(
        [...queriesByRow].map(() => 1),
      );
      const all = new Set([...queriesByRow.values()].flatMap((queries) => [...queries]));
      expect(all.size).toBeGreaterThan(1);
      // The patients have 0, 1, 2, or 3 or more lines, or lines that are not known.
      expect(all.size).toBeLessThanOrEqual(5 * kinds.length);
      // The question asked before may have filtered by medians of age and lines: these go.
      for (const query of all)
        expect(query).not.toMatch(/patient-|disease|cytogenetic|renal|refract|lenalidomide|frail/);
    },
  );
});

it.each(["/v1/screen", "/v1/screen/patients"])(
  "an answer is of this device if it made %s, and is asked for again",
  async (part) => {
    const known: KnownAnswers = new Map();
    vi.stubGlobal("fetch", async (address: string) => {
      const detail = new URL(address).pathname === part ? "device" : "computed";
      const headers = {
        "content-type": "application/json",
        "cache-status": `myeloma-compare; fwd=miss; detail=${detail}`,
      };
      return new Response(await textAt(address), { headers });
    });
    expect((await answerTo("", old, { known })).onDevice).toBe(true);
    expect(known.size).toBe(0);
  },
);
