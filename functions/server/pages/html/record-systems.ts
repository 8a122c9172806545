import { escapeHtml } from "#presentation/screen/escape-html.ts";

/**
 * Tells the script of a page with the element from which origins it may take a patient.
 *
 * @param records as in a policy for frames; `null` if the page takes none
 */
export function withRecordSystems(html: string, records: string | null): string {
  if (records === null) return html;
  const attribute = `data-record-systems="${escapeHtml(records)}"`;
  // A function, because `replace` would interpret characters such as `$` in a text.
  return html.replace("<myeloma-compare", (tag) => `${tag} ${attribute}`);
}
