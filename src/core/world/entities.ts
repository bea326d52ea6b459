/** Every kind of entity with its state variables. */
import { AUTHORITY, ENABLER, HISTORY, JURISDICTION, LEG, LEG_COMMUNITY, MIGRANT, PLACE, PUBLIC, SMUGGLER } from "./columns.ts";

export const ENTITIES = {
  migrant: MIGRANT,
  smuggler: SMUGGLER,
  enabler: ENABLER,
  authority: AUTHORITY,
  jurisdiction: JURISDICTION,
  public: PUBLIC,
  leg: LEG,
  "leg x community": LEG_COMMUNITY,
  "node x community": PLACE,
  history: HISTORY,
} as const;
