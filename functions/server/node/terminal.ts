/** Writes messages for an operator in the terminal. */

/** Puts an IPv6 address in brackets. */
export function formatHostForUrl(host: string): string {
  return host.includes(":") ? `[${host}]` : host;
}

export function reportFailure(sentence: string): void {
  console.error(sentence);
  process.exitCode = 1;
}
