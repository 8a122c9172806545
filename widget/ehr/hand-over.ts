/** Our page in a frame beside a record: takes the patient whom the page around hands over. */
import { handOver as words } from "#presentation/words/hand-over.ts";
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
        saidOfRecord: (shown) => (shown === patient ? words.from(new URL(by).host) : ""),
        give: {
          label: words.copy,
          done: words.sent,
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
