/** Names that must exist elsewhere in the document, declared where they are used. */
import type { z } from "zod";
import { name } from "./names.ts";

export const SCOPES = ["jurisdiction", "node", "leg", "vessel", "community", "conduct", "harm", "service", "authority"] as const;
export type ReferenceScope = (typeof SCOPES)[number];

/** The map of the ecosystem in which the names of a scope are defined. */
export const DEFINED_IN: Readonly<Record<ReferenceScope, string>> = {
  jurisdiction: "jurisdictions",
  node: "nodes",
  leg: "legs",
  vessel: "vessels",
  community: "communities",
  conduct: "conduct",
  harm: "harms",
  service: "services",
  authority: "authorities",
};

/** A name that must be defined in the ecosystem. */
export function ref(scope: ReferenceScope): z.ZodString {
  return name.meta({ references: scope, description: `name of one of the ecosystem's ${DEFINED_IN[scope]}` });
}
