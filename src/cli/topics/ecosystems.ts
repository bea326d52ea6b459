import { documentTopic } from "../shipped-document.ts";

export const ecosystems = documentTopic("ecosystem", "shipped corridors", "shocks");
