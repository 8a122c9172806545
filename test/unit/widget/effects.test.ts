import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { english } from "#presentation/words/catalogue.ts";
import { SourceError } from "#widget/answers/client.ts";
import type { Answer, AnswerSource } from "#widget/answers/source.ts";
import { viewMaker } from "#widget/answers/view-maker.ts";
import { startStore } from "#widget/effects.ts";
import { setSurroundings } from "#widget/page/surroundings.ts";
import type { Telling } from "#widget/store.ts";
import { comparison } from "../../support/answers.ts";

/** A request that the test answers. */
interface Asked {
  query: string;
  signal: AbortSignal;
  answer: (answer: Answer) => void;
  fail: (error: Error) => void;
}

const listeners = new Map<string, () => void>();

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("addEventListener", (name: string, call: () => void) => listeners.set(name, call));
  vi.stubGlobal("removeEventListener", (name: string) => listeners.delete(name));
  setSurroundings({ styles: "", viewMaker: async () => viewMaker });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  listeners.clear();
});

/** A store whose requests wait, with what it drew and told. */
function started(query = "") {
  const asked: Asked[] = [];
  const wait = (query: string, signal: AbortSignal) =>
    new Promise<Answer>((answer, fail) => asked.push({ query, signal, answer, fail }));
  const source: AnswerSource = {
    answer: wait,
    cited: wait,
    choices: () => Promise.reject(new Error("nobody asks")),
    ofPatient: () => Promise.reject(new Error("nobody asks")),
  };
  const draw = vi.fn();
  const tell = vi.fn<(telling: Telling) => void>();
  // Without rows, as before the first answer.
  const place = { querySelectorAll: () => [] } as unknown as Element;
  const store = startStore(query, null, { source, strings: english.screen, place, draw, tell });
  return { store, asked, draw, tell };
}

/** Lets all promises settle that wait for nothing else. */
const settled = () => vi.advanceTimersByTimeAsync(0);
const edge = (canonical: string): Answer => ({
  comparison: comparison({ canonical }),
  onDevice: null,
});

describe("a question", () => {
  it("is asked at once; its answer is drawn, told, and ends the wait", async () => {
    const { store, asked, draw, tell } = started("setting=early");
    expect(asked.map(({ query }) => query)).toEqual(["setting=early"]);
    asked[0]?.answer(edge("setting=early"));
    await settled();
    expect(store.state().loaded?.view.canonical).toBe("setting=early");
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
    const { store, asked, tell } = started();
    store.send("chosen", "age=60-65");
    expect(asked.map(({ signal }) => signal.aborted)).toEqual([true, false]);
    asked[1]?.answer(edge("age=60-65"));
    asked[0]?.answer(edge(""));
    await settled();
    expect(store.state().loaded?.asked).toBe("age=60-65");
    expect(tell.mock.calls.map(([{ kind }]) => kind)).toEqual(["change", "result"]);
  });

  it("that fails is asked again when the network is back, and once more a moment later", async () => {
    const { store, asked, tell } = started();
    asked[0]?.fail(new SourceError({ kind: "offline" }));
    await settled();
    expect(store.state().failure).toEqual({ kind: "offline" });
    expect(tell).toHaveBeenCalledWith({ kind: "error", failure: { kind: "offline" } });
    listeners.get("online")?.();
    asked[1]?.fail(new SourceError({ kind: "offline" }));
    await settled();
    await vi.advanceTimersByTimeAsync(2000);
    asked[2]?.answer(edge(""));
    await settled();
    expect(store.state()).toMatchObject({ failure: null, loaded: { asked: "" } });
  });

  it("whose answer cannot be drawn has failed", async () => {
    const { store, asked } = started();
    setSurroundings({ styles: "", viewMaker: () => Promise.reject(new Error("no part")) });
    store.send("retried", null);
    asked[1]?.answer(edge(""));
    await settled();
    expect(store.state()).toMatchObject({ failure: { kind: "failed" }, loaded: null });
  });
});

it("an element that is removed stops asking, and draws and tells nothing", async () => {
  const { store, asked, draw, tell } = started();
  store.send("chosen", "age=60-65");
  tell.mockClear();
  store.end();
  asked[1]?.answer(edge("age=60-65"));
  store.send("chosen", "");
  await vi.advanceTimersByTimeAsync(5000);
  expect([draw.mock.calls, tell.mock.calls, listeners.size]).toEqual([[], [], 0]);
  expect(asked.map(({ signal }) => signal.aborted)).toEqual([true, true]);
});
