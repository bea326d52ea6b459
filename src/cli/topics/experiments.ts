import { shippedTable } from "../shipped-document.ts";
import type { Topic } from "../topic.ts";

export const experiments: Topic = {
  name: "experiments",
  about: "shipped experiments, what each answers and costs",
  table: () => shippedTable("experiment"),
};
