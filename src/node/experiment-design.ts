/** The design that an experiment asks for, judged with what it varies; points from a file are read here. */
import { readFile } from "node:fs/promises";
import { basename, dirname, resolve } from "node:path";
import { nearest, type Path } from "../core/index.ts";
import type { Issue } from "../core/issue.ts";
import { DESIGN_BY_KIND, type Dimension, importedPoints, type Point } from "../experiment/designs/index.ts";
import type { Knob } from "../experiment/knob.ts";
import type { ExperimentDocument } from "../experiment/schema.ts";

export interface ChosenDesign {
  /** Paths are those of the experiment. */
  readonly issues: Issue[];
  /** Of a design that stands in a file. */
  readonly imported?: readonly (readonly number[])[];
}

/** @param file the experiment, from whose folder paths count */
export async function designOf(document: ExperimentDocument, knobs: readonly Knob[], file: string): Promise<ChosenDesign> {
  const { design: asked, uncertainties } = document;
  if (!asked) {
    const idle: Issue = {
      path: ["uncertainties"],
      message: "vary, and no design says how",
      allowed: `design: { kind: ... } with one of ${[...DESIGN_BY_KIND.keys()].join(", ")}`,
      severity: "error",
    };
    return { issues: Object.keys(uncertainties).length > 0 ? [idle] : [] };
  }
  const entry = DESIGN_BY_KIND.get(String(asked.kind));
  if (!entry) throw new Error(`there is no design ${String(asked.kind)}`);
  const dimensions = dimensionsOf(uncertainties, knobs);
  const names = dimensions.map(({ name }) => name);
  const issues = entry.problems(dimensions, asked).map((problem) => placed(problem, asked, names));
  const csv = entry.file?.(asked);
  if (issues.length > 0 || !csv) return { issues };
  return imported(resolve(dirname(file), csv.path), csv.ignore, dimensions);
}

/** What is varied, that of which something else is wrong included, so that a design is not blamed for it. */
function dimensionsOf(uncertainties: ExperimentDocument["uncertainties"], knobs: readonly Knob[]): Dimension[] {
  const known = new Map(knobs.map(({ dimension }) => [dimension.name, dimension]));
  return Object.entries(uncertainties).map(([name, { values }]): Dimension => {
    const unsound: Dimension = values
      ? { kind: "list", name, values: [...new Set(values)], value: 0 }
      : { kind: "range", name, value: 0, low: 0, high: 1, scale: "linear", integer: false };
    return known.get(name) ?? unsound;
  });
}

const OF_KEY = /^(\w+): (.*)$/s;
const OF_POINT = /^point (\d+): (.*)$/s;
const NO_DIMENSION = /^no dimension is called (.*)$/;

/** A problem of a design belongs to the key, or to the point, that it begins with. */
function placed(problem: string, asked: Readonly<Record<string, unknown>>, names: readonly string[]): Issue {
  const [, key = "", ofKey = ""] = OF_KEY.exec(problem) ?? [];
  const [, number = "", ofPoint = ""] = OF_POINT.exec(problem) ?? [];
  const error = (path: Path, message: string): Issue => ({ path: ["design", ...path], message, severity: "error" });
  if (Object.hasOwn(asked, key)) return error([key], ofKey);
  if (ofPoint === "") return error([], problem);
  const [, unknown] = NO_DIMENSION.exec(ofPoint) ?? [];
  const meant = unknown === undefined ? undefined : nearest(unknown, names);
  return {
    ...error(["points", Number(number) - 1], ofPoint),
    ...(unknown === undefined ? {} : { allowed: names.join(", ") }),
    ...(meant === undefined ? {} : { suggestion: meant }),
  };
}

async function imported(path: string, ignore: readonly string[], dimensions: readonly Dimension[]): Promise<ChosenDesign> {
  const complain = (message: string): ChosenDesign => ({
    issues: [
      {
        path: ["design", "file"],
        message,
        allowed: "a CSV file, with its path from the folder of the experiment",
        severity: "error",
      },
    ],
  });
  const text = await readFile(path, "utf8").catch(() => undefined);
  if (text === undefined) return complain(`there is no file ${path}`);
  const { parse } = await import("csv-parse/sync");
  let rows: string[][];
  try {
    rows = parse(text, { bom: true, trim: true, skip_empty_lines: true });
  } catch (error) {
    return complain(`${path} is no CSV: ${error instanceof Error ? error.message : String(error)}`);
  }
  const [header = [], ...body] = rows;
  const { points, problems } = importedPoints(header, body, dimensions, ignore);
  if (problems.length === 0) return { issues: [], imported: points.map((point: Point) => [...point]) };
  const file = basename(path);
  return { issues: problems.map((problem) => ({ path: ["design", "file"], message: `${file}, ${problem}`, severity: "error" })) };
}
