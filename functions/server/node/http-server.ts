/** How many connections there may be, how long one may be still, and how they end. */
import { createServer, type Server } from "node:http";
import type { Socket } from "node:net";
import { getRequestListener } from "@hono/node-server";
import type { Handler } from "./handler.ts";

/** Requests that may wait on one connection for the answer before. Browsers and proxies send none. */
const mostWaiting = 16;

const timeouts = {
  headersTimeout: 10_000,
  requestTimeout: 20_000,
  // How often Node looks at these two; usually only every 30 seconds.
  connectionsCheckingInterval: 5000,
  keepAliveTimeout: 65_000,
};

export interface Connections {
  mostConnections: number;
  /** Aborted when the server is about to end: from then on no connection serves twice. */
  ending: AbortSignal;
  /** Milliseconds. A connection on which nothing moves is cut after one to two times as long. */
  patience?: number;
  /** The same once the server accepts no more. */
  lastPatience?: number;
}

export interface HttpServer {
  server: Server;
  /** Accepts no more, and waits for the answers under way as long as they are read. */
  close: () => Promise<void>;
}

export function httpServer(
  handler: Handler,
  { mostConnections, ending, patience = 20_000, lastPatience = 5000 }: Connections,
): HttpServer {
  const answer = getRequestListener(
    (request, { incoming }) => handler(request, incoming.socket.remoteAddress),
    { overrideGlobalObjects: false },
  );
  /** How many requests wait, by open connection. */
  const waiting = new Map<Socket, number>();
  const server = createServer(timeouts, (incoming, outgoing) => {
    const { socket } = incoming;
    const begin = () => {
      outgoing.shouldKeepAlive &&= !ending.aborted;
      void answer(incoming, outgoing);
    };
    // Node gives an answer its connection when the one before was sent.
    if (outgoing.socket !== null) return begin();
    const before = waiting.get(socket) ?? 0;
    if (before === mostWaiting) return void socket.destroy();
    waiting.set(socket, before + 1);
    outgoing.once("socket", () => {
      waiting.set(socket, (waiting.get(socket) ?? 0) - 1);
      begin();
    });
  });
  server.timeout = patience;
  server.maxConnections = mostConnections;
  server.on("connection", (socket) => {
    waiting.set(socket, 0);
    socket.once("close", () => waiting.delete(socket));
  });
  // What was written and not taken would stay in the memory of the system.
  server.on("timeout", (socket) =>
    socket.writableLength > 0 ? socket.resetAndDestroy() : socket.destroy(),
  );
  return {
    server,
    close: () =>
      new Promise((resolve) => {
        server.keepAliveTimeout = 1;
        server.timeout = lastPatience;
        for (const socket of waiting.keys()) socket.setTimeout(lastPatience);
        server.close(() => resolve());
      }),
  };
}
