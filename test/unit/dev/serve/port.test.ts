import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { expect, test } from "vitest";

function start(port: string) {
  const env = { ...process.env, PORT: port, HOST: "127.0.0.1" };
  return spawnSync(process.execPath, [".dev/serve/start.ts"], { env, encoding: "utf8" });
}

test.each(["abc", "-1", "0", "65536", "80.5", "1e3"])(
  "PORT=%s is refused in a sentence",
  (port) => {
    const { status, stderr } = start(port);
    expect(status).toBe(1);
    expect(stderr).toBe(`PORT must be a whole number from 1 to 65535; it is "${port}".\n`);
  },
);

test("a port in use is named, with the command that takes another", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await once(other, "listening");
  const { port } = other.address() as AddressInfo;
  const { status, stderr } = start(String(port));
  other.close();
  expect(status).toBe(1);
  expect(stderr).toBe(
    `Port ${port} is already in use. Stop the other program or run PORT=${port + 1} npm start.\n`,
  );
});
