/** Imported first by the build: the wrangler within a build begins with `npm run build`, too. */
if (process.env.BUILDING) process.exit(0);
process.env.BUILDING = "true";
