/** Each issuer with the one address of its keys, so that no client can sign as another one. */

export interface CdsClient {
  readonly iss: string;
  readonly jku: string;
}

/** `issuer keys, issuer keys`: pairs separated by commas, with a space between the two. */
export function cdsClients(text: string): readonly CdsClient[] {
  return text.split(",").flatMap((pair) => {
    const [iss, jku, ...more] = pair.trim().split(/\s+/);
    return iss && jku && more.length === 0 ? [{ iss, jku }] : [];
  });
}

/** What is wrong with the text; `null` if nothing is. */
export function cdsClientsProblem(text: string, isLocal: boolean): string | null {
  const pairs = text.split(",");
  const clients = cdsClients(text);
  const good = clients.filter(
    ({ iss, jku }) => URL.canParse(iss) && URL.canParse(jku) && isPrivate(jku, isLocal),
  );
  const isOnce = new Set(clients.map(({ iss }) => iss)).size === clients.length;
  if (good.length === pairs.length && isOnce) return null;
  return "allowed are pairs of an issuer and the https address of its keys, each issuer once: https://ehr.example.org https://ehr.example.org/jwks.json, https://other.example.org https://other.example.org/keys";
}

function isPrivate(address: string, isLocal: boolean): boolean {
  const { protocol, hostname } = new URL(address);
  const isHere = isLocal && ["127.0.0.1", "localhost"].includes(hostname);
  return protocol === "https:" || (protocol === "http:" && isHere);
}
