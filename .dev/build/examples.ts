/** Answers of the service itself, asked while it is built. */

import { datasetCsv } from "#server/answers/dataset-csv.ts";
import { cohortRecords, wholeDataset } from "#server/answers/whole-dataset.ts";
import { constantAnswers } from "#server/api/operations.ts";
import type { Environment } from "#server/http/environment.ts";
import { app } from "../../functions/app.ts";

const notBuilt: Environment = {
  ASSETS: { fetch: async () => new Response(null, { status: 404 }) },
  APP_ENV: "local",
  EMBED_ANCESTORS: "'none'",
};

/** Made by the same build, so they cannot be asked for yet. */
const constants = constantAnswers();

/** What the service answers to this address, in full. */
export async function answerTo(address: string): Promise<unknown> {
  if (address === "/v1/dataset") return wholeDataset();
  if (address === "/v1/dataset.csv") return datasetCsv(cohortRecords());
  const constant = constants.get(`${address.replace("/v1/", "")}.json`);
  if (constant !== undefined) return JSON.parse(constant);
  const response = await app.request(address, {}, notBuilt);
  const text = await response.text();
  return response.headers.get("content-type")?.includes("json") ? JSON.parse(text) : text;
}
