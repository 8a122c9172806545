/** Every field rule of CDS Hooks, for requests and feedback. */
import { describe, expect, it } from "vitest";
import {
  call,
  callOf,
  changed,
  conditions,
  feedbackEntry,
  fields,
  hooks,
  medication,
  serviceOf,
} from "../../../../support/hook-calls.ts";
import { refusal, hooksInProcess as server } from "../../../../support/hooks-in-process.ts";

describe.each(hooks)("a request of %s", (hook) => {
  const body = callOf(hook);
  const own = fields.filter(({ of = hooks }) => of.includes(hook));

  it("is answered with every field, and with only those that it must have", async () => {
    expect((await call(server, serviceOf(hook), body)).status).toBe(200);
    const least = own
      .filter(({ required, path }) => !required && !path.includes("Authorization."))
      .reduce((rest, { path }) => changed(rest, path), body as object);
    const { status, text } = await call(server, serviceOf(hook), changed(least, "fhirServer"));
    expect([status, Array.isArray(JSON.parse(text).cards)]).toEqual([200, true]);
  });

  it.each(own.filter(({ required }) => required))("needs $path", async ({ path }) => {
    expect(await refusal(hook, changed(body, path))).toEqual({ status: 400, fields: [path] });
  });

  it.each(own)("refuses a wrong $path, by its name", async ({ path, wrong, mayBeNull }) => {
    for (const value of mayBeNull ? wrong : [null, ...wrong]) {
      const { status, fields: named } = await refusal(hook, changed(body, path, value));
      expect([status, value, named.every((one) => one.startsWith(path))]).toEqual([
        400,
        value,
        true,
      ]);
      expect(named).not.toEqual([]);
    }
  });

  it("may have null for what was prefetched, and nothing but resources else", async () => {
    for (const key of ["patient", "conditions", "orders", "administrations"]) {
      const none = changed(body, `prefetch.${key}`, null);
      expect((await call(server, serviceOf(hook), none)).status).toBe(200);
      for (const value of ["Bundle", 1, [], {}]) {
        const { status } = await refusal(hook, changed(body, `prefetch.${key}`, value));
        expect([value, status]).toEqual([value, 400]);
      }
    }
  });

  it("may have null for what there is none of, and spaces around a text", async () => {
    for (const { path } of own.filter(({ mayBeNull }) => mayBeNull)) {
      const { status } = await call(server, serviceOf(hook), changed(body, path, null));
      expect([path, status]).toEqual([path, 200]);
    }
    for (const path of ["context.userId", "context.patientId"]) {
      const spaced = changed(body, path, path.endsWith("userId") ? "Practitioner/1 " : " 1288992 ");
      expect((await call(server, serviceOf(hook), spaced)).status).toBe(200);
      expect(await refusal(hook, changed(body, path, "  "))).toEqual({
        status: 400,
        fields: [path],
      });
    }
  });

  it("may have fields that this service does not know", async () => {
    const more = { ...body, extension: { "org.example": 1 }, other: [null] };
    expect((await call(server, serviceOf(hook), more)).status).toBe(200);
  });
});

describe("what is no request", () => {
  it.each(["", "{", "[]", "null", '"text"', "\ufeff{}"])("%j is a 400", async (body) => {
    expect((await refusal("patient-view", body)).status).toBe(400);
  });

  it("a body that is too long is a 413", async () => {
    const long = { ...callOf("patient-view"), other: "x".repeat(2_000_000) };
    expect((await refusal("patient-view", long)).status).toBe(413);
  });

  it.each([
    ["no type", { "content-type": "" }],
    ["a text", { "content-type": "text/plain" }],
    ["a form", { "content-type": "application/x-www-form-urlencoded" }],
    ["another type", { "content-type": "application/xml" }],
    ["a compressed body", { "content-encoding": "gzip" }],
  ])("%s is a 415", async (_, headers) => {
    for (const path of [serviceOf("order-sign"), `${serviceOf("order-sign")}/feedback`]) {
      const { status, text } = await call(server, path, callOf("order-sign"), headers);
      expect([status, JSON.parse(text).issue[0].code]).toEqual([415, "not-supported"]);
    }
  });

  it.each(["application/json", "Application/JSON ; charset=utf-8", "application/fhir+json"])(
    "%s is none of these",
    async (type) => {
      const headers = { "content-type": type, "content-encoding": "identity" };
      const path = serviceOf("order-sign");
      expect((await call(server, path, callOf("order-sign"), headers)).status).toBe(200);
    },
  );

  it("a list that is too long is a 400 that says how long it may be, and not what is in it", async () => {
    const orders = Array(2001).fill(medication("Tecvayli"));
    const ingredient = Array(51).fill({ item: "x" });
    const long = { resourceType: "Medication", id: "m", ingredient };
    const selections = Array(5000).fill(1);
    for (const [hook, body, field, most] of [
      ["order-sign", callOf("order-sign", { orders }), "context.draftOrders", 2000],
      ["order-sign", callOf("order-sign", { orders: [long] }), "context.draftOrders", 50],
      [
        "order-sign",
        callOf("order-sign", { orders: [medication("", { contained: [long] })] }),
        "context.draftOrders",
        50,
      ],
      [
        "order-select",
        changed(callOf("order-select"), "context.selections", selections),
        "context.selections",
        2000,
      ],
      [
        "patient-view",
        callOf("patient-view", { conditions: conditions(...Array(2001).fill("I10")) }),
        "prefetch.conditions",
        2000,
      ],
    ] as const) {
      const { status, text } = await call(server, serviceOf(hook), body);
      const { issue } = JSON.parse(text);
      expect([status, issue.length, issue[0].expression]).toEqual([400, 1, [field]]);
      expect(issue[0].details.text).toContain(`at most ${most} `);
    }
    const most = callOf("order-sign", { orders: orders.slice(1) });
    expect((await call(server, serviceOf("order-sign"), most)).status).toBe(200);
  });

  it.each([
    ["POST", "/cds-services/other", 404],
    ["POST", "/cds-services/other/feedback", 404],
    ["GET", "/cds-services/other", 404],
    ["GET", `${serviceOf("order-sign")}/other`, 404],
    ["GET", serviceOf("order-sign"), 405],
    ["GET", `${serviceOf("order-sign")}/feedback`, 405],
    ["DELETE", "/cds-services", 405],
    ["POST", "/cds-services", 405],
  ])("%s %s is a %i", async (method, path, status) => {
    const response = await server.fetch(path, { method });
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ resourceType: "OperationOutcome" });
  });
});

describe("feedback", () => {
  const path = `${serviceOf("order-sign")}/feedback`;
  const accepted = changed(changed(feedbackEntry, "overrideReason"), "outcome", "accepted");
  const send = (...feedback: unknown[]) => call(server, path, { feedback });

  it("is taken, of several cards", async () => {
    const good = [
      feedbackEntry,
      changed(feedbackEntry, "overrideReason"),
      { ...accepted, acceptedSuggestions: [{ id: "e56e1945-20b3-4393-8503-a1a20fd73152" }] },
    ];
    expect((await send(...good)).status).toBe(200);
    expect((await send()).status).toBe(200);
  });

  it.each([
    ["card", [null, 1, "1"]],
    ["outcome", [null, "ignored"]],
    ["outcomeTimestamp", [null, "yesterday", "2020-12-11", "2020-13-11T00:00:00Z"]],
    ["overrideReason", [null, "known"]],
    ["overrideReason.reason", [null, "known", {}]],
    ["overrideReason.userComment", [null, 1]],
  ])("with a wrong %s is refused", async (field, values) => {
    for (const value of values) {
      const { status, text } = await send(changed(feedbackEntry, field, value));
      expect([value, status]).toEqual([value, 400]);
      expect(text).toContain(`feedback.0.${field}`);
    }
  });

  it.each(["card", "outcome", "outcomeTimestamp"])("without %s is refused", async (field) => {
    expect((await send(changed(feedbackEntry, field))).status).toBe(400);
  });

  it("of more than a hundred cards, or suggestions, is refused by one problem", async () => {
    for (const [feedback, field] of [
      [Array(101).fill(1), "feedback"],
      [
        [{ ...accepted, acceptedSuggestions: Array(101).fill(1) }],
        "feedback.0.acceptedSuggestions",
      ],
    ] as const) {
      const { status, text } = await send(...feedback);
      const { issue } = JSON.parse(text);
      expect([status, issue.length, issue[0].expression]).toEqual([400, 1, [field]]);
    }
  });

  it("needs the suggestions that were accepted, and a list", async () => {
    for (const suggestions of [undefined, [], [{}], "x"]) {
      expect((await send({ ...accepted, acceptedSuggestions: suggestions })).status).toBe(400);
    }
    expect((await call(server, path, { feedback: feedbackEntry })).status).toBe(400);
    expect((await call(server, path, {})).status).toBe(400);
  });
});
