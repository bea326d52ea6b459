/** Ports that nobody uses, and that nobody is given by chance: below those which a system hands out for connections. */
import { randomInt } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:net";

const [FIRST, END] = [20_000, 32_000];

/** Different ones. Somebody else who looks for ports here may still take one before it is used. */
export async function freePorts(count: number): Promise<number[]> {
  const found: number[] = [];
  for (let port = randomInt(FIRST, END); found.length < count; port = port + 1 < END ? port + 1 : FIRST) {
    if (await isFree(port)) found.push(port);
  }
  return found;
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer().listen(port);
  try {
    await once(server, "listening");
  } catch {
    return false;
  }
  await once(server.close(), "close");
  return true;
}
