/** Answers of the service itself, asked while it is built. */
import { app } from "../../app.ts";
import { cohortRecords, wholeDataset } from "../answers/whole-dataset.ts";
import { datasetCsv } from "../api/dataset/csv.ts";
import type { Environment } from "../http/environment.ts";

const notBuilt: Environment = {
  ASSETS: { fetch: async () => new Response(null, { status: 404 }) },
  APP_ENV: "local",
  EMBED_ANCESTORS: "'none'",
};

/** Most entries of a list, and most lines of a table, in an example. */
const mostEntries = 2;
const mostLines = 4;

/** What the service answers to this address, in full. */
export async function answerTo(address: string): Promise<unknown> {
  // These two are made by the same build and cannot be asked for yet.
  if (address === "/v1/dataset") return wholeDataset();
  if (address === "/v1/dataset.csv") return datasetCsv(cohortRecords());
  const response = await app.request(address, {}, notBuilt);
  const text = await response.text();
  return response.headers.get("content-type")?.includes("json") ? JSON.parse(text) : text;
}

/** The same with long lists cut, so that a reader sees its whole shape. */
export function shortened(value: unknown): unknown {
  if (typeof value === "string" && value.includes("\r\n")) {
    return [...value.split("\r\n").slice(0, mostLines), ""].join("\r\n");
  }
  if (Array.isArray(value)) return value.slice(0, mostEntries).map(shortened);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, shortened(one)]));
}
