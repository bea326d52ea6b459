/** The catalogue of designs: a new one is a file and a line here. */
import { byKind } from "../../core/index.ts";
import { grid } from "./grid.ts";
import { imported } from "./imported.ts";
import { latinHypercube } from "./latin-hypercube.ts";
import { list } from "./list.ts";
import { morris } from "./morris.ts";
import { oneAtATime } from "./one-at-a-time.ts";
import { saltelli } from "./saltelli.ts";
import { sobol } from "./sobol.ts";
import { zip } from "./zip.ts";

export { type ImportedPoints, importedPoints } from "../sampling/imported-points.ts";
export * from "./design.ts";

export const DESIGNS = [grid, list, zip, oneAtATime, latinHypercube, sobol, saltelli, morris, imported] as const;
export const DESIGN_BY_KIND = byKind(DESIGNS);
