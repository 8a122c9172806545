/** Example answers of the service, computed during the build. */
import { constantPath } from "#server/answers/constant-answer.ts";
import { datasetCsv } from "#server/answers/dataset-csv.ts";
import { cohortRecords, wholeDataset } from "#server/answers/whole-dataset.ts";
import type { Environment } from "#server/http/environment.ts";
import { app } from "../../functions/app.ts";
import { constantAnswers } from "./operations.ts";

const notBuilt: Environment = {
  ASSETS: { fetch: async () => new Response(null, { status: 404 }) },
  APP_ENV: "local",
  EMBED_ANCESTORS: "'none'",
};

/** Built by the same step, so they cannot be requested yet. */
const constants = constantAnswers();

/** The full answer of the service to this address. */
export async function answerTo(address: string): Promise<unknown> {
  if (address === "/v1/dataset") return wholeDataset();
  if (address === "/v1/dataset.csv") return datasetCsv(cohortRecords());
  const constant = constants.get(constantPath({ resource: address.replace("/v1/", "") }));
  if (constant !== undefined) return JSON.parse(constant);
  const response = await app.request(address, {}, notBuilt);
  const text = await response.text();
  return response.headers.get("content-type")?.includes("json") ? JSON.parse(text) : text;
}
