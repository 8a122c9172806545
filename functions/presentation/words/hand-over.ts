/** Words for a patient whom the record system around our page handed over, in English. */

export const handOver = {
  from: (host: string) =>
    `Handed over by the record at ${host}. Check it against the record. It stays in this frame; the server is asked a question about groups.`,
  copy: "Copy into the record",
  sent: "Given to the record, without anything about the patient.",
};
