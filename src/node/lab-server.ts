/**
 * Serves one page to this machine and to nobody else. What runs in it runs in the browser: nothing here reads files on request,
 * starts anything or keeps a state, so a request can only ask for what stands in a fixed table.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { EXIT, Failure, systemCode } from "./failure.ts";

export interface LabServer {
  readonly url: string;
  close(): Promise<void>;
}

export interface LabServerOptions {
  readonly page: string;
  /** Of the page; sent as a header as well. */
  readonly policy: string;
  /** Wanted port; 0 for any that is free. */
  readonly port: number;
  /** Whether another port will do when the wanted one is taken. */
  readonly mayChange: boolean;
}

const HOST = "127.0.0.1";
/** Milliseconds for the head of a request, for all of it, and between two on one connection. */
const HEADERS_TIMEOUT = 5_000;
const REQUEST_TIMEOUT = 10_000;
const IDLE_TIMEOUT = 5_000;
/** Bytes of the head of a request; connections at a time. */
const MOST_HEADER = 8_192;
const MOST_CONNECTIONS = 64;

const STATUS = {
  ok: 200,
  empty: 204,
  forbidden: 403,
  notFound: 404,
  notAllowed: 405,
  tooLarge: 413,
  misdirected: 421,
} as const;

interface Answer {
  readonly status: number;
  readonly type?: string;
  readonly body?: string;
}

/** @throws Failure when no port can be had */
export async function serveLab(options: LabServerOptions): Promise<LabServer> {
  const table = new Map<string, Answer>([
    ["/", { status: STATUS.ok, type: "text/html; charset=utf-8", body: options.page }],
    ["/favicon.ico", { status: STATUS.empty }],
  ]);
  let own: ReadonlySet<string> = new Set();
  const server = createServer({ maxHeaderSize: MOST_HEADER }, (request, response) => {
    send(response, request, answerTo(request, table, own), options.policy);
  });
  server.headersTimeout = HEADERS_TIMEOUT;
  server.requestTimeout = REQUEST_TIMEOUT;
  server.keepAliveTimeout = IDLE_TIMEOUT;
  server.timeout = REQUEST_TIMEOUT;
  server.maxConnections = MOST_CONNECTIONS;
  const port = await listen(server, options);
  own = new Set([`${HOST}:${port}`, `localhost:${port}`]);
  return {
    url: `http://${HOST}:${port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** In this order: who asks, what is brought, what is asked for. */
function answerTo(request: IncomingMessage, table: ReadonlyMap<string, Answer>, own: ReadonlySet<string>): Answer {
  const { host, origin } = request.headers;
  // A name that was bent to this machine (DNS rebinding) is none of ours.
  if (host === undefined || !own.has(host)) return said(STATUS.misdirected, "this is not the host you asked for");
  const isReading = request.method === "GET" || request.method === "HEAD";
  if (!isReading && (origin === undefined || !own.has(origin.replace(/^http:\/\//, "")))) {
    return said(STATUS.forbidden, "requests from other pages are refused");
  }
  const { "content-length": length = "0", "transfer-encoding": encoding } = request.headers;
  if (length !== "0" || encoding !== undefined) return said(STATUS.tooLarge, "requests bring nothing with them");
  if (!isReading) return said(STATUS.notAllowed, "GET and HEAD only");
  return table.get((request.url ?? "").split("?")[0] ?? "") ?? said(STATUS.notFound, "there is nothing of that name");
}

const said = (status: number, text: string): Answer => ({ status, type: "text/plain; charset=utf-8", body: `${text}\n` });

function send(response: ServerResponse, request: IncomingMessage, { status, type, body = "" }: Answer, policy: string): void {
  const bytes = Buffer.from(body);
  response.writeHead(status, {
    "Content-Security-Policy": `${policy}; frame-ancestors 'none'`,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
    "Content-Length": bytes.length,
    ...(type === undefined ? {} : { "Content-Type": type }),
    ...(status === STATUS.notAllowed ? { Allow: "GET, HEAD" } : {}),
    ...(status === STATUS.tooLarge ? { Connection: "close" } : {}),
  });
  response.end(request.method === "HEAD" ? undefined : bytes);
}

async function listen(server: Server, { port, mayChange }: LabServerOptions): Promise<number> {
  try {
    return await listenOn(server, port);
  } catch (error) {
    if (systemCode(error) !== "EADDRINUSE" && systemCode(error) !== "EACCES") throw error;
    if (!mayChange) {
      throw new Failure(EXIT.usage, `port ${port} cannot be had (${systemCode(error)})`, "choose another, or leave --port out", {
        cause: error,
      });
    }
    return listenOn(server, 0);
  }
}

function listenOn(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ port, host: HOST, exclusive: true }, () => {
      server.off("error", reject);
      const address = server.address();
      if (address === null || typeof address === "string") reject(new Error("the server has no port"));
      else resolve(address.port);
    });
  });
}
