/** The server of the lab: one page, for this machine, and for pages of its own only. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { request } from "node:http";
import { connect, createServer } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { labPage, policyOf } from "../../src/node/lab-page.ts";
import { type LabServer, serveLab } from "../../src/node/lab-server.ts";
import { ROOT } from "./page.ts";

const page = labPage(ROOT);
let server: LabServer;
let port: number;
beforeAll(async () => {
  server = await serveLab({ page, policy: policyOf(page), port: 0, mayChange: false });
  port = Number(new URL(server.url).port);
});
afterAll(() => server.close());

interface Said {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

function ask(
  path: string,
  { method = "GET", headers = {}, body = "" }: { method?: string; headers?: Record<string, string>; body?: string } = {},
) {
  return new Promise<Said>((resolve, reject) => {
    const asked = request({ host: "127.0.0.1", port, path, method, headers, agent: false }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (part) => {
        text += part;
      });
      response.on("end", () => resolve({ status: response.statusCode, headers: response.headers, body: text }));
    });
    asked.on("error", reject);
    asked.end(body);
  });
}

describe("the page", () => {
  it("is served with a policy that lets nothing in and nothing out", async () => {
    const { status, headers, body } = await ask("/");
    expect({ status, body }).toEqual({ status: 200, body: page });
    const policy = String(headers["content-security-policy"]);
    expect(policy).toMatch(/^default-src 'none'; /);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|\*|https?:|connect-src/);
    expect(headers).toMatchObject({ "x-content-type-options": "nosniff", "content-type": "text/html; charset=utf-8" });
    expect(Object.keys(headers).filter((name) => name.startsWith("access-control"))).toEqual([]);
    expect(await ask("/", { method: "HEAD" })).toMatchObject({ status: 200, body: "" });
  });

  it("refuses hosts that are not this machine", async () => {
    for (const host of ["evil.example", `evil.example:${port}`, "127.0.0.1", "127.0.0.1:1", `127.0.0.1.evil.example:${port}`]) {
      expect(await ask("/", { headers: { host } }), host).toMatchObject({ status: 421 });
    }
    expect(await ask("/", { headers: { host: `localhost:${port}` } })).toMatchObject({ status: 200 });
  });

  it("refuses whatever would change something, from elsewhere and from here", async () => {
    for (const method of ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"]) {
      expect(await ask("/", { method }), method).toMatchObject({ status: 403 });
      expect(await ask("/", { method, headers: { origin: "http://evil.example" } }), method).toMatchObject({ status: 403 });
      expect(await ask("/", { method, headers: { origin: "null" } }), method).toMatchObject({ status: 403 });
      expect(await ask("/", { method, headers: { origin: `http://127.0.0.1:${port}` } }), method).toMatchObject({ status: 405 });
    }
  });

  it("takes no body and no long head", async () => {
    const headers = { origin: `http://127.0.0.1:${port}` };
    expect(await ask("/", { method: "POST", headers, body: "x" })).toMatchObject({ status: 413 });
    expect(await ask(`/?${"x".repeat(9000)}`)).toMatchObject({ status: 431 });
  });

  it("has nothing but its table, wherever a path leads", async () => {
    for (const path of [
      "/../package.json",
      "/%2e%2e/package.json",
      "/..%5cpackage.json",
      "//etc/passwd",
      "/lab.html",
      "/%00",
      "/index.html",
    ])
      expect(await ask(path), path).toMatchObject({ status: 404 });
    expect(await ask("/favicon.ico")).toMatchObject({ status: 204 });
  });

  it("is there for this machine only", async () => {
    expect(new URL(server.url).hostname).toBe("127.0.0.1");
    const other = connect({ host: "127.0.0.2", port });
    await expect(once(other, "connect")).rejects.toThrow(/ECONNREFUSED/);
  });
});

it("takes another port when the usual one is taken, and says so when one was asked for", async () => {
  const taken = createServer().listen(0, "127.0.0.1");
  await once(taken, "listening");
  const address = taken.address();
  const used = typeof address === "object" && address ? address.port : 0;
  const other = await serveLab({ page, policy: policyOf(page), port: used, mayChange: true });
  expect(other.url).not.toContain(`:${used}/`);
  await other.close();
  const asked = serveLab({ page, policy: policyOf(page), port: used, mayChange: false });
  await expect(asked).rejects.toThrow(`port ${used} cannot be had`);
  taken.close();
});

it("prints its address and ends on Ctrl-C with 130", async () => {
  const child = spawn(process.execPath, [join(ROOT, "dist/corridor.js"), "lab", "--port", "0"], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [line] = await once(child.stdout.setEncoding("utf8"), "data");
  expect(line).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\n$/);
  child.kill("SIGINT");
  const [status] = await once(child, "exit");
  expect(status).toBe(130);
});
