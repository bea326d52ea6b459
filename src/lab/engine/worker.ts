/** The engine: the core of Corridor in a thread of the browser. */
import { version } from "corridor:documents";
import * as z from "zod";
import type { FromReader, OpenWish, ReportWish } from "../opened.ts";
import type { FromEngine, ToEngine } from "../protocol.ts";
import { answer } from "./answers.ts";
import { instrumentForms } from "./forms.ts";
import { openSession, type Share } from "./session.ts";

// The page forbids making programs out of text; schemas are read step by step instead.
z.config({ jitless: true });

const scope = globalThis as unknown as {
  postMessage(message: FromEngine | FromReader): void;
  onmessage: ((event: MessageEvent<ToEngine | OpenWish | ReportWish | ({ readonly type: "start" } & Share)>) => void) | null;
};
const post = (message: FromEngine | FromReader): void => scope.postMessage(message);

let session = openSession(post, { rest: 0, of: 1 }, version);

scope.onmessage = ({ data }) => {
  if (data.type === "start") {
    session = openSession(post, data, version);
    if (data.rest === 0) post({ type: "forms", forms: instrumentForms(), version });
  } else if (data.type === "wish") {
    session.wish(data).catch((error: unknown) => {
      post({ type: "failed", run: -1, replicate: 0, key: "", message: error instanceof Error ? error.message : String(error) });
    });
  } else if (data.type === "open") {
    // Unpacked when it is needed: few open a result, and everybody waits for the engine.
    void import("./open-result.ts").then(async ({ openResult }) => post(await openResult(data)));
  } else if (data.type === "report") {
    void import("./report-of-wish.ts").then(async ({ reportOf }) => post(await reportOf(data.wish, version, post)));
  } else post({ type: "answer", id: data.id, answer: answer(data, session) });
};
