/** The catalogue of designs: a new one is a file and a line here. */
import { byKind } from "../../core/index.ts";
import { grid } from "./grid.ts";
import { latinHypercube } from "./latin-hypercube.ts";
import { list } from "./list.ts";

export * from "./design.ts";

export const DESIGNS = [grid, list, latinHypercube] as const;
export const DESIGN_BY_KIND = byKind(DESIGNS);
