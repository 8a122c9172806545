import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { mostResources, resourcesIn } from "#core/record/fhir.ts";
import { mostIngredients } from "#core/record/products.ts";
import {
  type ReadPart,
  readRecord,
  readStyle,
  type Unread,
} from "#widget/ehr/launch/read-record.ts";

const base = "https://fhir.hospital.example/r4";
const issuer = { issuer: base, client: "compare", name: "Hospital", origins: [] };
const session = {
  issuer,
  accessToken: "token",
  scope: "patient/*.rs",
  patient: "p-1",
  needsBanner: true,
  style: null,
};

interface Asked {
  url: string;
  init: RequestInit | undefined;
}

type Answer = (url: URL) => Response;

/** Answers instead of the network, and notes what was asked. */
function network(answer: Answer): Asked[] {
  const asked: Asked[] = [];
  vi.stubGlobal("fetch", async (url: string, init?: RequestInit) => {
    asked.push({ url, init });
    return answer(new URL(url));
  });
  return asked;
}

afterEach(() => {
  vi.unstubAllGlobals();
});

function partOf(part: ReadPart | Unread): ReadPart {
  if (typeof part === "string") throw new Error(`The part was ${part}.`);
  return part;
}

const patient = { resourceType: "Patient", id: "p-1" };
const bundle = (next?: string) => ({
  resourceType: "Bundle",
  entry: [{ resource: { resourceType: "Condition" } }],
  link: next === undefined ? [] : [{ relation: "next", url: next }],
});

const answering =
  (search: (url: URL) => object): Answer =>
  (url) =>
    Response.json(url.pathname.endsWith("/Patient/p-1") ? patient : search(url));

describe("a record", () => {
  it("is asked with the token, without cookies and redirects, and never elsewhere", async () => {
    const asked = network(answering(() => bundle()));
    const read = await readRecord(session);
    expect(read.patient).toEqual(patient);
    expect(partOf(read.conditions).isCut).toBe(false);
    expect(asked).toHaveLength(4);
    for (const { url, init } of asked) {
      expect(url.startsWith(`${base}/`)).toBe(true);
      expect(init).toMatchObject({ credentials: "omit", redirect: "error", cache: "no-store" });
      expect(new Headers(init?.headers).get("authorization")).toBe("Bearer token");
    }
  });

  it.each([
    "https://evil.example/r4/Condition?page=2",
    "https://fhir.hospital.example/r4-other/Condition",
    "https://fhir.hospital.example.evil.example/r4/",
    "Condition?page=2",
    "javascript:alert(1)",
    "http://fhir.hospital.example/r4/Condition",
  ])("is not followed to %s, which counts as unread", async (next) => {
    const asked = network(answering(() => bundle(next)));
    const read = await readRecord(session);
    expect(partOf(read.conditions).isCut).toBe(true);
    expect(asked).toHaveLength(4);
  });

  it("is read page by page, but not without end", async () => {
    const second = `${base}/Condition?page=2`;
    const two = answering((url) => (url.searchParams.has("page") ? bundle() : bundle(second)));
    network(two);
    const read = await readRecord(session);
    const { resources, isCut } = partOf(read.conditions);
    expect([resourcesIn(resources).length, isCut]).toEqual([2, false]);
    const asked = network(answering(() => bundle(second)));
    const endless = await readRecord(session);
    expect(partOf(endless.conditions).isCut).toBe(true);
    expect(asked).toHaveLength(1 + 3 * 10);
  });

  it("is cut where it holds more than any record does, and says so", async () => {
    const entry = Array(mostResources + 1).fill({ resource: { resourceType: "Condition" } });
    network(answering(() => ({ resourceType: "Bundle", entry })));
    const { resources, isCut } = partOf((await readRecord(session)).conditions);
    expect([resourcesIn(resources).length, isCut]).toEqual([mostResources, true]);
    const ingredient = Array(mostIngredients + 1).fill({ item: { concept: { text: "x" } } });
    const medication = { resource: { resourceType: "Medication", id: "m", ingredient } };
    network(answering(() => ({ resourceType: "Bundle", entry: [medication] })));
    expect(partOf((await readRecord(session)).orders).isCut).toBe(true);
  });

  const refused = {
    patient: "refused",
    conditions: "refused",
    orders: "refused",
    administrations: "refused",
  };

  it("of another patient, or what may not be read, is none", async () => {
    network(({ pathname }) =>
      pathname.includes("/Patient/")
        ? Response.json({ ...patient, id: "p-2" })
        : new Response("{}", { status: 403 }),
    );
    expect(await readRecord(session)).toEqual({ ...refused, patient: "failed" });
    const asked = network(answering(() => bundle()));
    expect(await readRecord({ ...session, scope: "launch" })).toEqual(refused);
    expect(asked).toEqual([]);
  });

  it("is refused only if it says so; any other answer is a failure", async () => {
    const failed = {
      patient: "failed",
      conditions: "failed",
      orders: "failed",
      administrations: "failed",
    };
    for (const status of [400, 404, 410, 422]) {
      network(() => Response.json({}, { status }));
      expect(await readRecord(session)).toEqual(failed);
    }
    network(() => new Response("<html>"));
    expect(await readRecord(session)).toEqual(failed);
    network(() => Response.json({ resourceType: "OperationOutcome" }));
    expect(await readRecord(session)).toEqual(failed);
  });

  it("that does not know what to include is asked once more without it", async () => {
    const asked = network((url) =>
      url.searchParams.has("_include")
        ? Response.json({ resourceType: "OperationOutcome" }, { status: 400 })
        : answering(() => bundle())(url),
    );
    const read = await readRecord(session);
    expect(resourcesIn(partOf(read.orders).resources)).toHaveLength(1);
    expect(resourcesIn(partOf(read.administrations).resources)).toHaveLength(1);
    expect(asked.filter(({ url }) => url.includes("_include"))).toHaveLength(2);
    expect(asked).toHaveLength(6);
  });

  it.each([
    [401, "expired"],
    [503, "unreached"],
    [429, "unreached"],
  ])("that answers %i: %s", async (status, kind) => {
    network(() => new Response(null, { status }));
    await expect(readRecord(session)).rejects.toMatchObject({ kind });
  });

  it("without what it does not answer in time, and not without end", async () => {
    let pages = 0;
    const server = createServer((request, response) => {
      const url = request.url ?? "";
      response.setHeader("content-type", "application/fhir+json");
      if (url.includes("/Patient/")) response.end(JSON.stringify(patient));
      // A head, and a body that does not end.
      if (url.includes("/Condition")) response.write("{");
      if (url.includes("/MedicationAdministration")) {
        pages += 1;
        setTimeout(() => response.end(JSON.stringify(bundle(`${own}${url}`))), 400);
      }
      // Orders: nothing at all.
    });
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    const own = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    onTestFinished(() => {
      server.close();
      server.closeAllConnections();
    });
    const here = { ...session, issuer: { ...issuer, issuer: own } };
    expect(await readRecord(here, 1000)).toEqual({
      patient,
      conditions: "unreached",
      orders: "unreached",
      administrations: "unreached",
    });
    expect(pages).toBeLessThan(5);
  });

  it.each([503, 429])("without a part that answers %i", async (status) => {
    network((url) =>
      url.pathname.endsWith("/MedicationRequest")
        ? new Response(null, { status })
        : answering(() => bundle())(url),
    );
    const read = await readRecord(session);
    expect(read.orders).toBe("unreached");
    expect(partOf(read.conditions).isCut).toBe(false);
  });

  it("without what is of another patient, and that is said", async () => {
    const subjects = [
      { subject: { reference: "Patient/p-2" } },
      { subject: { reference: `${base}/Patient/p-2/_history/4` } },
      { patient: { reference: "Patient/p-2" } },
      { subject: { reference: "Patient/p-1" } },
      { subject: { reference: `${base}/Patient/p-1/_history/4` } },
      { subject: { reference: "urn:uuid:7" } },
      { subject: "Patient/p-2" },
      {},
    ];
    const entry = subjects.map((more, n) => ({
      resource: { resourceType: "Condition", id: `c${n}`, ...more },
    }));
    network(answering(() => ({ resourceType: "Bundle", entry })));
    const { resources, isMixed } = partOf((await readRecord(session)).conditions);
    expect(resourcesIn(resources).map(({ reference }) => reference)).toEqual(
      [3, 4, 5, 6, 7].map((n) => `Condition/c${n}`),
    );
    expect(isMixed).toBe(true);
    network(answering(() => bundle()));
    expect(partOf((await readRecord(session)).conditions).isMixed).toBe(false);
  });
});

describe("the style of a record", () => {
  it("is asked for at its own origin only, without the token", async () => {
    const asked = network(() => Response.json({ color_text: "#000" }));
    const own = "https://fhir.hospital.example/style.json";
    expect(await readStyle({ ...session, style: own })).toEqual({ color_text: "#000" });
    expect(new Headers(asked[0]?.init?.headers).has("authorization")).toBe(false);
    for (const style of ["https://evil.example/style.json", "/style.json", null]) {
      expect(await readStyle({ ...session, style })).toBe(null);
    }
    expect(asked).toHaveLength(1);
  });
});
