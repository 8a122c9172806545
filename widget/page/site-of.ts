/** The address of the installation of a script, with its base path, without a slash. */
export const siteOf = (script: string) => new URL("..", script).href.slice(0, -1);
