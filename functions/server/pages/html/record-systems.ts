/**
 * Tells the script of a page with the element from which origins it may take a patient.
 *
 * @param records as in a policy for frames; `null` if the page takes none
 * @returns attributes of the element
 */
export function ofRecordSystems(records: string | null): [name: string, value: string][] {
  return records === null ? [] : [["data-record-systems", records]];
}
