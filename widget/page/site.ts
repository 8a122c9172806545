/**
 * This module holds the address of the installation that the script came from, with its base path, without a slash at
 * the end.
 */
const { href } = new URL("..", import.meta.url);
export const site = href.slice(0, -1);

export function isOurEmbedPage(): boolean {
  return location.origin + location.pathname === `${site}/embed`;
}
