/** Writes the notes that the service worker adds to a page that was kept. Such pages are in English. */
import { describeDataAgeIfOld, withdrawn } from "#presentation/views/data-age.ts";
import { formatDate } from "#presentation/words/dates-and-times.ts";
import { escapeHtml } from "#presentation/words/html.ts";
import type { OfflineFiles } from "./offline-shell.ts";

/**
 * Returns the page with a note at its top that this device made it, with which version and data of which day, and with
 * their age if they are old.
 */
export async function addOfflineNote(
  page: Response,
  { dataDate, answerVersion }: Pick<OfflineFiles, "dataDate" | "answerVersion">,
  now: number,
): Promise<Response> {
  const age = describeDataAgeIfOld(dataDate, now);
  const old = age === null ? "" : ` <strong>${escapeHtml(age)}</strong>`;
  const notice = `No connection: this page was made on this device, with data of ${formatDate(dataDate)} (version ${answerVersion}).`;
  const note = `<p role="note" class="kept">${escapeHtml(notice)}${old}</p>`;
  return changeResponseText(page, (html) => html.replace(/<main[^>]*>/, (main) => main + note));
}

export function insertReasonIntoWithdrawalPage(
  page: Response,
  reason: string | null,
): Promise<Response> {
  return changeResponseText(page, (html) =>
    html.replace(reasonPlaceholder, () => escapeHtml(withdrawn.reason(reason))),
  );
}

/** The kept page states this text in place of the reason. */
const reasonPlaceholder = withdrawn.reason(null);

async function changeResponseText(
  page: Response,
  change: (html: string) => string,
): Promise<Response> {
  const { status, headers } = page;
  return new Response(change(await page.text()), { status, headers });
}
