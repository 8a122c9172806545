/** Servers of records, as the page hands them to its script from the settings of the installation. */
export interface LaunchIssuer {
  /** Address of the FHIR server, without a slash at the end. */
  readonly issuer: string;
  readonly client: string;
  readonly name: string;
  /** Where a reader may be sent, and what may be asked. */
  readonly origins: readonly string[];
}

export function issuersOfPage(): readonly LaunchIssuer[] {
  const text = document.querySelector("script#issuers")?.textContent;
  return text ? (JSON.parse(text) as LaunchIssuer[]) : [];
}

/** The one that a record named; only a slash at the end may differ. */
export function issuerNamed(
  issuers: readonly LaunchIssuer[],
  named: string,
): LaunchIssuer | undefined {
  const plain = named.replace(/\/$/, "");
  return issuers.find(({ issuer }) => issuer === plain);
}
