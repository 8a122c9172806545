import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { PatientsView } from "#presentation/views/patient.ts";
import type { Screen } from "#presentation/views/screen.ts";
import { type AnswerFrom, AskError, type RequestOptions, type Requests } from "#widget/ask.ts";
import { startStore } from "#widget/effects.ts";
import { surroundings } from "#widget/page/environment.ts";
import * as patientView from "#widget/patient-view.ts";
import type { HostMessage } from "#widget/store.ts";
import { read } from "../../support/in-process.ts";
import { noRequests } from "../../support/opened-row.tsx";
import { answerTo, patient } from "./an-element.ts";

/** A request that the test answers. */
interface Waiting extends RequestOptions {
  query: string;
  answer: (answer: AnswerFrom<Screen>) => void;
  fail: (error: Error) => void;
}

const listeners = new Map<string, () => void>();

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("addEventListener", (name: string, call: () => void) => listeners.set(name, call));
  vi.stubGlobal("removeEventListener", (name: string) => listeners.delete(name));
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  listeners.clear();
});

/** A store whose requests wait, with what it drew and told. */
function started(query = "") {
  const requests: Waiting[] = [];
  const ask: Requests = {
    ...noRequests,
    screen: (query, how) =>
      new Promise((answer, fail) => requests.push({ query, ...how, answer, fail })),
  };
  const draw = vi.fn();
  const tell = vi.fn<(telling: HostMessage) => void>();
  const store = startStore(query, null, { ask, draw, tell });
  return { store, requests, draw, tell };
}

/** Lets all promises settle that wait for nothing else. */
const settled = () => vi.advanceTimersByTimeAsync(0);
const served = (question: string): AnswerFrom<Screen> => ({
  body: answerTo(question).view,
  onDevice: false,
});

describe("a question", () => {
  it("is asked at once; its answer is drawn, told, and ends the wait", async () => {
    const { store, requests, draw, tell } = started("lines=2");
    expect(requests.map(({ query }) => query)).toEqual(["lines=2"]);
    requests[0]?.answer(served("lines=2"));
    await settled();
    expect(store.state().loaded?.view.canonical).toBe("lines=2");
    expect(tell.mock.calls.map(([{ kind }]) => kind)).toEqual(["result"]);
    expect(draw).toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1000);
    expect(store.state().slow).toBe(false);
  });

  it("is slow after a moment", async () => {
    const { store } = started();
    await vi.advanceTimersByTimeAsync(699);
    expect(store.state().slow).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(store.state().slow).toBe(true);
  });

  it("ends the request before, whose answer is ignored even if it arrives", async () => {
    const { store, requests, tell } = started();
    store.send("chosen", "age=60-65");
    expect(requests.map(({ signal }) => signal.aborted)).toEqual([true, false]);
    requests[1]?.answer(served("age=60-65"));
    requests[0]?.answer(served(""));
    await settled();
    expect(store.state().loaded?.query).toBe("age=60-65");
    expect(tell.mock.calls.map(([{ kind }]) => kind)).toEqual(["change", "result"]);
  });

  it("that fails is asked again when the network is back, and once more a moment later", async () => {
    const { store, requests, tell } = started();
    requests[0]?.fail(new AskError({ kind: "offline" }));
    await settled();
    expect(store.state().failure).toEqual({ kind: "offline" });
    expect(tell).toHaveBeenCalledWith({ kind: "error", failure: { kind: "offline" } });
    listeners.get("online")?.();
    requests[1]?.fail(new AskError({ kind: "offline" }));
    await settled();
    await vi.advanceTimersByTimeAsync(2000);
    requests[2]?.answer(served(""));
    await settled();
    expect(store.state()).toMatchObject({ failure: null, loaded: { query: "" } });
  });

  it("that fails in a way of which nothing is known has failed", async () => {
    const { store, requests } = started();
    requests[0]?.fail(new Error("no words"));
    await settled();
    expect(store.state()).toMatchObject({ failure: { kind: "failed" }, loaded: null });
  });

  it("is asked past every memory where the answer on screen is of another release", async () => {
    const { store, requests } = started();
    requests[0]?.answer(served(""));
    await settled();
    store.send("outdated", null);
    expect(requests.map(({ isRenewed }) => isRenewed)).toEqual([false, true]);
  });

  it("for a patient is asked as one, with what is known of patients", async () => {
    vi.spyOn(surroundings, "loadPatientView").mockResolvedValueOnce(patientView);
    const { store, requests } = started();
    requests[0]?.answer(served(""));
    await settled();
    store.send("patientGiven", patient);
    await settled();
    expect(requests[1]).toMatchObject({ query: "", isPrivate: true });
    await settled();
    // The answer on patients did not come, and half of an answer is none.
    requests[1]?.answer(served(""));
    await settled();
    expect(store.state()).toMatchObject({ failure: { kind: "failed" }, patient });
  });
});

it("the number of requests does not show how often a patient was changed, taken away or entered again", async () => {
  vi.spyOn(surroundings, "loadPatientView").mockResolvedValue(patientView);
  const screen = { body: await read<Screen>("/v1/screen"), onDevice: false };
  const patients = { body: await read<PatientsView>("/v1/screen/patients"), onDevice: false };
  const asked: string[] = [];
  const ask: Requests = {
    ...noRequests,
    screen: async (_, { isPrivate }) => {
      asked.push(isPrivate ? "screen for a patient" : "screen");
      return screen;
    },
    patients: async () => {
      asked.push("patients");
      return patients;
    },
  };
  const store = startStore("", null, { ask, draw: vi.fn(), tell: vi.fn() });
  await settled();
  const changed = [{ age: 81 }, { traits: ["frailty"] as const }, { priorLines: 5 }];
  for (const next of [patient, ...changed.map((over) => ({ ...patient, ...over }))]) {
    store.send("patientGiven", next);
    await vi.waitFor(() => expect(store.state().loaded?.forPatient?.patient).toBe(next));
  }
  store.send("patientGiven", undefined);
  await vi.waitFor(() => expect(store.state().loaded?.forPatient).toBeUndefined());
  store.send("patientGiven", patient);
  await vi.waitFor(() => expect(store.state().loaded?.forPatient?.patient).toBe(patient));
  expect(asked).toEqual(["screen", "screen for a patient", "patients", "screen"]);
});

it("an element that is removed stops asking, and draws and tells nothing", async () => {
  const { store, requests, draw, tell } = started();
  store.send("chosen", "age=60-65");
  await settled();
  draw.mockClear();
  tell.mockClear();
  store.end();
  requests[1]?.answer(served("age=60-65"));
  store.send("chosen", "");
  await vi.advanceTimersByTimeAsync(5000);
  expect([draw.mock.calls, tell.mock.calls, listeners.size]).toEqual([[], [], 0]);
  expect(requests.map(({ signal }) => signal.aborted)).toEqual([true, true]);
});
