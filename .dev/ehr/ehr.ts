/** `npm run ehr`: the app beside a small record with invented patients: hook, card, launch. */
import { localBuild } from "../serve/local-build.ts";
import { checkedPort } from "../serve/port.ts";
import { startServer } from "../serve/serve.ts";
import { onStop } from "../serve/stop.ts";
import { settingsFor, startRecord } from "./record.ts";

const host = "127.0.0.1";
const port = await checkedPort("ehr", host);

const built = await localBuild();

const record = await startRecord({ port: port === 65_535 ? port - 1 : port + 1 });
const server = await startServer({ built, host, port, vars: settingsFor(record) });
record.connect(server.url);

onStop(async () => {
  await Promise.all([record.close(), server.dispose()]);
});

console.log(`
A record with invented patients, which asks Myeloma Compare for cards and launches it. Open

  ${record.url}/

Myeloma Compare itself is at ${server.url}/. Ctrl+C stops both.`);
