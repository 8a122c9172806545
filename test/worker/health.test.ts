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

it("health is never stored", async () => {
  expect((await request("/healthz")).headers["cache-control"]).toBe("no-store");
});
