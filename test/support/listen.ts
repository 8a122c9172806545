/** Servers of a test on a free port of this machine. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

export async function listen(server: Server, host = "127.0.0.1") {
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  return { port, origin: `http://${host}:${port}`, close };
}

export async function freePort(): Promise<number> {
  const { port, close } = await listen(createServer());
  await close();
  return port;
}
