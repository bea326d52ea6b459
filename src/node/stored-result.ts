/** A folder of results as formats read it. Files are read as streams, and must be those that were written: size and hash. */
import { createHash } from "node:crypto";
import fs from "node:fs";
import { join } from "node:path";
import { CsvError, parse } from "csv-parse";
import { MalformedTable, readTables } from "../formats/csv-reading.ts";
import { type DescribedTable, readDataPackage } from "../formats/data-package-reading.ts";
import { isObject, type Json, type JsonObject, type StoredResult, type StoredTable } from "../formats/stored-result.ts";
import { EXIT, Failure, fileFailure, withFiles } from "./failure.ts";
import { MANIFEST } from "./result-folder.ts";

export const DESCRIPTION = "datapackage.json";
const REMEDY = "run it again, or take the result from where it was copied";

/**
 * @throws Failure with status 2 when the folder is no result, 74 when it cannot be read
 */
export function openStoredResult(folder: string): StoredResult {
  if (!fs.existsSync(folder)) throw new Failure(EXIT.usage, `${folder}: there is no such folder`, "name a folder of results");
  if (!fs.existsSync(join(folder, DESCRIPTION))) {
    throw new Failure(
      EXIT.usage,
      `${folder} is no result: there is no ${DESCRIPTION} in it`,
      "name the folder that a run printed as written",
    );
  }
  const { text, tables } = described(folder);
  return { text, manifest: manifestOf(folder), tables: tables.map((table) => storedTable(folder, table)) };
}

function described(folder: string): ReturnType<typeof readDataPackage> {
  try {
    return readDataPackage(readJson(join(folder, DESCRIPTION)));
  } catch (error) {
    if (error instanceof Failure || !(error instanceof Error)) throw error;
    throw new Failure(EXIT.files, `${join(folder, DESCRIPTION)}: ${error.message}`, REMEDY, { cause: error });
  }
}

/** Empty where a package of data has no manifest. */
function manifestOf(folder: string): JsonObject {
  const path = join(folder, MANIFEST);
  if (!fs.existsSync(path)) return {};
  const value = readJson(path);
  return isObject(value) ? value : {};
}

function readJson(path: string): Json {
  const text = withFiles(`read ${path}`, () => fs.readFileSync(path, "utf8"));
  try {
    return JSON.parse(text) as Json;
  } catch (error) {
    throw new Failure(EXIT.files, `${path} is damaged: it is no JSON`, REMEDY, { cause: error });
  }
}

function storedTable(folder: string, table: DescribedTable): StoredTable {
  const { spec, refersToRuns, bytes, path } = table;
  return { spec, refersToRuns, bytes, read: () => readChecked(join(folder, path), table) };
}

async function* readChecked(path: string, { spec, bytes, sha256 }: DescribedTable): ReturnType<typeof readTables> {
  const hash = createHash("sha256");
  let size = 0;
  const file = fs.createReadStream(path);
  const records = parse({ bom: true, record_delimiter: ["\n", "\r\n"] });
  file.on("data", (chunk) => {
    hash.update(chunk);
    size += chunk.length;
  });
  // An error of the file ends the records with it.
  file.on("error", (error) => records.destroy(error));
  file.pipe(records);
  const damaged = (what: string, cause?: unknown) => new Failure(EXIT.files, `${path} is damaged: ${what}`, REMEDY, { cause });
  try {
    yield* readTables(spec, records as AsyncIterable<readonly string[]>);
  } catch (error) {
    if (error instanceof MalformedTable || error instanceof CsvError) throw damaged(error.message, error);
    throw fileFailure(error, `read ${path}`);
  } finally {
    file.destroy();
  }
  if (bytes !== undefined && size !== bytes) throw damaged(`${size} bytes, not ${bytes} as in ${DESCRIPTION}`);
  if (sha256 !== undefined && hash.digest("hex") !== sha256) throw damaged(`its hash is not the one in ${DESCRIPTION}`);
}
