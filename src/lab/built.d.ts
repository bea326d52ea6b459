/** What the build puts into the page: see src/setup/lab.mjs. */
declare module "corridor:documents" {
  /** Texts of the shipped documents by name. */
  export const ecosystems: Readonly<Record<string, string>>;
  export const strategies: Readonly<Record<string, string>>;
  export const version: string;
}
declare module "corridor:shipped" {
  /** Ecosystems that can be played. */
  export const ecosystems: readonly { readonly name: string; readonly title: string }[];
  /** Texts of the shipped strategies by name. */
  export const strategies: Readonly<Record<string, string>>;
  export const version: string;
}
declare module "corridor:land" {
  /** Outlines of the land around the shipped ecosystems: rings of longitude, latitude, longitude ... in hundredths of a degree. */
  export const rings: readonly (readonly number[])[];
}
declare module "corridor:worker" {
  /** The program of the engine, packed with gzip, in base64. */
  export const program: string;
}
