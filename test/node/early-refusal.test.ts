/** Where no result can be is said at once, and what is tried leaves nothing. */
import fs from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { refuseEarly } from "../../src/node/early-refusal.ts";
import { EXIT, fileFailure } from "../../src/node/failure.ts";

let folder: string;
beforeAll(() => {
  folder = fs.mkdtempSync(join(tmpdir(), "corridor-early-"));
});
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

describe("a place for a result", () => {
  it("that can be made is left as it was", () => {
    refuseEarly(join(folder, "a", "b"));
    expect(fs.readdirSync(folder)).toEqual([]);
    fs.mkdirSync(join(folder, "result"));
    fs.writeFileSync(join(folder, "result", "plan.json"), "{}");
    refuseEarly(join(folder, "result"));
    expect(fs.readdirSync(join(folder, "result"))).toEqual(["plan.json"]);
  });

  it("that holds something else is refused", () => {
    expect(() => refuseEarly("/")).toThrow(expect.objectContaining({ exitCode: EXIT.usage }));
    fs.writeFileSync(join(folder, "file"), "");
    expect(() => refuseEarly(join(folder, "file"))).toThrow("a file is in the way");
  });

  it("where nothing can be made is refused", () => {
    // Elsewhere there is no such folder, and nobody may make one at the root.
    if (process.platform !== "linux") return;
    expect(() => refuseEarly("/proc/x")).toThrow(expect.objectContaining({ exitCode: EXIT.files }));
  });
});

it("a file that may not grow and a quota that is used up are faults of the place", () => {
  const failed = (code: string, errno: number) => fileFailure(Object.assign(new Error(code), { code, errno }), "write x");
  expect(failed("EFBIG", -27)).toMatchObject({ exitCode: EXIT.files, remedy: expect.stringContaining("ulimit -f") });
  // as Node has it on Linux
  if (process.platform === "linux")
    expect(failed("Unknown system error -122", -122)).toMatchObject({
      exitCode: EXIT.files,
      message: expect.stringContaining("quota"),
    });
});
