/** Loaded before a program (`node --import`): every attempt to reach another machine fails and is said. */
import dgram from "node:dgram";
import dns from "node:dns";
import net from "node:net";

const refuse = (what) => () => {
  console.error(`OUTBOUND ${what}`);
  throw new Error("There is no network.");
};
net.Socket.prototype.connect = refuse("connection");
dgram.Socket.prototype.send = refuse("datagram");
for (const name of ["resolve", "resolve4", "resolve6"]) dns[name] = refuse(name);
// A server may look up the name that it listens on.
const { lookup } = dns;
dns.lookup = (name, ...rest) =>
  net.isIP(name) ? lookup.call(dns, name, ...rest) : refuse(`lookup of ${name}`)();
