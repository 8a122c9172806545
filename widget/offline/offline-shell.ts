/** Lists the files of one version of the site, as the build hands them to the service worker. */
export interface OfflineFiles {
  /** Changes with any byte of a page, a script or the data. */
  version: string;
  answerVersion: string;
  dataVersion: string;
  dataDate: string;
  /** Lists the versions of the data that this version withdraws. */
  recalledDataVersions: readonly string[];
  /** Holds the script that answers on a device. */
  device: string;
  /** Lists files whose name is a hash of their content. */
  files: readonly string[];
  /** Lists pages, and what else is the same for everybody until the next version. */
  pages: readonly string[];
}

/** The page at this path says what can be asked without a connection. */
export const missingPath = "/offline";
/** The page at this path says that what was kept was withdrawn. */
export const withdrawnPath = "/withdrawn";
