/** Writes messages for an operator in the terminal. */

/** Puts an IPv6 address in brackets. */
export function inAddress(host: string): string {
  return host.includes(":") ? `[${host}]` : host;
}

export function stop(sentence: string): void {
  console.error(sentence);
  process.exitCode = 1;
}
