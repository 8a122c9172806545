/** Checks, while a copy is open, how old its data are and whether they were withdrawn. */
import {
  describeDataAgeIfOld,
  describeTooOldData,
  withdrawn,
} from "#presentation/views/data-age.ts";
import { watchForWithdrawal } from "#widget/page/watch-recall.ts";

/** Holds facts about a copy that the export writes into its script. */
export interface Copy {
  dataVersion: string;
  dataDate: string;
  /** This installation is asked for withdrawn data; `null` if the copy asks nobody. */
  recallFrom: string | null;
}

const everyMilliseconds = 3_600_000;

const askForNewer = "Ask whoever keeps this copy for a newer one.";

/**
 * Makes the key under which the device stores that the data of a version were withdrawn, for times without a
 * connection.
 */
const makeWithdrawalKey = (dataVersion: string) => `myeloma-compare:withdrawn ${dataVersion}`;

/** Returns why no number may be shown; `null` while numbers may be shown. */
export function findReasonToHideNumbers({ dataDate, dataVersion }: Copy): string | null {
  const withdrawal = readWithdrawalReason(dataVersion);
  if (withdrawal !== null) return describeWithdrawal(withdrawal || null);
  const tooOld = describeTooOldData(dataDate, Date.now());
  return tooOld && `${tooOld} ${askForNewer}`;
}

/**
 * Looks at once, every hour and whenever the page is shown or hidden, and calls `hide` each time it finds a reason to
 * show no numbers; also as soon as it learns that the data were withdrawn, which the device then remembers.
 *
 * @param hide Receives the reason as soon as there is one.
 */
export function watchCopyValidity(copy: Copy, hide: (reason: string) => void): void {
  const look = () => {
    const reason = findReasonToHideNumbers(copy);
    if (reason !== null) hide(reason);
  };
  look();
  setInterval(look, everyMilliseconds);
  addEventListener("pageshow", look);
  document.addEventListener("visibilitychange", look);
  watchForWithdrawal(copy.dataVersion, (reason) => {
    hide(describeWithdrawal(reason));
    rememberWithdrawal(copy.dataVersion, reason);
  });
}

/** Returns the age of old data, for pages that do not state it themselves, as the element does. */
export function describeCopyDataAgeIfOld({ dataDate }: Copy): string | null {
  return describeDataAgeIfOld(dataDate, Date.now());
}

function describeWithdrawal(reason: string | null): string {
  return `${withdrawn.title} ${withdrawn.reason(reason)} ${askForNewer}`;
}

function rememberWithdrawal(dataVersion: string, reason: string | null): void {
  try {
    localStorage.setItem(makeWithdrawalKey(dataVersion), reason ?? "");
  } catch {
    // Storage may be blocked by the reader. The installation is then asked again next time.
  }
}

function readWithdrawalReason(dataVersion: string): string | null {
  try {
    return localStorage.getItem(makeWithdrawalKey(dataVersion));
  } catch {
    return null;
  }
}
