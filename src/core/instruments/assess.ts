import { z } from "zod";
import { authority, occasionFields } from "../scenario/schema/instrument.ts";
import { index, instrument } from "../world/instrument.ts";

export const assess = instrument({
  kind: "assess",
  about: "An authority re-estimates who is active, how large, how harmful; with its own errors, coverage and delay.",
  moves: [],
  gives: ["assess"],
  params: z.strictObject({ kind: z.literal("assess"), ...occasionFields, by: authority }),
  compile: (params, names) => ({
    orders: () => [{ order: "assess", authority: index(names, "authority", params.by) }],
  }),
});
