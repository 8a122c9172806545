/** Serves for `npm start`, and ends with the process that started it, however that one ends. */
import { rmSync } from "node:fs";
import { fillAnswers } from "./fill-answers.ts";
import { expectFree } from "./port.ts";
import { startServer } from "./serve.ts";

const [folder = "", host = "", port = ""] = process.argv.slice(2);

// The environment is not "production", because HSTS would make a browser use HTTPS for this host for years.
const server = await startServer({
  buildFolder: folder,
  host,
  port: Number(port),
  vars: { APP_ENV: "local" },
}).catch(async (error: unknown) => {
  // Another server may have taken the port during the build.
  await expectFree(Number(port), "start", host);
  throw error;
});
const stopping = new AbortController();
process.once("disconnect", async () => {
  stopping.abort();
  await Promise.all([server.dispose(), filling]);
  rmSync(folder, { recursive: true, force: true });
  process.exit(0);
});
process.send?.("serving");
const filling = fillAnswers(folder, stopping.signal);
