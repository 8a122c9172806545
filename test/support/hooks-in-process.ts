/** The CDS Hooks services in this process, with the cards that the build would write. */
import { gzipSync } from "node:zlib";
import { expect } from "vitest";
import { cardTexts } from "#server/ehr/cds/card-texts.ts";
import { cardsFile } from "#server/ehr/cds/made-cards.ts";
import type { Environment } from "#server/http/environment.ts";
import { app } from "../../functions/app.ts";
import { call, type Hook, serviceOf } from "./hook-calls.ts";

const made = gzipSync(JSON.stringify(cardTexts()));

const environment: Environment = {
  ASSETS: {
    fetch: async (asked) =>
      String(asked).endsWith(cardsFile) ? new Response(made) : new Response(null, { status: 404 }),
  },
  APP_ENV: "local",
  EMBED_ANCESTORS: "*",
  CDS_UNREVIEWED: "allow",
};

export const hooksInProcess = {
  fetch: async (path: string, init?: RequestInit) => app.request(path, init, environment),
};

interface Outcome {
  resourceType: string;
  issue: { severity: string; code: string; expression?: string[] }[];
}

/** What is wrong with a call, as its refusal says it. */
export async function refusal(hook: Hook, body: object | string) {
  const { status, headers, text } = await call(hooksInProcess, serviceOf(hook), body);
  expect(headers.get("content-type")).toBe("application/fhir+json; charset=utf-8");
  const outcome: Outcome = JSON.parse(text);
  expect(outcome.resourceType).toBe("OperationOutcome");
  for (const { severity, code } of outcome.issue)
    expect([severity, typeof code]).toEqual(["error", "string"]);
  return { status, fields: outcome.issue.flatMap(({ expression = [] }) => expression) };
}
