import { z } from "zod";
import { design } from "./design.ts";

/** The file is read at the edge, by `importedPoints`; nothing here reads files. */
export const imported = design({
  kind: "imported",
  about:
    "The points of a CSV file, one row a point and one column a dimension, such as accepted.csv of a calibration; a column that is left out takes its default.",
  layout: () => ({ shape: "chosen" }),
  params: z.strictObject({
    kind: z.literal("imported"),
    file: z.string().min(1).meta({ description: "path of the CSV file, from the folder of the experiment" }),
    ignore: z.array(z.string()).default([]).meta({ description: "columns of the file that are no dimension" }),
  }),
  file: ({ file, ignore }) => ({ path: file, ignore }),
  problems: () => [],
  count: () => 0,
  points: (_, { file }) => {
    throw new Error(`the points of ${file} have not been read`);
  },
});
