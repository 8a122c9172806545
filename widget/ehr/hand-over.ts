/** Our page in a frame beside a record: takes the patient whom the page around hands over. */
import type { MyelomaCompare } from "../element.tsx";
import { site } from "../page/site.ts";
import { makePermalink } from "../question.ts";
import { listenForPatients, sendRecordMessage } from "./receive-patient.ts";

/** @param sources the origins that may, as in a policy for frames */
export function acceptHandedPatients(element: MyelomaCompare, sources: string): void {
  const notice = document.createElement("p");
  notice.className = "kept";
  notice.setAttribute("role", "alert");
  listenForPatients(sources, (patient, by, isRefused, answering) => {
    const { host } = new URL(by);
    notice.textContent = isRefused
      ? `The record at ${host} handed over what is not understood. No patient is shown: all numbers are of all patients.`
      : "";
    if (isRefused) element.insertAdjacentElement("beforebegin", notice);
    else notice.remove();
    element.handOver(
      patient && {
        patient,
        saidOfRecord: (current) =>
          current === patient
            ? `Handed over by the record at ${host}. Check it against the record. The server is asked only for the lines (1, 2, 3+) and the kinds of earlier therapy.`
            : current && `Changed here after the record at ${host} handed it over.`,
        give: {
          label: "Copy into the record",
          done: "Given to the record, without anything about the patient.",
          press: ({ text, question, dataVersion }) =>
            sendRecordMessage(by, {
              type: "myeloma-compare:summary",
              text,
              question,
              permalink: makePermalink(site, question, dataVersion),
              dataVersion,
              ...answering,
            }),
        },
      },
    );
  });
}
