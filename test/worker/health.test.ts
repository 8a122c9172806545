import { expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { recall } from "#data/generated/changes.ts";
import { getJson } from "../support/json.ts";
import { request } from "../support/request.ts";

it("health names the evidence the Worker runs on", async () => {
  const { answerVersion, dataVersion } = dataset;
  expect(await getJson("/healthz")).toEqual({
    status: "ok",
    answerVersion,
    dataVersion,
    ...recall,
  });
});

it("recall.json says the part of it that a copy without a server asks for", async () => {
  const { dataVersion } = dataset;
  expect(await getJson("/recall.json")).toEqual({ dataVersion, ...recall });
  expect((await request("/recall.json")).headers["access-control-allow-origin"]).toBe("*");
});

it("health is never stored", async () => {
  expect((await request("/healthz")).headers["cache-control"]).toBe("no-store");
});
