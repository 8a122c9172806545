import type { DemoRecord } from "./record.ts";

/** The settings of an installation that the demonstration's record may call, frame and launch. */
export function settingsFor({ url, issuers }: Pick<DemoRecord, "url" | "issuers">) {
  return {
    APP_ENV: "local",
    CDS_AUTH: "open",
    CDS_UNREVIEWED: "allow",
    EHR_ANCESTORS: url,
    EHR_ISSUERS: issuers,
  };
}
