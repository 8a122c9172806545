/** Serves for `npm start`, and ends with the process that started it, however that one ends. */
import { rmSync } from "node:fs";
import { startServer } from "./serve.ts";

const [folder = "", host = "", port = ""] = process.argv.slice(2);

// Not "production", because HSTS would make a browser use HTTPS for this host for years.
const server = await startServer({
  built: folder,
  host,
  port: Number(port),
  vars: { APP_ENV: "local" },
});
process.once("disconnect", async () => {
  await server.dispose();
  rmSync(folder, { recursive: true, force: true });
  process.exit(0);
});
process.send?.("serving");
