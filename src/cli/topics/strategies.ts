import { documentTopic } from "../shipped-document.ts";

export const strategies = documentTopic("strategy", "shipped strategies, what each stands for and costs", "instruments");
