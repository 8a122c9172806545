import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { expect, test } from "vitest";

function run(port: string, ...program: string[]) {
  const env = { ...process.env, PORT: port, HOST: "127.0.0.1" };
  return spawnSync(process.execPath, program, { env, encoding: "utf8" });
}

test.each(["abc", "-1", "0", "65536", "80.5", "1e3"])(
  "PORT=%s is refused in a sentence",
  (port) => {
    const { status, stderr } = run(port, ".dev/serve/start.ts");
    expect(status).toBe(1);
    expect(stderr).toBe(`PORT must be a whole number from 1 to 65535; it is "${port}".\n`);
  },
);

test("a port in use is named, with the command that takes another", async () => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  // The whole program is not run, because a server that runs from this folder at the moment is no part of the test.
  const check = `const { checkedPort } = await import("./.dev/serve/port.ts");
    await checkedPort("start", process.env.HOST);`;
  const { status, stderr } = run(String(port), "--input-type=module", "--eval", check);
  server.close();
  expect(status).toBe(1);
  expect(stderr).toBe(
    `Port ${port} is already in use. Stop the other program or run PORT=${port + 1} npm start.\n`,
  );
});
