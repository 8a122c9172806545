/**
 * The address of the installation that a script in its `assets/` came from, without a slash at the
 * end. It is more than an origin where the installation has a base path.
 */
export const siteOf = (script: string) => new URL("..", script).href.slice(0, -1);
