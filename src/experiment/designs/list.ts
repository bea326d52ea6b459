import { z } from "zod";
import { readPoint, writtenPoint, writtenProblems } from "../sampling/written-point.ts";
import { design } from "./design.ts";

export const list = design({
  kind: "list",
  about: "The points that are written down, in their order; what a point leaves out takes its default.",
  layout: () => ({ shape: "chosen" }),
  params: z.strictObject({
    kind: z.literal("list"),
    points: z.array(writtenPoint).min(1).meta({ description: "one map a point: name of a dimension to its value" }),
  }),
  problems: (dimensions, { points }) => writtenProblems(dimensions, points),
  count: (_, { points }) => points.length,
  points: (dimensions, { points }) => points.map((point) => readPoint(dimensions, point)),
});
