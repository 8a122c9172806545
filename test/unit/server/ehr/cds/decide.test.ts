/** What gets a card and what none, and what the card says of what was sent. */
import { describe, expect, it } from "vitest";
import { questionIn } from "#core/record/app-context.ts";
import {
  type Card,
  call,
  callOf,
  cardsOf,
  changed,
  conditions,
  given,
  hooks,
  medication,
  service,
  serviceOf,
} from "../../../../support/hook-calls.ts";
import { refusal, hooksInProcess as server } from "../../../../support/hooks-in-process.ts";

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
