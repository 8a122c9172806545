/** The list of cohorts, and the record of each as JSON and as an HTML page. */
import { dataset } from "#core/dataset.ts";
import { cohortRecords } from "../../answers/whole-dataset.ts";
import { recordPage } from "../../pages/record/page.tsx";

const { dataVersion } = dataset;

export function constants(): Record<string, string> {
  const records = cohortRecords().flatMap((record) => [
    [`cohorts/${record.id}.json`, JSON.stringify({ dataVersion, ...record })],
    [`cohorts/${record.id}.html`, recordPage(record)],
  ]);
  return { "cohorts.json": list(), ...Object.fromEntries(records) };
}

function list(): string {
  return JSON.stringify({
    dataVersion,
    cohorts: dataset.cohorts.map(({ figures, landmarks, ...cohort }) => ({
      ...cohort,
      outcomes: [...new Set([...figures, ...landmarks].map(({ outcome }) => outcome))],
      href: `/v1/cohorts/${cohort.id}`,
    })),
  });
}
