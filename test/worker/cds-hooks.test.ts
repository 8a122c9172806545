/**
 * CDS Hooks as served: discovery, cards and their links, what is logged, who may call. The rules of
 * fields and cards are tested without a server.
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
  changed,
  feedbackEntry,
  fields,
  hooks,
  medication,
  serviceOf,
} from "../support/hook-calls.ts";
import { runs } from "../support/sample.ts";
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
  const send = (...feedback: unknown[]) => call(server, path, { feedback });

  it("leaves in the log its reason, if it is one of ours, and nothing of the card or the comment", async () => {
    await logged();
    await send(feedbackEntry, changed(feedbackEntry, "overrideReason.reason.code", "of-somebody"));
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
      { numRuns: runs(300) },
    );
    const written = await logged();
    expect(written.length).toBeGreaterThan(runs(300));
    expect(written.join()).not.toContain(planted);
  });
});
