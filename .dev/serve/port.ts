import { createServer } from "node:net";

const defaultPort = 8787;

type Script = "start" | "dev";

/** Returns PORT, or 8787 by default. Exits with a one-sentence reason if the port cannot be used. */
export async function checkedPort(script: Script, host: string): Promise<number> {
  const port = requestedPort();
  await expectFree(port, script, host);
  return port;
}

function requestedPort(): number {
  const text = process.env.PORT || String(defaultPort);
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (port < 1 || port > 65_535) {
    stop(`PORT must be a whole number from 1 to 65535; it is "${text}".`);
  }
  return port;
}

export async function expectFree(port: number, script: Script, host: string): Promise<void> {
  const problem = await listeningProblem(port, host);
  const command = script === "start" ? "npm start" : `npm run ${script}`;
  if (problem === "EADDRINUSE") {
    const freePort = port === 65_535 ? defaultPort : port + 1;
    stop(
      `Port ${port} is already in use. Stop the other program or run PORT=${freePort} ${command}.`,
    );
  }
  if (problem) stop(`This machine does not let us listen on ${host} port ${port} (${problem}).`);
}

function listeningProblem(port: number, host: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    probe.listen(port, host, () => probe.close(() => resolve(undefined)));
  });
}

function stop(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}
