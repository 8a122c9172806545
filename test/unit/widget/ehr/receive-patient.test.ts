/** Tests which senders get an answer, and which answer, by a page whose window is made up. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { listenForPatients } from "#widget/ehr/hand-over.ts";

const record = "https://ehr.example";
const parent = { postMessage: vi.fn() };
const taken = vi.fn();
let hear: (event: object) => void;

let end: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("parent", parent);
  vi.stubGlobal("location", { href: "https://compare.example.org/embed?hand-over=patient" });
  vi.stubGlobal("removeEventListener", () => undefined);
  vi.stubGlobal("addEventListener", (_: string, listener: typeof hear) => {
    hear = listener;
  });
  end = listenForPatients(`'self' ${record}`, taken);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.clearAllMocks();
});

const message = { type: "myeloma-compare:patient", patient: { age: 67 } };
const answers = () =>
  parent.postMessage.mock.calls.filter(([{ type }]) => type !== "myeloma-compare:ready");

describe("A message with a patient", () => {
  it.each([record, "https://compare.example.org"])(
    "of %s is taken and answered there",
    (origin) => {
      hear({ source: parent, origin, data: message });
      expect(taken).toHaveBeenCalledWith(
        expect.objectContaining({ traits: [] }),
        origin,
        false,
        {},
      );
      expect(answers()).toEqual([[{ type: "myeloma-compare:accepted" }, origin]]);
    },
  );

  it.each([7, "m-7"])("that has the id %j is answered with it, taken or refused", (id) => {
    hear({ source: parent, origin: record, data: { ...message, id } });
    hear({ source: parent, origin: record, data: { ...message, patient: { age: 7 }, id } });
    expect(answers().map(([answer]) => answer)).toMatchObject([
      { type: "myeloma-compare:accepted", id },
      { type: "myeloma-compare:refused", id },
    ]);
    // The summary that the reader gives back has it, too.
    expect(taken.mock.calls[0]?.[3]).toEqual({ id });
  });

  it("of another origin changes nothing, and is answered without what is shown", () => {
    hear({ source: parent, origin: "https://evil.example", data: message });
    expect(taken).not.toHaveBeenCalled();
    expect(answers()).toEqual([
      [
        {
          type: "myeloma-compare:refused",
          reasons: [{ field: "origin", allowed: expect.stringContaining("EHR_ANCESTORS") }],
        },
        "https://evil.example",
      ],
    ]);
  });

  it.each([
    { source: {}, origin: record, data: message },
    { source: null, origin: record, data: message },
    { source: parent, origin: "null", data: message },
    { source: parent, origin: record, data: { ...message, type: "patient" } },
    { source: parent, origin: record, data: null },
    { source: parent, origin: record, data: "myeloma-compare:patient" },
  ])("of another window, without an origin, or of another kind gets no answer", (event) => {
    hear(event);
    expect(taken).not.toHaveBeenCalled();
    expect(answers()).toEqual([]);
  });

  it("among many is answered, and shown if it is the first, or the last", () => {
    const send = (age: number) =>
      hear({ source: parent, origin: record, data: { ...message, patient: { age } } });
    for (let n = 0; n < 1000; n += 1) send(30 + (n % 60));
    expect(answers()).toHaveLength(1000);
    const ages = () => taken.mock.calls.map(([patient]) => patient?.age);
    expect(ages()).toEqual([30]);
    vi.runAllTimers();
    expect(ages()).toEqual([30, 30 + (999 % 60)]);
    // A refusal is shown as one, and a patient after a while at once.
    send(40);
    send(7);
    vi.runAllTimers();
    expect(ages()).toEqual([30, 69, 40, undefined]);
    send(41);
    send(42);
    end();
    vi.runAllTimers();
    expect(ages()).toEqual([30, 69, 40, undefined, 41]);
  });

  it("is never answered to everybody; only that the page is ready is", () => {
    hear({ source: parent, origin: record, data: { ...message, patient: { age: 7 } } });
    expect(taken).toHaveBeenCalledWith(null, record, true, {});
    expect(parent.postMessage.mock.calls.map(([, to]) => to)).toEqual(["*", record]);
  });
});
