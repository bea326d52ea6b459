/** Names for places, people and authorities, so that a strategy that says "aid" fits every corridor. */
import { z } from "zod";
import { named } from "./names.ts";
import { type ReferenceScope, ref } from "./reference.ts";

const group = (scope: ReferenceScope, about: string) =>
  named(z.array(ref(scope)).min(1))
    .optional()
    .meta({ description: about });

export const groupsSchema = z
  .strictObject({
    authorities: group("authority", "the shipped strategies list by `lead` and coordinate `allies`"),
    jurisdictions: group("jurisdiction", "the shipped strategies use `prosecution`, `training` and `aid`"),
    legs: group("leg", "the shipped strategies use `rescue`"),
    communities: group("community", "the shipped strategies use `aid` and `places`"),
    services: group("service", "services of enablers"),
  })
  .optional()
  .meta({ description: "names that a strategy can use for what differs from corridor to corridor" });
