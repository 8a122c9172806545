/** A patient whom a record system hands over: which message is read, and whose. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { anyone } from "#core/question/patient.ts";
import { isRecordSystemOrigin, listenForPatients } from "#widget/ehr/hand-over.ts";
import { readHandOverMessage } from "#widget/ehr/hand-over-message.ts";

const type = "myeloma-compare:patient";
const read = (patient: unknown) => readHandOverMessage({ type, patient });
const fieldsOf = (message: object) =>
  readHandOverMessage(message).refusedFields?.map(({ field }) => field);

describe("a patient that is handed over", () => {
  it.each([
    [{ age: 67 }, { age: 67 }],
    [{ priorLines: 0, age: null }, { priorLines: 0 }],
    [
      { age: 18, priorLines: 30 },
      { age: 18, priorLines: 30 },
    ],
    [
      { age: 110, priorBcma: false },
      { age: 110, priorBcma: [] },
    ],
    [{ priorBcma: true }, { priorBcma: "some" }],
    [{ priorBcma: ["car-t", "adc"] }, { priorBcma: ["adc", "car-t"] }],
  ])("is read: %j", (fields, patient) => {
    expect(read(fields)).toEqual({ patient: { ...anyone, ...patient }, refusedFields: null });
  });

  it("is taken away by null", () => {
    expect(read(null)).toEqual({ patient: null, refusedFields: null });
  });

  it.each([
    [{ age: Number.NaN }, ["age"]],
    [{ age: Number.POSITIVE_INFINITY }, ["age"]],
    [{ age: 17 }, ["age"]],
    [{ age: 111 }, ["age"]],
    [{ age: 66.5 }, ["age"]],
    [{ age: "67" }, ["age"]],
    [{ age: 67n }, ["age"]],
    [{ age: [67] }, ["age"]],
    [{ age: { valueOf: 67 } }, ["age"]],
    [{ age: 67, priorLines: -1 }, ["priorLines"]],
    [{ priorLines: 31 }, ["priorLines"]],
    [{ priorBcma: 1 }, ["priorBcma"]],
    [{ priorBcma: [] }, ["priorBcma"]],
    [{ priorBcma: ["car-t", "car-t"] }, ["priorBcma"]],
    [{ priorBcma: ["cart"] }, ["priorBcma"]],
    [{ priorBcma: "adc" }, ["priorBcma"]],
    [{ priorBcma: { field: "x" } }, ["priorBcma"]],
    [{ priorBcma: "no", age: 200, priorLines: true }, ["age", "priorLines", "priorBcma"]],
    [{ age: 67, name: "A" }, ["name"]],
    [{ age: 67, prior_lines: 4 }, ["prior_lines"]],
    [{}, ["patient"]],
    [{ age: null, priorLines: null, priorBcma: null }, ["patient"]],
    [undefined, ["patient"]],
    ["67", ["patient"]],
    [67, ["patient"]],
    [[67, 4], ["patient"]],
  ])("is refused by the names of its fields: %o", (fields, names) => {
    expect(read(fields).patient).toBeNull();
    expect(fieldsOf({ type, patient: fields })).toEqual(names);
  });

  it("is refused with what is allowed, and without what was sent", () => {
    const { refusedFields } = read({ age: 203 });
    expect(refusedFields).toEqual([
      { field: "age", allowed: "a whole number from 18 to 110, or null" },
    ]);
    expect(JSON.stringify(read({ priorBcma: "a secret" }))).not.toContain("secret");
  });

  it("of thousands of fields, with long names, is refused in a few short lines", () => {
    const many = Object.fromEntries(
      Array.from({ length: 10_000 }, (_, index) => [`${index}${"x".repeat(100)}`, index]),
    );
    for (const message of [
      { type, patient: many },
      { type, patient: { age: 67 }, ...many },
    ]) {
      const { refusedFields } = readHandOverMessage(message);
      expect(refusedFields?.length).toBe(5);
      expect(JSON.stringify(refusedFields).length).toBeLessThan(1000);
    }
  });

  it.each([
    [{ patient: { age: 67 }, mrn: "1" }, ["mrn"]],
    [{ patient: { age: 7 }, mrn: "1" }, ["age", "mrn"]],
    [{ patient: null, name: "A" }, ["name"]],
    [{}, ["patient"]],
    [{ patient: { age: 67 }, id: {} }, ["id"]],
    [{ patient: { age: 67 }, id: "x".repeat(65) }, ["id"]],
    [{ patient: { age: 67 }, id: null }, ["id"]],
  ])("is refused with anything beside it but a name of the message: %o", (message, names) => {
    expect(readHandOverMessage({ type, ...message }).patient).toBeNull();
    expect(fieldsOf({ type, ...message })).toEqual(names);
    expect(fieldsOf({ type, patient: { age: 67 }, id: 7 })).toBeUndefined();
  });
});

const ownOrigin = "https://compare.example.org";
const sources = "'self' https://ehr.example https://*.hospital.example:8443 http://localhost:9000";

describe("a record system", () => {
  it.each([
    ownOrigin,
    "https://ehr.example",
    "https://ward.hospital.example:8443",
    "https://a.ward.hospital.example:8443",
    "http://localhost:9000",
  ])("is %s", (origin) => {
    expect(isRecordSystemOrigin(origin, sources, ownOrigin)).toBe(true);
  });

  it.each([
    "null",
    "",
    "*",
    "http://ehr.example",
    "https://ehr.example:444",
    "https://ehr.example/",
    "https://ehr.example.evil.example",
    "https://evil-ehr.example",
    "https://sub.ehr.example",
    "https://hospital.example:8443",
    "https://ward.hospital.example",
    "https://evilhospital.example:8443",
    "http://localhost",
    "https://compare.example.org.evil.example",
  ])("is not %j", (origin) => {
    expect(isRecordSystemOrigin(origin, sources, ownOrigin)).toBe(false);
  });

  it("is nobody with 'none'", () => {
    expect(isRecordSystemOrigin(ownOrigin, "'none'", ownOrigin)).toBe(false);
  });
});

const record = "https://ehr.example";
const parent = { postMessage: vi.fn() };
const taken = vi.fn();
const message = { type: "myeloma-compare:patient", patient: { age: 67 } };
const answers = () =>
  parent.postMessage.mock.calls.filter(([{ type }]) => type !== "myeloma-compare:ready");

/** Which senders get an answer, and which answer, by a page whose window is made up. */
describe("A message with a patient", () => {
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
