/**
 * Answers one request at a time on each connection: requests that were sent ahead wait until the previous answer was
 * taken, so that a client that reads no answer costs no more than one. The connection closes after the last request
 * that may wait; requests behind it are not read.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Socket } from "node:net";

type Answer = (incoming: IncomingMessage, outgoing: ServerResponse) => unknown;

/** This many requests may wait on one connection. Browsers and proxies send none ahead. */
const mostWaiting = 16;

interface Turns {
  waiting: number;
  /** Resolves when the last answer was taken. */
  last: Promise<unknown>;
  isFull: boolean;
}

export function answerRequestsInTurn(answer: Answer): Answer {
  const connections = new WeakMap<Socket, Turns>();
  return async (incoming, outgoing) => {
    const { socket } = incoming;
    const turns = connections.get(socket) ?? {
      waiting: 0,
      last: Promise.resolve(),
      isFull: false,
    };
    connections.set(socket, turns);
    if (turns.isFull) return;
    const before = turns.last;
    turns.last = new Promise((resolve) => outgoing.once("close", resolve));
    turns.waiting += 1;
    if (turns.waiting === mostWaiting) {
      turns.isFull = true;
      outgoing.shouldKeepAlive = false;
      socket.pause();
    }
    await before;
    turns.waiting -= 1;
    if (!socket.destroyed) await answer(incoming, outgoing);
  };
}
