/**
 * CDS Hooks: every field rule of the specification, what gets a card and what none, and that nothing
 * of a call comes back or is logged.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { asked } from "#core/question/read-question.ts";
import { questionIn } from "#core/record/app-context.ts";
import {
  type Card,
  call,
  callOf,
  cardsOf,
  conditions,
  given,
  type Hook,
  hooks,
  medication,
  service,
  serviceOf,
} from "../support/hook-calls.ts";
import { serve } from "../support/serve.ts";

const lines: string[] = [];
const local = { APP_ENV: "local", EMBED_ANCESTORS: "*" };
const server = await serve({
  vars: { ...local, CDS_UNREVIEWED: "allow", LOG_REQUESTS: "on" },
  onLog: (line) => lines.push(line),
});
/** All lines since the last call. workerd delivers them later than answers, but in their order. */
async function logged(): Promise<string[]> {
  await server.fetch("/healthz");
  await expect.poll(() => lines.join()).toContain('"/healthz"');
  return lines.splice(0);
}
const ofWithheld: string[] = [];
const withheld = await serve({ vars: local, onLog: (line) => ofWithheld.push(line) });
const off = await serve({ vars: { APP_ENV: "production" } });

/** A copy with the field at the path replaced, or removed without a value. */
function changed(body: object, path: string, ...value: unknown[]): object {
  const copy: object = structuredClone(body);
  const names = path.split(".");
  const last = names.pop() ?? "";
  const parent = names.reduce<Record<string, unknown>>(
    (at, name) => at[name] as Record<string, unknown>,
    copy as Record<string, unknown>,
  );
  if (value.length === 0) delete parent[last];
  else [parent[last]] = value;
  return copy;
}

interface Outcome {
  resourceType: string;
  issue: { severity: string; code: string; expression?: string[] }[];
}

async function refusal(hook: Hook, body: object | string) {
  const { status, headers, text } = await call(server, serviceOf(hook), body);
  expect(headers.get("content-type")).toBe("application/fhir+json; charset=utf-8");
  const outcome: Outcome = JSON.parse(text);
  expect(outcome.resourceType).toBe("OperationOutcome");
  for (const { severity, code } of outcome.issue)
    expect([severity, typeof code]).toEqual(["error", "string"]);
  return { status, fields: outcome.issue.flatMap(({ expression = [] }) => expression) };
}

describe("discovery", async () => {
  const response = await server.fetch("/cds-services");
  const { services } = (await response.json()) as { services: Record<string, unknown>[] };

  it("lists one service for each hook", () => {
    expect(response.headers.get("content-type")).toBe("application/json; charset=utf-8");
    expect(services.map(({ hook }) => hook)).toEqual(hooks);
    expect(new Set(services.map(({ id }) => id)).size).toBe(services.length);
  });

  it("has every field of the specification in its type, and no other", () => {
    for (const { prefetch, ...texts } of services) {
      expect(Object.keys(texts).sort()).toEqual(
        ["description", "hook", "id", "title", "usageRequirements"].sort(),
      );
      for (const text of Object.values(texts)) expect(text).toMatch(/\S/);
      // A read by id and searches by patient: what every client can do.
      expect(prefetch).toEqual({
        patient: "Patient/{{context.patientId}}",
        conditions: "Condition?patient={{context.patientId}}",
        orders: "MedicationRequest?patient={{context.patientId}}",
        administrations: "MedicationAdministration?patient={{context.patientId}}",
      });
    }
  });
});

/** The fields of a request, from the specification: whether it must be there, and what it may not be. */
const fields: readonly {
  path: string;
  of?: readonly Hook[];
  required: boolean;
  wrong: unknown[];
  /** Some records send it for what they do not have. */
  mayBeNull?: true;
}[] = [
  { path: "hook", required: true, wrong: ["other-hook", "", 1] },
  { path: "hookInstance", required: true, wrong: ["1", "d1577c69dfbe44adba6d3e05e953b2ea", 7] },
  { path: "fhirServer", required: true, wrong: ["ehr", "ftp://ehr.example", 1] },
  { path: "fhirAuthorization", required: false, wrong: ["token", 1] },
  { path: "fhirAuthorization.access_token", required: true, wrong: ["", 1] },
  { path: "fhirAuthorization.token_type", required: true, wrong: ["bearer", "MAC"] },
  { path: "fhirAuthorization.expires_in", required: true, wrong: ["300", 1.5] },
  { path: "fhirAuthorization.scope", required: true, wrong: [1, []] },
  { path: "fhirAuthorization.subject", required: true, wrong: ["", 1] },
  { path: "context", required: true, wrong: ["patient", 1] },
  { path: "context.userId", required: true, wrong: ["", "example", 1] },
  { path: "context.patientId", required: true, wrong: ["", 1] },
  { path: "context.encounterId", required: false, wrong: ["", 1], mayBeNull: true },
  {
    path: "context.selections",
    of: ["order-select"],
    required: true,
    wrong: ["MedicationRequest/1", [1], {}],
  },
  {
    path: "context.draftOrders",
    of: ["order-select", "order-sign"],
    required: true,
    wrong: [[], "Bundle", { resourceType: "MedicationRequest" }],
  },
  { path: "prefetch", required: false, wrong: ["none", 1], mayBeNull: true },
];

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

describe("a card", async () => {
  const all = await Promise.all(hooks.map((hook) => cardsOf(server, hook)));
  const cards: readonly Card[] = all.flat();

  it("is there once for each hook; for an antibody against BCMA it says what that means later", () => {
    expect(all.map(({ length }) => length)).toEqual([1, 1, 1]);
    expect(cards.map(({ detail }) => detail.includes("a later CAR-T against BCMA"))).toEqual([
      false,
      true,
      true,
    ]);
  });

  it("has every field of the specification, and neither suggestions nor actions", () => {
    for (const card of cards) {
      expect(Object.keys(card).sort()).toEqual(
        ["detail", "indicator", "links", "overrideReasons", "source", "summary", "uuid"].sort(),
      );
      expect(card.uuid).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
      expect(card.summary.length).toBeLessThan(140);
      expect(card.indicator).toBe("info");
      for (const reason of card.overrideReasons) {
        expect(Object.keys(reason).sort()).toEqual(["code", "display", "system"]);
        for (const text of Object.values(reason)) expect(text).toMatch(/\S/);
      }
      expect(Object.keys(card.source.topic).sort()).toEqual(["code", "display", "system"]);
    }
    expect(new Set(cards.map(({ uuid }) => uuid)).size).toBe(cards.length);
  });

  it("says first that no clinician has reviewed the data", () => {
    for (const { summary, detail } of cards) {
      expect(summary).toMatch(/^Not yet reviewed by a clinician\./);
      expect(detail).toMatch(/^\*\*Not yet reviewed by a clinician\.\*\*/);
    }
  });

  it("has its links: absolute ones that answer, and one to launch with the question", async () => {
    for (const { links, source } of cards) {
      const absolute = links.filter(({ type }) => type === "absolute");
      expect(absolute.length).toBeGreaterThan(1);
      for (const { url, appContext } of [...absolute, { ...source, appContext: undefined }]) {
        expect(url.startsWith(server.url)).toBe(true);
        expect(appContext).toBeUndefined();
        expect((await server.fetch(url.slice(server.url.length))).status).toBe(200);
      }
      const [launch, ...more] = links.filter(({ type }) => type === "smart");
      expect([launch?.url, more]).toEqual([`${server.url}/launch`, []]);
      expect(() => asked(questionIn(launch?.appContext) ?? "?", dataset)).not.toThrow();
    }
  });

  it("has an icon of 100 by 100", async () => {
    const [card] = cards;
    const icon = await server.fetch(card?.source.icon.slice(server.url.length) ?? "");
    expect(icon.headers.get("content-type")).toBe("image/png");
    const png = Buffer.from(await icon.arrayBuffer());
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([100, 100]);
  });

  it("shows the numbers of the page that it leads to", async () => {
    const [comparison] = await cardsOf(server, "patient-view");
    const answer = await (await server.fetch("/v1/comparison?outcome=orr")).json();
    const [{ pools }] = (answer as { outcomes: { pools: Record<string, { estimate: number }> }[] })
      .outcomes as [{ pools: Record<string, { estimate: number }> }];
    for (const group of ["car-t", "bsab"]) {
      const rate = Math.round(100 * (pools[group]?.estimate ?? Number.NaN));
      expect(comparison?.detail).toMatch(new RegExp(`\\| Response, [^|]*\\|.*\\b${rate} \\(`));
    }
  });
});

describe("who gets a card", () => {
  const count = async (
    ...args: Parameters<typeof cardsOf> extends [unknown, ...infer Rest] ? Rest : never
  ) => (await cardsOf(server, ...args)).length;

  it("a chart with myeloma, and no other", async () => {
    for (const code of ["C90.0", "C90.00", "C90.01", "C90.02"]) {
      expect(await count("patient-view", { conditions: conditions(code) })).toBe(1);
    }
    for (const none of [conditions("C90.10", "D47.2"), conditions(), null]) {
      expect(await count("patient-view", { conditions: none })).toBe(0);
    }
  });

  it("nobody who has died", async () => {
    for (const died of [{ deceasedBoolean: true }, { deceasedDateTime: "2026-01-02" }]) {
      expect(await count("patient-view", { patient: { resourceType: "Patient", ...died } })).toBe(
        0,
      );
    }
    const alive = { resourceType: "Patient", deceasedBoolean: false };
    expect(await count("patient-view", { patient: alive })).toBe(1);
  });

  it("without prefetch no chart, and an order that says so", async () => {
    for (const hook of hooks) {
      const { status, text } = await call(
        server,
        serviceOf(hook),
        changed(callOf(hook), "prefetch"),
      );
      expect(status).toBe(200);
      const { cards }: { cards: Card[] } = JSON.parse(text);
      expect(cards.length).toBe(hook === "patient-view" ? 0 : 1);
      for (const { detail } of cards)
        expect(detail).toContain("conditions of the patient were not sent");
    }
  });

  it("without conditions CAR-T as a service one that says so, and fludarabine none", async () => {
    const body = (order: object) =>
      changed(callOf("order-sign", { orders: [order] }), "prefetch.conditions");
    const path = serviceOf("order-sign");
    const { text } = await call(server, path, body(service("CAR-T cell therapy")));
    const { cards }: { cards: Card[] } = JSON.parse(text);
    expect(
      cards.map(({ detail }) => detail.includes("conditions of the patient were not sent")),
    ).toEqual([true]);
    expect((await call(server, path, body(medication("fludarabine")))).text).toBe('{"cards":[]}');
  });

  it("a chart whose conditions the client could not read is a 412", async () => {
    const unread = { resourceType: "OperationOutcome", issue: [] };
    const body = callOf("patient-view", { conditions: unread });
    expect(await refusal("patient-view", body)).toEqual({
      status: 412,
      fields: ["prefetch.conditions"],
    });
    expect(await count("order-sign", { conditions: unread })).toBe(1);
  });

  it("a warning beside what was found, or beside nothing, is no failure", async () => {
    const outcome = (severity: string) => ({
      ...conditions(),
      entry: [
        {
          resource: { resourceType: "OperationOutcome", issue: [{ severity, code: "processing" }] },
        },
      ],
    });
    for (const severity of ["warning", "information"]) {
      expect(await count("patient-view", { conditions: outcome(severity) })).toBe(0);
      const [card] = await cardsOf(server, "order-sign", { conditions: outcome(severity) });
      expect(card?.detail).toContain("No multiple myeloma was found");
    }
    const failed = callOf("patient-view", { conditions: outcome("error") });
    expect((await refusal("patient-view", failed)).status).toBe(412);
  });

  it.each([
    ["none", null, "conditions of the patient were not sent"],
    [
      "the first page",
      { ...conditions("I10"), link: [{ relation: "next", url: "https://ehr.example.org/2" }] },
      "Not all conditions of the patient were sent",
    ],
  ])("where %s of the conditions came, nothing is said of the rest", async (_, given, said) => {
    expect(await count("patient-view", { conditions: given })).toBe(0);
    const [card] = await cardsOf(server, "order-sign", { conditions: given });
    expect(card?.detail).toContain(said);
    const orders = [service("CAR-T cell therapy")];
    expect(await count("order-sign", { conditions: given, orders })).toBe(1);
  });

  it.each([
    ["a bispecific against BCMA", [medication("teclistamab-cqyv")], 1],
    ["another bispecific", [medication("Talvey")], 1],
    ["CAR-T", [medication("Carvykti")], 1],
    ["CAR-T as a service", [service("CAR-T cell therapy")], 1],
    ["lymphodepletion", [medication("fludarabine 50 mg")], 1],
    ["cyclophosphamide alone", [medication("cyclophosphamide 500 mg")], 0],
    ["something else", [medication("amoxicillin")], 0],
    ["an order taken back", [medication("Tecvayli", { status: "cancelled" })], 0],
    ["no order", [], 0],
    [
      "what classifies nothing",
      [
        medication("antineoplastic", {
          medicationCodeableConcept: {
            coding: [
              { system: "http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets", code: "J9999" },
            ],
          },
        }),
      ],
      0,
    ],
  ] as const)("%s", async (_what, orders, cards) => {
    const selections = ["MedicationRequest/drafted", "ServiceRequest/drafted"];
    expect(await count("order-sign", { orders })).toBe(cards);
    expect(await count("order-select", { orders, selections })).toBe(cards);
  });

  it("only a product of ours, where no myeloma is on the chart, and the card says so", async () => {
    const other = conditions("C91.10");
    const [card] = await cardsOf(server, "order-sign", { conditions: other });
    expect(card?.detail).toContain("No multiple myeloma was found");
    for (const order of [medication("fludarabine"), service("CAR-T")]) {
      expect(await count("order-sign", { conditions: other, orders: [order] })).toBe(0);
    }
  });

  it("nobody for what is of another patient, and a card says that it was left out", async () => {
    const of = (id: string) => ({
      subject: { reference: `https://ehr.example.org/Patient/${id}` },
    });
    const [own, other] = [of("1288992"), of("77")];
    const chart = (...subjects: object[]) => {
      const { entry, ...bundle } = conditions(...subjects.map(() => "C90.02"));
      const mine = entry.map(({ resource }, n) => ({ resource: { ...resource, ...subjects[n] } }));
      return { ...bundle, entry: mine };
    };
    const left = "sent of another patient was left out";
    expect(await count("patient-view", { conditions: chart(other) })).toBe(0);
    const [both] = await cardsOf(server, "patient-view", { conditions: chart(other, own) });
    expect(both?.detail).toContain(left);
    const [usual] = await cardsOf(server, "patient-view", { conditions: chart(own) });
    expect(usual?.detail).not.toContain(left);
    const [unknown] = await cardsOf(server, "order-sign", { conditions: chart(other) });
    expect(unknown?.detail).toContain("conditions of the patient were not sent");
    expect(unknown?.detail).toContain(left);
    const ofOther = medication("Tecvayli", other);
    expect(await count("order-sign", { orders: [ofOther] })).toBe(0);
    const [one, ...more] = await cardsOf(server, "order-sign", {
      orders: [ofOther, medication("Talvey", own)],
    });
    expect([one?.detail.includes(left), more]).toEqual([true, []]);
    const died = { resourceType: "Patient", id: "77", deceasedBoolean: true };
    expect(await count("patient-view", { patient: died })).toBe(1);
  });

  it("of orders that are selected only those", async () => {
    expect(await count("order-select", { selections: ["MedicationRequest/another"] })).toBe(0);
  });

  it("a product outside the usual question a question that holds it", async () => {
    const [card] = await cardsOf(server, "order-sign", { orders: [medication("Talvey")] });
    expect(card?.links[0]?.url).toContain("target=any");
  });
});

describe("a patient after therapy against BCMA", () => {
  it.each(["Abecma", "Tecvayli", "belantamab mafodotin"])(
    "%s: the question after it, and no other",
    async (name) => {
      for (const hook of hooks) {
        // Orders of teclistamab beside teclistamab that was given are its next doses.
        const orders = hook === "patient-view" ? [] : [medication("Talvey")];
        const [card, ...more] = await cardsOf(server, hook, {
          administrations: given(name),
          orders,
        });
        expect(more).toEqual([]);
        expect(card?.summary).toContain("After BCMA therapy");
        expect(card?.summary).not.toMatch(/CAR-T \d/);
        expect(card?.detail).toContain("BCMA-directed therapy was found");
        const launch = card?.links.find(({ type }) => type === "smart");
        const question = new URLSearchParams(questionIn(launch?.appContext) ?? "");
        expect(question.get("prior-bcma")).toBe("selected");
        expect(question.get("target")).toBe("any");
      }
    },
  );

  it.each([
    ["nothing was sent", undefined, "No earlier therapies were sent"],
    ["nothing was found", given("bortezomib"), "does not mean that none was given"],
    ["another antigen", given("Talvey"), "does not mean that none was given"],
  ])("%s: the usual question, which says whom it is of", async (_, administrations, said) => {
    const [card] = await cardsOf(server, "patient-view", { administrations });
    expect(card?.summary).toContain("After ≥ 3 lines, no earlier BCMA therapy");
    expect(card?.detail).toContain(said);
  });
});

describe("what a record says of therapy against BCMA", () => {
  const search = (entry: object[], more: object = {}) => ({
    resourceType: "Bundle",
    type: "searchset",
    entry: entry.map((resource) => ({ resource })),
    ...more,
  });
  const failed = { resourceType: "OperationOutcome", issue: [{ severity: "error" }] };
  const next = { link: [{ relation: "next", url: "https://ehr.example.org/fhir?page=2" }] };
  const stopped = { ...medication("belantamab mafodotin"), status: "stopped", intent: "order" };

  it.each([
    [
      "an order that may not have been given",
      search([stopped]),
      "is among the orders that were sent",
    ],
    ["a search that failed", failed, "Not all earlier therapies were sent"],
    ["a search with further pages", search([], next), "Not all earlier therapies were sent"],
    ["none", search([]), "does not mean that none was given"],
  ])("says of %s what it is", async (_, earlierOrders, said) => {
    const call = { earlierOrders, administrations: given("bortezomib") };
    const [card] = await cardsOf(server, "patient-view", call);
    expect(card?.detail).toContain(said);
  });

  it("makes no card of the next dose of what is given already", async () => {
    const next = { administrations: given("Tecvayli"), orders: [medication("Tecvayli")] };
    expect(await cardsOf(server, "order-sign", next)).toEqual([]);
    const [other] = await cardsOf(server, "order-sign", {
      ...next,
      orders: [medication("Talvey")],
    });
    expect(other?.summary).toContain("After BCMA therapy");
  });
});

describe("as long as no clinician has reviewed the data", () => {
  it("there is no card unless the installation asks for it", async () => {
    for (const hook of hooks) {
      const { status, text } = await call(withheld, serviceOf(hook), callOf(hook));
      expect([status, text]).toEqual([200, '{"cards":[]}']);
      expect((await call(withheld, serviceOf(hook), "{")).status).toBe(400);
    }
  });
});

it("says once in the log, loudly, that anybody may call", async () => {
  await call(withheld, serviceOf("order-sign"), "{");
  await expect.poll(() => ofWithheld.length).toBe(1);
  expect(ofWithheld[0]).toContain("ANYBODY may call");
});

it("in production there are no services unless they are switched on", async () => {
  expect((await off.fetch("/cds-services")).status).toBe(404);
  for (const hook of hooks)
    expect((await call(off, serviceOf(hook), callOf(hook))).status).toBe(405);
});

it("every answer is data that nothing may run, sniff, store or frame", async () => {
  const path = serviceOf("order-sign");
  const answers = [
    await server.fetch("/cds-services"),
    await server.fetch(path),
    ...(await Promise.all([callOf("order-sign"), "{"].map((body) => call(server, path, body)))),
  ];
  expect(answers.map(({ status }) => status)).toEqual([200, 405, 200, 400]);
  for (const { headers } of answers) {
    expect(headers.get("content-security-policy")).toBe(
      "default-src 'none'; base-uri 'none'; object-src 'none'; sandbox; frame-ancestors 'none'",
    );
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("content-type")).toMatch(/^application\/(?:fhir\+)?json; charset=utf-8$/);
  }
});

describe("feedback", () => {
  const path = `${serviceOf("order-sign")}/feedback`;
  const entry = {
    card: "4e0a3a1e-3283-4575-ab82-028d55fe2719",
    outcome: "overridden",
    overrideReason: {
      reason: { code: "known", system: "urn:myeloma-compare:override-reason" },
      userComment: "a comment of somebody",
    },
    outcomeTimestamp: "2020-12-11T00:00:00.52Z",
  };
  const accepted = changed(changed(entry, "overrideReason"), "outcome", "accepted");
  const send = (...feedback: unknown[]) => call(server, path, { feedback });

  it("is taken, of several cards", async () => {
    const good = [
      entry,
      changed(entry, "overrideReason"),
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
      const { status, text } = await send(changed(entry, field, value));
      expect([value, status]).toEqual([value, 400]);
      expect(text).toContain(`feedback.0.${field}`);
    }
  });

  it.each(["card", "outcome", "outcomeTimestamp"])("without %s is refused", async (field) => {
    expect((await send(changed(entry, field))).status).toBe(400);
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
    expect((await call(server, path, { feedback: entry })).status).toBe(400);
    expect((await call(server, path, {})).status).toBe(400);
  });

  it("leaves in the log its reason, if it is one of ours, and nothing of the card or the comment", async () => {
    await logged();
    await send(entry, changed(entry, "overrideReason.reason.code", "of-somebody"));
    const written = await logged();
    const said = written
      .filter((line) => line.includes('"feedback"'))
      .map((line) => JSON.parse(line));
    expect(said.map(({ reason }) => reason)).toEqual(["known", "other"]);
    expect(written.join()).not.toMatch(/somebody|4e0a3a1e|2020-12-11/);
  });
});

describe("a browser of another site", () => {
  it.each(["/cds-services", serviceOf("order-sign"), `${serviceOf("order-sign")}/feedback`])(
    "may call %s",
    async (path) => {
      const origin = "https://ehr.example.org";
      const before = await server.fetch(path, {
        method: "OPTIONS",
        headers: {
          origin,
          "access-control-request-method": "POST",
          "access-control-request-headers": "content-type,authorization",
        },
      });
      expect(before.status).toBe(204);
      expect(before.headers.get("access-control-allow-origin")).toBe("*");
      expect(before.headers.get("access-control-allow-methods")).toBe(
        path === "/cds-services" ? "GET, HEAD, OPTIONS" : "POST, OPTIONS",
      );
      expect(before.headers.get("access-control-allow-headers")).toBe(
        "authorization, content-type",
      );
      expect((await server.fetch("/cds-services")).headers.get("access-control-allow-origin")).toBe(
        "*",
      );
    },
  );
});

describe("whatever is sent", () => {
  const planted = "Zzplanted";
  /** In every text and every name of it. */
  const plant = (value: unknown): unknown => {
    if (typeof value === "string") return value + planted;
    if (Array.isArray(value)) return value.map(plant);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [name + planted, plant(inner)]),
    );
  };
  const json = fc.jsonValue({ maxDepth: 4 }).map((value) => JSON.stringify(plant(value)));
  const field = fc.constantFrom(...fields.map(({ path }) => path));
  const body = fc.oneof(
    json,
    fc.string().map((text) => planted + text),
    // Good but for one part.
    fc.tuple(fc.constantFrom(...hooks), field, json).map(([hook, path, value]) => {
      const whole = callOf(hook, { orders: [medication(`Tecvayli ${planted}`)] });
      const at =
        path.startsWith("context.") && !(path.slice(8) in whole.context) ? "context" : path;
      return JSON.stringify(changed(whole, at, JSON.parse(value)));
    }),
    // Good, with something strange among the orders and conditions.
    fc.tuple(fc.constantFrom(...hooks), json).map(([hook, value]) =>
      JSON.stringify(
        callOf(hook, {
          conditions: {
            resourceType: "Bundle",
            entry: [JSON.parse(value), { resource: JSON.parse(value) }],
          },
          orders: [
            {
              resourceType: "MedicationRequest",
              code: JSON.parse(value),
              contained: JSON.parse(value),
            },
          ],
        }),
      ),
    ),
  );

  it("it is never a fault of ours, and nothing of it comes back or is logged", async () => {
    await logged();
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...hooks),
        body,
        fc.boolean(),
        async (hook, sent, asFeedback) => {
          const path = serviceOf(hook) + (asFeedback ? "/feedback" : "");
          const { status, headers, text } = await call(server, path, sent);
          expect([200, 400, 412]).toContain(status);
          expect(text).not.toContain(planted);
          expect(JSON.stringify([...headers])).not.toContain(planted);
        },
      ),
      { numRuns: 300 },
    );
    const written = await logged();
    expect(written.length).toBeGreaterThan(300);
    expect(written.join()).not.toContain(planted);
  });
});
