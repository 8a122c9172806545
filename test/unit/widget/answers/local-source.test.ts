import { describe, expect, it } from "vitest";
import type { Comparison } from "#core/comparison/answer.ts";
import { dataset } from "#core/dataset.ts";
import { type Failure, SourceError } from "#widget/answers/client.ts";
import * as engine from "#widget/answers/engine/engine.ts";
import * as local from "#widget/answers/local-answers.ts";
import type { LocalEngine } from "#widget/answers/local-engine.ts";
import { edgeOrDevice } from "#widget/answers/local-source.ts";
import type { OnScreen } from "#widget/answers/source.ts";
import { compareInWords } from "../../../support/in-words.ts";
import { asked } from "../../../support/queries.ts";

const { signal } = new AbortController();

/** The engine itself, without the pauses for a browser to paint. */
const ours: LocalEngine = {
  ...engine,
  answer: (text, steps) => engine.answer(text, { ...steps, pause: () => Promise.resolve() }),
};
/** Answer version of another release. */
const other = "2001-01-01-00000000-00000000";

interface Situation {
  /** The engine, if it is loaded when the question is asked. */
  ready?: LocalEngine;
  /** The engine that loading returns. */
  loaded?: LocalEngine;
  failure?: Failure;
  known?: Comparison;
  /** Answer version on screen. */
  shown?: string | null;
  query?: string;
}

/** Asks, usually for cohorts with a median age from 60, and records the calls. */
async function ask({
  ready,
  loaded,
  failure,
  known,
  shown = dataset.answerVersion,
  query = "age=60-",
}: Situation) {
  const done: string[] = [];
  const edge = {
    known: () => (known ? { comparison: known, onDevice: null } : null),
    ofPatient: () => Promise.reject(new Error("nobody asks")),
    choices: () => Promise.reject(new Error("nobody asks")),
    async ask(query: string) {
      done.push("edge");
      if (failure) throw new SourceError(failure);
      return { comparison: compareInWords(asked(query, dataset), dataset), onDevice: null };
    },
  };
  // The local part with this engine instead of the page's.
  const engines: local.Engines = {
    ready: () => ready ?? null,
    async load() {
      done.push("load");
      if (!loaded) throw new TypeError("Failed to fetch");
      return loaded;
    },
  };
  const here: typeof local = {
    ...local,
    answerHere: (query, stop, shows) => local.answerHere(query, stop, shows, engines),
    answerHereAtLast: (query, stop, shows) => local.answerHereAtLast(query, stop, shows, engines),
  };
  const source = edgeOrDevice(
    edge,
    () => here,
    async () => here,
  );
  const onScreen: OnScreen = {
    answerVersion: shown,
    first: ["cr"],
    onRow: ({ row }) => done.push(row.outcome),
  };
  const answer = await source.answer(query, signal, onScreen).catch((error: unknown) => error);
  return { done: done.slice(0, 3), answer };
}

const offline: Failure = { kind: "offline" };
const fromEdge = { onDevice: null };
const fromDevice = { onDevice: { cutOff: false } };
const cutOff = { onDevice: { cutOff: true } };

describe("a question", () => {
  it("is answered on the device once the engine is here, visible rows first", async () => {
    const { done, answer } = await ask({ ready: ours });
    expect(done).toEqual(["cr", "orr", "vgpr"]);
    const comparison = compareInWords(asked("age=60-", dataset), dataset);
    expect(answer).toEqual({ comparison, ...fromDevice });
  });

  it.each<[string, Situation]>([
    ["no engine is here", {}],
    ["nothing has been answered before", { ready: ours, shown: null }],
    ["the engine is of another version than the answer on screen", { ready: ours, shown: other }],
    ["the engine cannot run in this browser", { ready: { ...ours, answer: refuseToRun } }],
  ])("is left to the edge where %s", async (_, situation) => {
    const { done, answer } = await ask(situation);
    expect(done).toEqual(["edge"]);
    expect(answer).toMatchObject(fromEdge);
  });

  it("that was answered before is not computed again", async () => {
    const known = compareInWords(asked("age=60-", dataset), dataset);
    const { done, answer } = await ask({ ready: ours, known });
    expect(done).toEqual([]);
    expect(answer).toEqual({ comparison: known, ...fromEdge });
  });
});

describe("where the edge cannot be reached", () => {
  it.each<[string, Situation]>([
    ["the engine is fetched", { loaded: ours }],
    ["the engine is fetched for the first answer too", { loaded: ours, shown: null }],
  ])("%s", async (_, situation) => {
    const { done, answer } = await ask({ ...situation, failure: { kind: "failed" } });
    expect(done.slice(0, 2)).toEqual(["edge", "load"]);
    expect(answer).toMatchObject(cutOff);
  });

  it("the engine says what is wrong with a question", async () => {
    const { answer } = await ask({ loaded: ours, failure: offline, query: "setting=earlyish" });
    expect(answer).toMatchObject({
      failure: { kind: "refused", details: ["setting: not one of the allowed values"] },
    });
  });

  it("an engine that is here gives the first answer", async () => {
    const { done, answer } = await ask({ ready: ours, shown: null, failure: offline });
    expect(done).toEqual(["edge", "cr", "orr"]);
    expect(answer).toMatchObject(cutOff);
  });

  it.each<[string, Situation, string[]]>([
    ["the engine cannot be had", {}, ["edge", "load"]],
    ["the engine is of another version", { ready: ours, shown: other }, ["edge"]],
    ["what was fetched is of another version", { loaded: ours, shown: other }, ["edge", "load"]],
  ])("that is said where %s", async (_, situation, expected) => {
    const { done, answer } = await ask({ ...situation, failure: offline });
    expect(done).toEqual(expected);
    expect(answer).toMatchObject({ failure: offline });
  });

  it("a refusal is none of these: nothing is fetched", async () => {
    const refused: Failure = { kind: "refused", details: ["age: not a range"] };
    const { done, answer } = await ask({ loaded: ours, failure: refused });
    expect(done).toEqual(["edge"]);
    expect(answer).toMatchObject({ failure: refused });
  });
});

function refuseToRun(): Promise<never> {
  return Promise.reject(new TypeError("toSorted is not a function"));
}
