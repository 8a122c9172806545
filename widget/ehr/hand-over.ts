/** Our page in a frame beside a record: takes the patient whom the page around hands over. */
import type { MyelomaCompare } from "../element.tsx";
import { site } from "../page/site.ts";
import { permalinkOf } from "../question.ts";
import { receivePatient, tell } from "./receive-patient.ts";

/** @param sources the origins that may, as in a policy for frames */
export function handOver(element: MyelomaCompare, sources: string): void {
  receivePatient(sources, (patient, by) => {
    element.handOver(
      patient && {
        patient,
        // What the reader has changed since was not handed over.
        saidOfRecord: (shown) =>
          shown === patient
            ? `Handed over by the record at ${new URL(by).host}. Check it against the record. It stays in this frame; the server is asked a question about groups.`
            : "",
        give: {
          label: "Copy into the record",
          done: "Given to the record, without anything about the patient.",
          press: ({ text, question, dataDate, dataVersion }) =>
            tell(by, {
              type: "myeloma-compare:summary",
              text,
              question,
              permalink: permalinkOf(site, question, dataDate),
              dataVersion,
            }),
        },
      },
    );
  });
}
