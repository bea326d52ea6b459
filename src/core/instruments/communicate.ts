import { z } from "zod";
import { quantity, share } from "../quantity.ts";
import { authority, occasionFields } from "../scenario/schema/instrument.ts";
import { index, instrument } from "../world/instrument.ts";
import type { Order } from "../world/orders.ts";

const PROMISED = ["arrivals-year", "abuse-per-1000", "deaths-per-1000"] as const;

export const communicate = instrument({
  kind: "communicate",
  about: "Says in public which conduct is sanctioned (to actors) and what the policy will achieve (to the public).",
  moves: [],
  gives: ["communicate", "promise"],
  params: z.strictObject({
    kind: z.literal("communicate"),
    ...occasionFields,
    by: authority,
    criterion: z
      .strictObject({
        severity: share("severity of conduct from which the authority says it lists"),
        strength: share("how many actors hear it and believe it"),
      })
      .optional(),
    promise: z
      .strictObject({
        indicator: z.enum(PROMISED),
        change: quantity({ unit: "share", about: "promised change, -0.7 = seven tenths less", min: -1, max: 10 }),
        years: quantity({ unit: "years", about: "by when", min: 0.1, max: 50 }),
      })
      .optional(),
  }),
  compile: (params, names) => ({
    orders: () => {
      const orders: Order[] = [];
      if (params.criterion) {
        orders.push({ order: "communicate", authority: index(names, "authority", params.by), ...params.criterion });
      }
      if (params.promise) orders.push({ order: "promise", ...params.promise });
      return orders;
    },
  }),
});
