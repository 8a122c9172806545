/**
 * To be imported first by the build. `wrangler deploy` begins with `npm run build`, and so does the
 * wrangler that bundles the Worker within a build: there is nothing left to do for that one.
 */
if (process.env.BUILDING) process.exit(0);
process.env.BUILDING = "true";
